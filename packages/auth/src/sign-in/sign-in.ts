import type { Account } from '@gavel/db'
import { z } from 'zod'

/** What may be asked for after a password, or after an account elsewhere. */
const SECOND_FACTORS = ['totp', 'recovery', 'passkey'] as const

const refusal = z.discriminatedUnion('is', [
  /** They fit no account, or one that waits for its letter to be answered: which of them is never said (ACCOUNT-4). */
  z.strictObject({ is: z.literal('wrong') }),
  /** Too many wrong tries for this account or from this address: the password was not looked at. */
  z.strictObject({ is: z.literal('locked'), retryAfterMs: z.number() }),
  /** Right, but an administrator has shut this account out. */
  z.strictObject({ is: z.literal('banned'), reason: z.string().nullable() }),
  /** More people sign in at this moment than can be served: the password was not looked at. */
  z.strictObject({ is: z.literal('busy'), retryAfterMs: z.number() }),
  /** Right so far. `half` says so for five minutes, to whoever brings one of these factors with it. */
  z.strictObject({
    is: z.literal('needs-second-factor'),
    half: z.string().max(2_000),
    factors: z.array(z.enum(SECOND_FACTORS)),
  }),
])

/** Why nobody is signed in yet. */
export type SignInRefusal = z.infer<typeof refusal>

/**
 * What came of a try to sign in, by whatever way. Signing in is the caller's: this says whom, and the stamp of the password that was given
 * (`startSession`).
 */
export type SignInOutcome = { is: 'signed-in'; account: Account; stamp?: string } | SignInRefusal

/** A refusal as the one word that NextAuth carries from `authorize` to the page. */
export const refusalWord = (refused: SignInRefusal): string => JSON.stringify(refused)

/**
 * Reads what {@link refusalWord} wrote; null for any other text. Never read one from an address bar: whoever makes a link could put words into
 * the mouth of the page.
 */
export const refusalIn = (word: string): SignInRefusal | null => {
  try {
    return refusal.safeParse(JSON.parse(word)).data ?? null
  } catch {
    return null
  }
}

const MINUTE_MS = 60_000

/** `40 seconds`, `2 minutes`: never less than there is to wait. */
export const waitWords = (ms: number): string => {
  const [count, unit] = ms < 1.5 * MINUTE_MS ? [Math.ceil(ms / 1000), 'second'] : [Math.ceil(ms / MINUTE_MS), 'minute']
  return `${count} ${unit}${count === 1 ? '' : 's'}`
}
