import type { NextAuthOptions } from 'next-auth'
import { decode } from 'next-auth/jwt'
import CredentialsProvider from 'next-auth/providers/credentials'
import GoogleProvider from 'next-auth/providers/google'
import type { z } from 'zod'
import { GOOGLE, googlePerson } from '../google/google.ts'
import {
  endSession,
  LONGEST_SESSION_MS,
  type SessionStores,
  SignInOverError,
  startSession,
  type Visitor,
} from '../sessions/sessions.ts'
import { refusalWord, type SignInOutcome } from './sign-in.ts'

declare module 'next-auth' {
  interface Session {
    /** The session's id in the table; empty in cookies of before there was one. Whether it goes on is asked on each request. */
    sid: string
  }

  interface User {
    /** The session that a way in of our own has begun. */
    sid?: string
  }
}

declare module 'next-auth/jwt' {
  interface JWT {
    sid?: string
  }
}

/**
 * A way to sign in that this site asks for itself, such as by a password: what a page sends, and who came of it. What it is sent is not checked yet.
 */
export type OwnWayIn = (given: Readonly<Record<string, unknown>>, visitor: Visitor) => Promise<SignInOutcome>

/** How Google knows Gavel, and what becomes of people who come back from there. */
export type GoogleWayIn = {
  clientId: string
  clientSecret: string
  /** Who signs what is said of a person. */
  issuer: string
  /** Whom somebody signs in to: an account's id, or else the path to go on to, where nobody is signed in by it. */
  arrived: (person: z.infer<typeof googlePerson>) => Promise<{ userId: string } | { path: string }>
  /** The path to go on to where Google says nothing that could be used. */
  unusable: string
}

/** The cookie that names a session. Its prefix makes browsers refuse it from anything but https on this very host. */
export const sessionCookieOf = (webUrl: string): string =>
  webUrl.startsWith('https://') ? '__Host-gavel.session' : 'gavel.session'

/** The id of the session that a cookie names; null where it is none of ours. Whether the session goes on is for the table to say. */
export const sessionIdIn = async (cookie: string | undefined, secret: string): Promise<string | null> => {
  const token = cookie === undefined ? null : await decode({ token: cookie, secret }).catch(() => null)
  return token?.sid ?? null
}

const googleProvider = ({ clientId, clientSecret, issuer }: GoogleWayIn) =>
  GoogleProvider({
    clientId,
    clientSecret,
    issuer,
    wellKnown: `${issuer}/.well-known/openid-configuration`,
    checks: ['state', 'pkce', 'nonce'],
    client: { token_endpoint_auth_method: 'client_secret_post' },
    authorization: { params: { scope: 'openid email profile', prompt: 'select_account' } },
  })

/**
 * NextAuth's options. Each of `ways` is a credentials provider of that name; its refusals reach the page as `refusalWord`s. The cookie is signed and encrypted, and names a session of the table.
 */
export const createAuthOptions = ({
  stores,
  visitor,
  cookie,
  secret,
  webUrl,
  ways,
  google,
  warn,
}: {
  /** A function, so that building the pages needs no database. */
  stores: () => Promise<SessionStores>
  /** Whose request this is. */
  visitor: () => Promise<Visitor>
  /** What it brings as the cookie of this name. */
  cookie: (name: string) => Promise<string | undefined>
  secret: string
  /** Decides whether cookies are marked `Secure`. */
  webUrl: string
  ways: Readonly<Record<string, OwnWayIn>>
  /** Null where people do not sign in with Google here. */
  google: GoogleWayIn | null
  /** Told of what goes wrong on the way, such as an answer of Google's that is not for this browser. */
  warn: (word: string, about: unknown) => void
}): NextAuthOptions => {
  const secure = webUrl.startsWith('https://')
  return {
    secret,
    useSecureCookies: secure,
    // The table says when a session is over; the cookie only has to outlive it.
    session: { strategy: 'jwt', maxAge: LONGEST_SESSION_MS / 1000 },
    pages: { signIn: '/signin', error: '/signin' },
    cookies: {
      sessionToken: {
        name: sessionCookieOf(webUrl),
        options: { httpOnly: true, sameSite: 'lax', path: '/', secure },
      },
    },
    logger: { error: warn, warn: () => {}, debug: () => {} },
    providers: [
      ...Object.entries(ways).map(([id, way]) =>
        CredentialsProvider({
          id,
          name: id,
          credentials: {},
          authorize: async (given) => {
            const asking = await visitor()
            const outcome = await way(given ?? {}, asking)
            if (outcome.is !== 'signed-in') throw new Error(refusalWord(outcome))
            const { account, stamp } = outcome
            // Bots sign in by access token alone.
            if (account.bot) throw new Error(refusalWord({ is: 'wrong' }))
            const { postgres } = await stores()
            const about = { userId: account.id, kind: 'browser', visitor: asking, stamp } as const
            const sid = await startSession(postgres, about).catch((error: unknown) => {
              throw error instanceof SignInOverError ? new Error(refusalWord({ is: 'wrong' })) : error
            })
            return { id: account.id, sid }
          },
        }),
      ),
      ...(google ? [googleProvider(google)] : []),
    ],
    callbacks: {
      signIn: async ({ user, account, profile }) => {
        if (account?.provider !== GOOGLE || !google) return true
        const person = googlePerson.safeParse(profile)
        if (!person.success) return google.unusable
        const arrived = await google.arrived(person.data)
        if ('path' in arrived) return arrived.path
        // NextAuth makes the cookie of this very object: it is Google's person until here, and ours from here on.
        user.id = arrived.userId
        return true
      },
      // NextAuth's own fails for an address that is none, and reads `//evil.example` in another way than browsers do.
      redirect: async ({ url, baseUrl }) => {
        const there = URL.canParse(url, baseUrl) ? new URL(url, baseUrl) : null
        return there?.origin === new URL(baseUrl).origin ? there.href : baseUrl
      },
      // `user` is there at sign-in alone, of whatever kind.
      jwt: async ({ token, user }) => {
        if (!user) return token
        const opened = await stores()
        // Of Google's people there is none yet.
        const begun = { userId: user.id, kind: 'browser', visitor: await visitor() } as const
        const sid = user.sid ?? (await startSession(opened.postgres, begun))
        // Whoever signs in over another session leaves it: its cookie is about to be written over.
        const before = await sessionIdIn(await cookie(sessionCookieOf(webUrl)), secret)
        if (before) await endSession(opened, { sid: before }, 'signed-out')
        return { sub: user.id, sid }
      },
      // Names nobody: the cookie outlives a session that was ended elsewhere, and a page asks the API who is signed in.
      session: ({ session: { expires }, token }) => ({ expires, sid: token.sid ?? '' }),
    },
    events: {
      signOut: async ({ token }) => {
        if (token.sid) await endSession(await stores(), { sid: token.sid }, 'signed-out')
      },
    },
  }
}
