import { type AccessTokens, startSession } from '@gavel/auth'
import { insertUser, newId, type Postgres, setRights } from '@gavel/db'

/** Somebody in a test, with a signed token. */
export type Person = { readonly userId: string; readonly token: string }

/** Makes a person out of nothing: a token is all that sockets ask for. */
export async function person(tokens: AccessTokens, as: { bot?: boolean; admin?: boolean } = {}): Promise<Person> {
  const userId = newId()
  const { admin = false, bot = false } = as
  const { token } = await tokens.sign({ userId, admin, operator: false, bot, creator: false })
  return { userId, token }
}

/** Makes a person with an account and a session, which the token ends with. */
export async function signedInPerson(
  { postgres, tokens }: { postgres: Postgres; tokens: AccessTokens },
  { admin = false }: { admin?: boolean } = {},
): Promise<Person & { readonly sid: string }> {
  const userId = newId()
  await insertUser(postgres, {
    id: userId,
    email: `${userId}@test.gavel`,
    name: 'Somebody',
    passwordHash: null,
    bot: false,
  })
  if (admin) await setRights(postgres, userId, { admin })
  const visitor = { address: '192.0.2.1', userAgent: null }
  const sid = await startSession(postgres, { userId, kind: 'browser', visitor })
  const actor = { userId, admin, operator: false, bot: false, creator: false }
  return { userId, sid, token: (await tokens.sign(actor, { sid })).token }
}
