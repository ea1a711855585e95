import 'server-only'
import { type Context, createCaller, type Services } from '@gavel/api'
import { type Actor, actorOf, createAccessTokens, GUEST } from '@gavel/auth'
import { userById } from '@gavel/db'
import { headers } from 'next/headers'
import { getServerSession } from 'next-auth'
import { authOptions } from './auth-options.ts'
import { services } from './services.ts'

const BEARER = /^Bearer (\S{1,4096})$/

/** Where a request comes from, as `noteAddress` has written it. */
export const addressOf = (given: Headers): string => given.get('x-forwarded-for') ?? 'unknown'

/** The account of the session as it is now: a right that was taken away is gone at once. */
const sessionActor = async ({ postgres }: Services): Promise<Actor> => {
  const session = await getServerSession(authOptions())
  if (!session) return GUEST
  const account = await userById(postgres, session.user.id)
  return account ? actorOf(account) : GUEST
}

/** Programs bring an access token, browsers a session; a token that is no longer good makes a guest. */
const actorFrom = async (opened: Services, given: Headers): Promise<Actor> => {
  const token = BEARER.exec(given.get('authorization') ?? '')?.[1]
  if (!token) return sessionActor(opened)
  const verified = await createAccessTokens(opened.secrets.authSecret).verify(token)
  return verified.ok ? verified.actor : GUEST
}

/** What procedures know of an HTTP request. */
export const contextFrom = async (given: Headers): Promise<Context> => {
  const opened = await services()
  return { services: opened, actor: await actorFrom(opened, given), address: addressOf(given) }
}

/** The procedures, called directly by a server component with the rights of the person who asked for the page. */
export const api = async (): Promise<ReturnType<typeof createCaller>> =>
  createCaller(await contextFrom(await headers()))
