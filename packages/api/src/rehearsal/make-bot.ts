import { registerAccount } from '@gavel/auth'
import { newId } from '@gavel/db'
import type { Services } from '../services.ts'
import type { BotSignIn } from './create-input.ts'

/**
 * Makes an account for a bot, which acts in rehearsals alone.
 * @param tag tells bots apart; it begins with the tag of what they are made for, by which they are forgotten.
 */
export const makeBot = async (
  { postgres }: Pick<Services, 'postgres'>,
  tag: string,
  name: string,
): Promise<BotSignIn> => {
  const email = `bot-${tag}@bots.gavel.test`
  const password = `${newId()}${newId()}`
  const result = await registerAccount(
    postgres,
    { email, name: `${name.slice(0, 112)} (bot)`, password },
    { bot: true },
  )
  if (!result.ok) throw new Error(`a bot could not be made: ${result.message}`)
  return { userId: result.account.id, email, password }
}
