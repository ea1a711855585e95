import {
  type Account,
  deliverProfiles,
  insertIdentity,
  insertUserFrom,
  newId,
  type Postgres,
  userOfIdentity,
} from '@gavel/db'
import { z } from 'zod'
import { personName } from '../accounts/person-name.ts'

export const GOOGLE = 'google'

/** What Google's signed answer says of a person. */
export const googlePerson = z.object({
  sub: z.string().min(1).max(255),
  email: z.email().max(254),
  email_verified: z.boolean().default(false),
  name: z.string().default(''),
})
export type GooglePerson = z.infer<typeof googlePerson>

/**
 * Whom somebody from Google signs in to. `known`: the account that this one is linked with; `made`: a new one; `unlinked`: an account has the
 * address, and only its owner can link it, signed in the way it was before (GOOGLE-3).
 */
export type GoogleSignIn = { outcome: 'known' | 'made'; account: Account } | { outcome: 'unlinked' }

/** Finds the account of somebody from Google, or makes it. Two first sign-ins at once make one account. */
export const signInFromGoogle = async (
  postgres: Postgres,
  { sub: subject, email, email_verified: verified, name }: GooglePerson,
): Promise<GoogleSignIn> => {
  const elsewhere = { provider: GOOGLE, subject, email }
  const known = await userOfIdentity(postgres, elsewhere)
  if (known) return { outcome: 'known', account: known }
  const said = personName.safeParse(name)
  const called = said.success ? said.data : (email.split('@')[0] ?? email)
  const account = await insertUserFrom(postgres, { id: newId(), name: called, verified }, elsewhere)
  if (!account) return raced(postgres, elsewhere)
  await deliverProfiles(postgres)
  return { outcome: 'made', account }
}

/** The address has an account by now: perhaps this very person's, made by another tab a moment ago. */
const raced = async (postgres: Postgres, elsewhere: { provider: string; subject: string }): Promise<GoogleSignIn> => {
  const account = await userOfIdentity(postgres, elsewhere)
  return account ? { outcome: 'known', account } : { outcome: 'unlinked' }
}

/** Links an account with one at Google; `taken` where either has another link already. */
export const linkGoogle = (
  postgres: Postgres,
  userId: string,
  { sub: subject, email }: GooglePerson,
): Promise<'linked' | 'taken'> => insertIdentity(postgres, userId, { provider: GOOGLE, subject, email })
