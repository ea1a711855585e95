import {
  afterFirstFactor,
  afterSecondFactor,
  halfWayIn,
  PasswordsBusyError,
  passwordFits,
  type SignInOutcome,
  type SignInRefusal,
  waitWords,
} from '@gavel/auth'
import { type Account, banOf, foldEmail, type SignInUser } from '@gavel/db'
import { AppError } from '../errors.ts'
import type { Services } from '../services.ts'

type Parts = Pick<Services, 'limits' | 'postgres' | 'secrets'>
type Attempt = { email: string; password: string; address: string }

const MINUTE_MS = 60_000

/**
 * Signs in by a password: the one procedure for pages, programs and whoever is asked once more.
 *
 * A try is counted before the password is looked at (GUESS-2), for the account and for the address. An account that waits for its letter
 * answers as one that is not there, and counts as a wrong try: otherwise registering an address and trying it would tell whether it had an
 * account before (MAIL-2).
 */
export const signInWithPassword = async (parts: Parts, attempt: Attempt): Promise<SignInOutcome> => {
  const found = await passwordTried(parts, attempt)
  return 'is' in found ? found : admit(parts, found.account, 'first-factor', found.stamp)
}

/** Brings the code to a right first factor. */
export const signInWithCode = async (parts: Parts, given: { half: string; code: string }): Promise<SignInOutcome> => {
  const { limits, postgres, secrets } = parts
  const first = halfWayIn(secrets.authSecret, given.half)
  if (first === null) return { is: 'wrong' }
  const { userId, stamp } = first
  const waitMs = await limits.lockout.enter('code', userId)
  if (waitMs > 0) return { is: 'locked', retryAfterMs: waitMs }
  const account = await afterSecondFactor(postgres, secrets.authSecret, given)
  if (!account) return { is: 'wrong' }
  await limits.lockout.forgive('code', userId, true)
  return admit(parts, account, 'both-factors', stamp)
}

/** Signs in by a password, and by the code with it where one is given. */
export const signIn = async (
  parts: Parts,
  { code, ...attempt }: Attempt & { code?: string },
): Promise<SignInOutcome> => {
  const outcome = await signInWithPassword(parts, attempt)
  if (outcome.is !== 'needs-second-factor' || code === undefined) return outcome
  return signInWithCode(parts, { half: outcome.half, code })
}

/**
 * The last gate of every way in.
 * @param shown whether what was shown stands for one factor, as a password or an account elsewhere, or for two, as a passkey
 * @param stamp of the password that was shown, where one was
 */
export const admit = async (
  { postgres, secrets }: Parts,
  account: Account,
  shown: 'first-factor' | 'both-factors',
  stamp?: string,
): Promise<SignInOutcome> => {
  const ban = await banOf(postgres, account.id)
  if (ban) return { is: 'banned', reason: ban.reason }
  return shown === 'both-factors'
    ? { is: 'signed-in', account, ...(stamp !== undefined && { stamp }) }
    : afterFirstFactor(postgres, secrets.authSecret, account, { stamp })
}

/** Whose password it is, within the bounds for those who guess. */
export const passwordTried = async (
  { limits, postgres }: Parts,
  { email: typed, password, address }: Attempt,
): Promise<SignInUser | SignInRefusal> => {
  const email = foldEmail(typed)
  const { lockout } = limits
  if (!(await limits.tryTake('signInByAddress', address))) return { is: 'locked', retryAfterMs: MINUTE_MS }
  return lockout.inTurn(email, async () => {
    const pauseMs = await lockout.enter('address', address)
    if (pauseMs > 0) return { is: 'locked', retryAfterMs: pauseMs }
    const waitMs = await lockout.enter('password', email)
    if (waitMs > 0) {
      await lockout.forgive('address', address, false)
      return { is: 'locked', retryAfterMs: waitMs }
    }
    try {
      const user = await passwordFits(postgres, email, password)
      if (!user || user.waits) return { is: 'wrong' }
      await Promise.all([lockout.forgive('password', email, true), lockout.forgive('address', address, false)])
      return user
    } catch (error) {
      if (!(error instanceof PasswordsBusyError)) throw error
      await Promise.all([lockout.forgive('password', email, false), lockout.forgive('address', address, false)])
      return { is: 'busy', retryAfterMs: error.retryAfterMs }
    }
  })
}

/** A refusal to sign in as one of the API. */
export const refusedSignIn = (refused: SignInRefusal): AppError => {
  switch (refused.is) {
    case 'wrong':
      return new AppError('AUTH.WRONG_CREDENTIALS')
    case 'locked':
      return new AppError('AUTH.LOCKED', {
        wait: waitWords(refused.retryAfterMs),
        seconds: seconds(refused.retryAfterMs),
      })
    case 'banned':
      return new AppError('AUTH.BANNED', { reason: refused.reason ?? '' })
    case 'busy':
      return new AppError('AUTH.BUSY', { seconds: seconds(refused.retryAfterMs) })
    case 'needs-second-factor':
      return new AppError('AUTH.CODE_NEEDED', { half: refused.half })
  }
}

const seconds = (ms: number): number => Math.ceil(ms / 1000)
