import {
  type Account,
  deliverProfiles,
  foldEmail,
  insertUser,
  newId,
  type Postgres,
  setAdmin,
  userByEmail,
  userWithHash,
} from '@gavel/db'
import { z } from 'zod'
import { hashPassword, MAX_PASSWORD_LENGTH, MIN_PASSWORD_LENGTH, verifyPassword } from './password.ts'
import type { SignedInActor } from './tokens.ts'

export const accountInput = z.object({
  email: z
    .string()
    .trim()
    .max(254, { error: 'This e-mail address is too long.' })
    .pipe(z.email({ error: 'This is not an e-mail address.' })),
  name: z
    .string()
    .trim()
    .min(1, { error: 'Say what people call you.' })
    .max(120, { error: 'A name may have at most 120 characters.' }),
  password: z
    .string()
    .min(MIN_PASSWORD_LENGTH, { error: `A password has at least ${MIN_PASSWORD_LENGTH} characters.` })
    .max(MAX_PASSWORD_LENGTH, { error: `A password has at most ${MAX_PASSWORD_LENGTH} characters.` }),
})

export type AccountInput = z.infer<typeof accountInput>

export type RegisterResult =
  | { ok: true; account: Account; created: boolean }
  /** `field` is where the fault lies; `message` is for the person. */
  | { ok: false; code: 'ACCOUNT.INVALID' | 'ACCOUNT.EMAIL_TAKEN'; field: keyof AccountInput; message: string }

/**
 * Makes an account and its profile. Repeating it with the same password answers the account that is there, so a form sent twice and
 * a seed run twice are harmless; with another password the address is taken.
 */
export const registerAccount = async (
  postgres: Postgres,
  input: AccountInput,
  { bot = false }: { bot?: boolean } = {},
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

/** The account that this address and password sign in to, or null. Takes as long for an address without an account. */
export const verifyCredentials = async (
  postgres: Postgres,
  email: string,
  password: string,
): Promise<Account | null> => {
  if (password.length > MAX_PASSWORD_LENGTH) return null
  const user = await userWithHash(postgres, foldEmail(email))
  const matches = await verifyPassword(user?.passwordHash ?? null, password)
  if (!user || !matches) return null
  const { passwordHash: _, ...account } = user
  return account
}

/** Makes the account of an address an administrator; null where the address has no account. Repeating it is harmless. */
export const promoteAdmin = async (postgres: Postgres, email: string): Promise<Account | null> => {
  const account = await userByEmail(postgres, email)
  return account && setAdmin(postgres, account.id, true)
}

/** The actor that an account is, for the policy table and for tokens. */
export const actorOf = (account: Pick<Account, 'id' | 'admin' | 'bot'>): SignedInActor => ({
  userId: account.id,
  admin: account.admin,
  operator: false,
  bot: account.bot,
})
