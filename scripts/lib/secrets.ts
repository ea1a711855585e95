import { randomBytes, randomInt } from 'node:crypto'
import { readJson, writePrivate, writePrivateJson } from './json-file.ts'
import type { ProfilePaths } from './paths.ts'

const names = [
  'authSecret',
  'operatorToken',
  'postgres',
  'redis',
  'rabbitmq',
  'demoPassword',
  'stripeKey',
  'stripePublishableKey',
  'stripeWebhooks',
] as const

/** None that are mistaken for another on a screen across the room. */
const READABLE = '23456789abcdefghjkmnpqrstuvwxyz'

/** A password that a person can read out and type on a phone, such as `k7mh-p3wq-x8dn`: 59 bits. */
const readablePassword = (): string =>
  Array.from(
    { length: 12 },
    (_, at) => `${at > 0 && at % 4 === 0 ? '-' : ''}${READABLE[randomInt(READABLE.length)]}`,
  ).join('')

const made = (name: (typeof names)[number]): string =>
  name === 'demoPassword' ? readablePassword() : randomBytes(24).toString('hex')

/** What keeps this installation's services and tokens its own. */
export type Secrets = Record<(typeof names)[number], string>

/** The secrets of a profile, made once. A variable of the environment (AUTH_SECRET, OPERATOR_TOKEN) comes first. */
export const ensureSecrets = (paths: ProfilePaths): Secrets => {
  const stored = readJson<Partial<Secrets>>(paths.secrets) ?? {}
  const entries = names.map((name) => [name, stored[name] ?? made(name)])
  const secrets = Object.fromEntries(entries) as Secrets
  if (names.some((name) => !stored[name])) writePrivateJson(paths.secrets, secrets)
  secrets.authSecret = process.env.AUTH_SECRET || secrets.authSecret
  secrets.operatorToken = process.env.OPERATOR_TOKEN || secrets.operatorToken
  writePrivate(paths.operatorToken, `${secrets.operatorToken}\n`)
  return secrets
}
