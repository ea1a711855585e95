import { changePassword, registerAccount } from '@gavel/auth'
import type { Postgres } from '@gavel/db'

/**
 * Makes an account for each of these people, all with one password; who has an account with another password gets this one. `said` gains
 * a line for a person on what was done.
 * @returns the account id of an address among them.
 */
export const seedPeople = async <Email extends string>(
  postgres: Postgres,
  people: readonly { email: Email; name: string }[],
  password: string,
  said: string[],
): Promise<(email: Email) => string> => {
  const ids = new Map<string, string>()
  let made = 0
  let changed = 0
  for (const { email, name } of people) {
    const result = await registerAccount(postgres, { email, name, password }, { verified: true })
    if (!result.ok && result.code !== 'ACCOUNT.EMAIL_TAKEN') throw new Error(`${email}: ${result.message}`)
    const account = result.ok ? result.account : await changePassword(postgres, email, password)
    if (!account) throw new Error(`${email}: the account is gone`)
    if (!result.ok) changed += 1
    else if (result.created) made += 1
    ids.set(email, account.id)
  }
  if (made > 0) said.push(`${made} demo accounts`)
  if (changed > 0) said.push(`another password for ${changed} demo accounts`)
  return (email) => {
    const id = ids.get(email)
    if (!id) throw new Error(`there is no demo account ${email}`)
    return id
  }
}
