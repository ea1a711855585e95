import { AppError } from '../errors.ts'
import type { Services } from '../services.ts'

/**
 * Looks at a code of an account, as often as guesses are allowed (GUESS-1). A right one forgives those before.
 * @param look answers null or false for a wrong one
 * @throws AppError LIMIT.TOO_MANY, with the seconds to wait
 */
export const guessing = async <T>(
  { limits }: Pick<Services, 'limits'>,
  userId: string,
  look: () => Promise<T>,
): Promise<T> => {
  const waitMs = await limits.lockout.enter('code', userId)
  if (waitMs > 0) throw new AppError('LIMIT.TOO_MANY', { seconds: Math.ceil(waitMs / 1000) })
  const found = await look()
  if (found) await limits.lockout.forgive('code', userId, true)
  return found
}
