import { availableParallelism } from 'node:os'
import { isNamed } from '@gavel/config'
import { hash, verify } from '@node-rs/argon2'
import pLimit, { type LimitFunction } from 'p-limit'

/** The shortest password. Length is the one rule: no classes of characters are asked for. */
export const MIN_PASSWORD_LENGTH = 10
/** Longer ones are refused before they are hashed, so that a request cannot buy an hour of work. */
export const MAX_PASSWORD_LENGTH = 200

// OWASP's first choice for argon2id: 19 MiB, two passes, one lane; about 50 ms on a small server.
const OPTIONS = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

/** More passwords wait than can be looked at soon: nothing was looked at, and the same may be asked again. */
export class PasswordsBusyError extends Error {
  static override [Symbol.hasInstance](value: unknown): boolean {
    return isNamed(value, 'PasswordsBusyError')
  }

  override name = 'PasswordsBusyError'
  readonly retryAfterMs: number

  constructor(retryAfterMs: number) {
    super('More passwords wait to be checked than can be checked soon')
    this.retryAfterMs = retryAfterMs
  }
}

/** One password takes about so long. */
const HASH_MS = 60
/** What a person waits for a page, and no longer: about 15 seconds of work for one core. */
const MAX_WAITING = 250

/** Work of so many at once, with a bounded line of those who wait. @throws PasswordsBusyError where the line is full */
export const inLine = (
  atOnce: number,
  maxWaiting: number,
): (<Result>(work: () => Promise<Result>) => Promise<Result>) => {
  const limit: LimitFunction = pLimit(atOnce)
  return async (work) => {
    if (limit.pendingCount >= maxWaiting) throw new PasswordsBusyError((limit.pendingCount * HASH_MS) / atOnce)
    return limit(work)
  }
}

/**
 * Hashing runs on libuv's threads, away from the event loop; one core is always left to everybody else (ACCOUNT-7). Kept on the process: the web
 * app's bundler may hold several copies of this module.
 */
const kept = globalThis as { gavelPasswords?: ReturnType<typeof inLine> }
const bounded = <Result>(work: () => Promise<Result>): Promise<Result> => {
  kept.gavelPasswords ??= inLine(Math.max(1, availableParallelism() - 1), MAX_WAITING)
  return kept.gavelPasswords(work)
}

/** Hashes a password with argon2id; the salt and the costs are in the text. @throws PasswordsBusyError */
export const hashPassword = (password: string): Promise<string> =>
  bounded(() => hash(password.normalize('NFKC'), OPTIONS))

/** A hash that no password has, with today's costs: what an unknown address is checked against. */
const nobody: Promise<string> = hashPassword(crypto.randomUUID())

/**
 * Whether the password has this hash. With null, for an address that has no account, it does the same work and answers false, so
 * that the time taken does not tell which addresses have accounts.
 * @throws PasswordsBusyError
 */
export const verifyPassword = async (stored: string | null, password: string): Promise<boolean> => {
  const against = stored ?? (await nobody)
  const same = await bounded(() => verify(against, password.normalize('NFKC')))
  return stored !== null && same
}
