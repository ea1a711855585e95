import type { RelyingParty } from '@gavel/auth'
import { type Account, userById } from '@gavel/db'
import { AppError } from '../errors.ts'
import type { Services } from '../services.ts'

/** The account of whoever is signed in. @throws AppError AUTH.FORBIDDEN where it has gone meanwhile */
export const personOf = async ({ postgres }: Pick<Services, 'postgres'>, userId: string): Promise<Account> => {
  const account = await userById(postgres, userId)
  if (!account) throw new AppError('AUTH.FORBIDDEN')
  return account
}

/** The site as passkeys know it. @throws AppError PASSKEY.NOT_HERE where browsers let it have none */
export const partyOf = ({ relyingParty }: Pick<Services, 'relyingParty'>): RelyingParty => {
  if (!relyingParty) throw new AppError('PASSKEY.NOT_HERE')
  return relyingParty
}
