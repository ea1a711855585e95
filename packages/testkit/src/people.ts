import type { AccessTokens } from '@gavel/auth'
import { newId } from '@gavel/db'

/** Somebody in a test, with a signed token. */
export type Person = { readonly userId: string; readonly token: string }

/** Makes a person out of nothing: a token is all that sockets ask for. */
export async function person(tokens: AccessTokens, as: { bot?: boolean; admin?: boolean } = {}): Promise<Person> {
  const userId = newId()
  const { token } = await tokens.sign({ userId, admin: as.admin ?? false, operator: false, bot: as.bot ?? false })
  return { userId, token }
}
