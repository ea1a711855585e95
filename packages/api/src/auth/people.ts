import { foldEmail, userForSignIn } from '@gavel/db'
import { AppError } from '../errors.ts'
import type { Services } from '../services.ts'

/** Looks up people by e-mail; the answer gives each one's user id. @throws AppError AUTH.NO_SUCH_PERSON naming the first unknown */
export const usersByEmail = async (
  { postgres }: Pick<Services, 'postgres'>,
  emails: readonly string[],
): Promise<(email: string) => string> => {
  const ids = new Map<string, string>()
  for (const email of new Set(emails.map(foldEmail))) {
    const user = await userForSignIn(postgres, email)
    // Somebody may have typed that address who does not read it.
    if (!user || user.waits) throw new AppError('AUTH.NO_SUCH_PERSON', { email })
    ids.set(email, user.account.id)
  }
  return (email) => {
    const id = ids.get(foldEmail(email))
    if (!id) throw new AppError('AUTH.NO_SUCH_PERSON', { email })
    return id
  }
}
