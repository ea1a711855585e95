import { hash, verify } from '@node-rs/argon2'

/** The shortest password. Length is the one rule: no classes of characters are asked for. */
export const MIN_PASSWORD_LENGTH = 10
/** Longer ones are refused before they are hashed, so that a request cannot buy an hour of work. */
export const MAX_PASSWORD_LENGTH = 200

// OWASP's first choice for argon2id: 19 MiB, two passes, one lane; about 50 ms on a small server.
const OPTIONS = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

/** Hashes a password with argon2id; the salt and the costs are in the text. */
export const hashPassword = (password: string): Promise<string> => hash(password.normalize('NFKC'), OPTIONS)

/** A hash that no password has, with today's costs: what an unknown address is checked against. */
const nobody: Promise<string> = hashPassword(crypto.randomUUID())

/**
 * Whether the password has this hash. With null, for an address that has no account, it does the same work and answers false, so
 * that the time taken does not tell which addresses have accounts.
 */
export const verifyPassword = async (stored: string | null, password: string): Promise<boolean> => {
  const same = await verify(stored ?? (await nobody), password.normalize('NFKC'))
  return stored !== null && same
}
