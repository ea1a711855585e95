import 'server-only'
import type { Services, TakenSeat } from '@gavel/api'
import { ACCESS_TOKEN_TTL_MS, type Actor } from '@gavel/auth'
import { loadEnvPart } from '@gavel/config'

/** Holds the token of a visitor without an account who sits in a bot's place of the demo. */
const COOKIE = 'gavel.seat'
const IN_COOKIES = new RegExp(`(?:^|; )${COOKIE}=([^;]{1,4096})`)

/** The visitor whom the request's seat names; null where there is none, or it is long over. */
export const seatActor = async ({ tokens }: Services, given: Headers): Promise<Actor | null> => {
  const token = IN_COOKIES.exec(given.get('cookie') ?? '')?.[1]
  const verified = token ? await tokens.verify(token) : null
  // Nothing but a guest's identity is ever taken from this cookie.
  return verified?.ok && verified.actor.bot ? verified.actor : null
}

/** The header that keeps a guest's seat in the browser; null for people with an account, whom their session names. */
export const seatCookie = async ({ tokens }: Services, { actor }: TakenSeat): Promise<string | null> => {
  if (!actor.bot) return null
  const { token } = await tokens.sign(actor)
  const secure = loadEnvPart(['webUrl']).webUrl.startsWith('https:') ? '; Secure' : ''
  return `${COOKIE}=${token}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${ACCESS_TOKEN_TTL_MS / 1_000}${secure}`
}

/** The header that takes the cookie away. */
export const NO_SEAT = `${COOKIE}=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0`
