import 'server-only'
import { type Context, createCaller, type Services } from '@gavel/api'
import { actorOf, GUEST, liveSession } from '@gavel/auth'
import { headers } from 'next/headers'
import { getServerSession } from 'next-auth'
import { cache } from 'react'
import { authOptions } from './auth-options.ts'
import { bearerIn } from './same-origin.ts'
import { seatActor } from './seat.ts'
import { services } from './services.ts'
import { addressOf } from './visitor.ts'

type Asker = Pick<Context, 'actor' | 'session'>
const NOBODY: Asker = { actor: GUEST, session: null }

/** The account of a session as it is now: a session that was ended, and a right that was taken away, are gone at once. */
const bySession = async ({ postgres, eventCreation }: Services, sid: string, address: string): Promise<Asker> => {
  const session = await liveSession(postgres, sid, address)
  return session ? { actor: actorOf(session.account, eventCreation), session } : NOBODY
}

/** Whom the browser's cookie names; looked up once for a page, however many parts of it ask. */
const byCookie = cache(async (address: string): Promise<Asker> => {
  const cookie = await getServerSession(authOptions())
  return cookie?.sid ? bySession(await services(), cookie.sid, address) : NOBODY
})

/** Whom an access token names; nobody by one that is no longer good. */
const byToken = async (opened: Services, token: string, address: string): Promise<Asker> => {
  const verified = await opened.tokens.verify(token)
  if (!verified.ok) return NOBODY
  // Bots and the operator have no session.
  return verified.sid === null ? { actor: verified.actor, session: null } : bySession(opened, verified.sid, address)
}

/** Programs bring an access token, browsers a session, and visitors in a bot's place of the demo their seat. */
const askerFrom = async (opened: Services, given: Headers, address: string): Promise<Asker> => {
  const token = bearerIn(given)
  if (token) return byToken(opened, token, address)
  const asker = await byCookie(address)
  const seat = asker.session ? null : await seatActor(opened, given)
  return seat ? { actor: seat, session: null } : asker
}

/** What procedures know of an HTTP request. */
export const contextFrom = async (given: Headers): Promise<Context> => {
  const opened = await services()
  const address = addressOf(given)
  return { services: opened, ...(await askerFrom(opened, given, address)), address }
}

/**
 * What the REST API knows of a request: its bearer alone. Cookies do not count there, so that no page of another site can ask anything with
 * them. `tokenRefused`: a token was brought that is not good, or something that is none.
 */
export const bearerContextFrom = async (given: Headers): Promise<{ ctx: Context; tokenRefused: boolean }> => {
  const opened = await services()
  const address = addressOf(given)
  const token = bearerIn(given)
  const asker = token ? await byToken(opened, token, address) : NOBODY
  const tokenRefused = given.has('authorization') && asker.actor.userId === null
  return { ctx: { services: opened, ...asker, address }, tokenRefused }
}

/** The procedures, called directly by a server component with the rights of the person who asked for the page. */
export const api = async (): Promise<ReturnType<typeof createCaller>> =>
  createCaller(await contextFrom(await headers()))
