import { randomBytes } from 'node:crypto'
import { readJson, writePrivate, writePrivateJson } from './json-file.ts'
import type { ProfilePaths } from './paths.ts'

const names = ['authSecret', 'operatorToken', 'postgres', 'redis', 'rabbitmq'] as const

/** What keeps this installation's services and tokens its own. */
export type Secrets = Record<(typeof names)[number], string>

/** The secrets of a profile, made once. A variable of the environment (AUTH_SECRET, OPERATOR_TOKEN) comes first. */
export const ensureSecrets = (paths: ProfilePaths): Secrets => {
  const stored = readJson<Partial<Secrets>>(paths.secrets) ?? {}
  const entries = names.map((name) => [name, stored[name] ?? randomBytes(24).toString('hex')])
  const secrets = Object.fromEntries(entries) as Secrets
  if (names.some((name) => !stored[name])) writePrivateJson(paths.secrets, secrets)
  secrets.authSecret = process.env.AUTH_SECRET || secrets.authSecret
  secrets.operatorToken = process.env.OPERATOR_TOKEN || secrets.operatorToken
  writePrivate(paths.operatorToken, `${secrets.operatorToken}\n`)
  return secrets
}
