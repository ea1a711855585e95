import { type Account, type Postgres, userById } from '@gavel/db'
import { z } from 'zod'
import { needsCode, takeCode } from '../factors/second-factors.ts'
import { seal, unseal } from '../tokens/seal.ts'
import type { SignInOutcome } from './sign-in.ts'

/** How long the second factor may be brought after the first. */
const HALF_MS = 5 * 60_000

const half = z.strictObject({ userId: z.string(), untilMs: z.number(), stamp: z.string().optional() })

/** Whose first factor was right. `stamp`: of the password, where it was one. */
export type HalfWay = { userId: string; stamp?: string }

/**
 * What comes of a right password, or of an account elsewhere: it signs in, or a second factor is asked for (FACTOR-1).
 * @param options.stamp of the password that was right
 */
export const afterFirstFactor = async (
  postgres: Postgres,
  authSecret: string,
  account: Account,
  { stamp, nowMs = Date.now() }: { stamp?: string | undefined; nowMs?: number } = {},
): Promise<SignInOutcome> => {
  const stamped = stamp === undefined ? {} : { stamp }
  if (!(await needsCode(postgres, account.id))) return { is: 'signed-in', account, ...stamped }
  const given: z.infer<typeof half> = { userId: account.id, untilMs: nowMs + HALF_MS, ...stamped }
  return {
    is: 'needs-second-factor',
    half: seal(authSecret, 'half-sign-in', JSON.stringify(given)),
    // A passkey is asked for in its own way, and does alone.
    factors: ['totp', 'recovery'],
  }
}

/** Whose first factor was right; null where that is longer ago than five minutes, or was never said by us. */
export const halfWayIn = (authSecret: string, given: string, nowMs = Date.now()): HalfWay | null => {
  const text = unseal(authSecret, 'half-sign-in', given)
  const said = text === null ? null : half.safeParse(JSON.parse(text))
  if (!said?.success || nowMs >= said.data.untilMs) return null
  const { userId, stamp } = said.data
  return { userId, ...(stamp !== undefined && { stamp }) }
}

/** The account whose first factor was right and to whom this code belongs; null otherwise. The caller bounds the tries. */
export const afterSecondFactor = async (
  postgres: Postgres,
  authSecret: string,
  { half: given, code }: { half: string; code: string },
): Promise<Account | null> => {
  const first = halfWayIn(authSecret, given)
  if (!first || !(await takeCode(postgres, authSecret, { userId: first.userId, code }))) return null
  return userById(postgres, first.userId)
}
