import { GOOGLE, needsCode } from '@gavel/auth'
import {
  type Account,
  countRecoveryCodes,
  hasPassword,
  identitiesOf,
  passkeysOf,
  type StoredIdentity,
  type StoredPasskey,
} from '@gavel/db'
import type { Services } from '../services.ts'
import { signedInProcedure } from '../trpc.ts'
import { personOf } from './person.ts'

/** How somebody signs in. */
export type WaysIn = {
  email: string
  /** Whether it was shown that somebody reads that address. */
  verified: boolean
  /** Whether the account has a password. */
  password: boolean
  google: Pick<StoredIdentity, 'email' | 'createdAtMs'> | null
  passkeys: StoredPasskey[]
  /** Whether a code is asked for after a password, or after Google. */
  codes: boolean
  recoveryCodesLeft: number
}

/** The same, and what this Gavel offers: Google where it is set up, passkeys where browsers let the site have them. */
export type SecurityOverview = WaysIn & { offers: { google: boolean; passkeys: boolean } }

/** How this account is signed in to. */
export const waysInto = async (
  { postgres }: Pick<Services, 'postgres'>,
  { id: userId, email, emailVerifiedAt }: Account,
): Promise<WaysIn> => {
  const [password, identities, passkeys, codes, recoveryCodesLeft] = await Promise.all([
    hasPassword(postgres, userId),
    identitiesOf(postgres, userId),
    passkeysOf(postgres, userId),
    needsCode(postgres, userId),
    countRecoveryCodes(postgres, userId),
  ])
  const google = identities.find(({ provider }) => provider === GOOGLE)
  return {
    email,
    verified: emailVerifiedAt !== null,
    password,
    google: google ? { email: google.email, createdAtMs: google.createdAtMs } : null,
    passkeys,
    codes,
    recoveryCodesLeft,
  }
}

export const overview = signedInProcedure.query(async ({ ctx: { services, userId } }): Promise<SecurityOverview> => {
  const ways = await waysInto(services, await personOf(services, userId))
  return { ...ways, offers: { google: services.googleOffered, passkeys: services.relyingParty !== null } }
})
