import 'server-only'
import { arriveFromGoogle } from '@gavel/api'
import { liveSession } from '@gavel/auth'
import { type GoogleWayIn, sessionCookieOf, sessionIdIn } from '@gavel/auth/next-auth'
import { refusalWord, type SignInRefusal } from '@gavel/auth/sign-in'
import { loadEnvPart } from '@gavel/config'
import { cookies } from 'next/headers'
import { paths, safeNext } from '../paths.ts'
import { ARRIVAL, ARRIVAL_SECONDS } from './arrival.ts'
import { services } from './services.ts'

/** The session that this browser has, as a way back from Google may find one. */
const sessionHere = async () => {
  const { authSecret, webUrl } = loadEnvPart(['authSecret', 'webUrl'])
  const sid = await sessionIdIn((await cookies()).get(sessionCookieOf(webUrl))?.value, authSecret)
  return sid === null ? null : liveSession((await services()).postgres, sid)
}

/** The path that NextAuth has kept to go on to. */
const nextPath = async (webUrl: string): Promise<string> => {
  const jar = await cookies()
  const kept = jar.get('__Secure-next-auth.callback-url') ?? jar.get('next-auth.callback-url')
  if (!kept || !URL.canParse(kept.value, webUrl)) return paths.home
  const { pathname, search } = new URL(kept.value, webUrl)
  return safeNext(`${pathname}${search}`)
}

/** Keeps for the sign-in page why nobody is signed in yet. It is not in its address: whoever makes a link could put words into its mouth. */
const keepArrival = async (refused: SignInRefusal, webUrl: string): Promise<void> => {
  const jar = await cookies()
  jar.set(ARRIVAL, refusalWord(refused), {
    httpOnly: true,
    sameSite: 'lax',
    secure: webUrl.startsWith('https:'),
    path: paths.signin(),
    maxAge: ARRIVAL_SECONDS,
  })
}

/** Signing in with Google, as this app does it; null where it is not set up. */
export const googleWayIn = (): GoogleWayIn | null => {
  const { googleClientId, googleClientSecret, googleIssuer, webUrl } = loadEnvPart([
    'googleClientId',
    'googleClientSecret',
    'googleIssuer',
    'webUrl',
  ])
  if (googleClientId === undefined || googleClientSecret === undefined) return null
  return {
    clientId: googleClientId,
    clientSecret: googleClientSecret,
    issuer: googleIssuer,
    unusable: paths.fromGoogle('unusable'),
    arrived: async (person) => {
      const arrival = await arriveFromGoogle(await services(), person, await sessionHere())
      switch (arrival.is) {
        case 'signed-in':
          return { userId: arrival.account.id }
        case 'linked':
        case 'taken':
          return { path: paths.security(arrival.is) }
        case 'unlinked':
          return { path: paths.fromGoogle('unlinked', await nextPath(webUrl)) }
        default:
          await keepArrival(arrival, webUrl)
          return { path: paths.fromGoogle('kept', await nextPath(webUrl)) }
      }
    },
  }
}
