import {
  type Account,
  deliverProfiles,
  insertUser,
  newId,
  type Postgres,
  type SignInUser,
  setPasswordHash,
  setRights,
  userByEmail,
  userForSignIn,
} from '@gavel/db'
import { z } from 'zod'
import { hashPassword, MAX_PASSWORD_LENGTH, verifyPassword } from '../passwords/password.ts'
import { passwordFault } from '../passwords/password-rules.ts'
import type { SignedInActor } from '../tokens/tokens.ts'
import { personName } from './person-name.ts'

/** What somebody says of themselves to get an account. */
export const accountInput = z
  .object({
    email: z
      .string()
      .trim()
      .max(254, { error: 'This e-mail address is too long.' })
      .pipe(z.email({ error: 'This is not an e-mail address.' })),
    name: personName,
    // What is longer is refused by its length below, and not read.
    password: z.string().max(5 * MAX_PASSWORD_LENGTH, { error: 'This password is too long.' }),
  })
  .superRefine((given, context) => {
    const message = passwordFault(given.password, given)
    if (message) context.addIssue({ code: 'custom', path: ['password'], message })
  })

export type AccountInput = z.infer<typeof accountInput>

export type RegisterResult =
  | { ok: true; account: Account; created: boolean }
  /** `field` is where the fault lies; `message` is for the person. */
  | { ok: false; code: 'ACCOUNT.INVALID' | 'ACCOUNT.EMAIL_TAKEN'; field: keyof AccountInput; message: string }

/**
 * Makes an account and its profile. Repeating it with the same password answers the account that is there, so a form sent twice and
 * a seed run twice are harmless; with another password the address is taken.
 * @param options.verified whether somebody vouches for the address: nobody is asked to confirm it
 */
export const registerAccount = async (
  postgres: Postgres,
  input: AccountInput,
  { bot = false, verified = false }: { bot?: boolean; verified?: boolean } = {},
): Promise<RegisterResult> => {
  const parsed = accountInput.safeParse(input)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    const field = (issue?.path[0] ?? 'email') as keyof AccountInput
    return { ok: false, code: 'ACCOUNT.INVALID', field, message: issue?.message ?? 'Check this field.' }
  }
  const { email, name, password } = parsed.data
  const account = await insertUser(postgres, {
    id: newId(),
    email,
    name,
    passwordHash: await hashPassword(password),
    bot,
    emailVerifiedAt: verified ? new Date() : null,
  })
  if (account) {
    // The workers' sweep would do it too; doing it here means that the name is there on the next page.
    await deliverProfiles(postgres)
    return { ok: true, account, created: true }
  }
  const existing = await verifyCredentials(postgres, email, password)
  if (existing) return { ok: true, account: existing, created: false }
  return {
    ok: false,
    code: 'ACCOUNT.EMAIL_TAKEN',
    field: 'email',
    message: 'This e-mail address has an account already: sign in with it.',
  }
}

/** The account that this address and password fit, whatever else may keep it out; null where there is none. Takes as long for an unknown address. */
export const passwordFits = async (postgres: Postgres, email: string, password: string): Promise<SignInUser | null> => {
  if (password.length > MAX_PASSWORD_LENGTH) return null
  const user = await userForSignIn(postgres, email)
  return (await verifyPassword(user?.passwordHash ?? null, password)) ? user : null
}

/** The same as the account alone. */
export const verifyCredentials = async (postgres: Postgres, email: string, password: string): Promise<Account | null> =>
  (await passwordFits(postgres, email, password))?.account ?? null

/** Gives an account another password; null where the address has no account. @throws RangeError for one that is against the rules. */
export const changePassword = async (postgres: Postgres, email: string, password: string): Promise<Account | null> => {
  const account = await userByEmail(postgres, email)
  const fault = passwordFault(password, account ?? {})
  if (fault) throw new RangeError(fault)
  if (!account) return null
  await setPasswordHash(postgres, account.id, await hashPassword(password))
  return account
}

/** Makes the account of an address an administrator; null where the address has no account. Repeating it is harmless. */
export const promoteAdmin = async (postgres: Postgres, email: string): Promise<Account | null> => {
  const account = await userByEmail(postgres, email)
  const promoted = account && (await setRights(postgres, account.id, { admin: true }))
  return promoted && typeof promoted === 'object' ? promoted : null
}

/** Who may make events: people to whom an administrator granted it, or everybody with an account (the setting EVENT_CREATION). */
export type EventCreation = 'granted' | 'everyone'

/** The actor that an account is, for the policy table and for tokens. */
export const actorOf = (
  account: Pick<Account, 'id' | 'admin' | 'bot' | 'mayCreateEvents'>,
  eventCreation: EventCreation,
): SignedInActor => ({
  userId: account.id,
  admin: account.admin,
  operator: false,
  bot: account.bot,
  creator: !account.bot && (account.mayCreateEvents || eventCreation === 'everyone'),
})
