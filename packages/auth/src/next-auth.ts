import type { Postgres } from '@gavel/db'
import type { NextAuthOptions } from 'next-auth'
import CredentialsProvider from 'next-auth/providers/credentials'
import { z } from 'zod'
import { verifyCredentials } from './accounts.ts'

declare module 'next-auth' {
  interface Session {
    user: { id: string; name: string; email: string; admin: boolean }
  }
  interface User {
    admin: boolean
  }
}

declare module 'next-auth/jwt' {
  interface JWT {
    admin?: boolean
  }
}

/** Says whether one more try to sign in is allowed; asked before the password is looked at. */
export type AllowSignIn = (attempt: { email: string; address: string }) => Promise<boolean>

/** What the sign-in page finds in `error` when there were too many tries. */
export const TOO_MANY_TRIES = 'TooManyTries'

const SESSION_SECONDS = 7 * 24 * 60 * 60

const credentials = z.object({ email: z.string().max(254), password: z.string().max(1_000) })

/** Where the request comes from: the web app has written the one address that it believes. */
const addressOf = (headers: Record<string, unknown> | undefined): string =>
  String(headers?.['x-forwarded-for'] ?? 'unknown')

/** NextAuth's options: sign-in by e-mail and password, sessions as signed and encrypted cookies. */
export const createAuthOptions = ({
  postgres,
  secret,
  webUrl,
  allowSignIn,
}: {
  /** A function, so that building the pages needs no database. */
  postgres: () => Promise<Postgres>
  secret: string
  /** Decides whether cookies are marked `Secure`. */
  webUrl: string
  allowSignIn: AllowSignIn
}): NextAuthOptions => {
  const secure = webUrl.startsWith('https://')
  return {
    secret,
    useSecureCookies: secure,
    session: { strategy: 'jwt', maxAge: SESSION_SECONDS },
    pages: { signIn: '/signin', error: '/signin' },
    cookies: {
      sessionToken: {
        // The prefix makes browsers refuse the cookie from anything but https on this very host.
        name: secure ? '__Host-gavel.session' : 'gavel.session',
        options: { httpOnly: true, sameSite: 'lax', path: '/', secure },
      },
    },
    providers: [
      CredentialsProvider({
        name: 'E-mail and password',
        credentials: { email: { label: 'E-mail', type: 'email' }, password: { label: 'Password', type: 'password' } },
        authorize: async (given, request) => {
          const parsed = credentials.safeParse(given)
          if (!parsed.success) return null
          const { email, password } = parsed.data
          if (!(await allowSignIn({ email, address: addressOf(request.headers) }))) throw new Error(TOO_MANY_TRIES)
          const account = await verifyCredentials(await postgres(), email, password)
          // Bots sign in by access token alone.
          if (!account || account.bot) return null
          return { id: account.id, name: account.name, email: account.email, admin: account.admin }
        },
      }),
    ],
    callbacks: {
      // `user` is there at sign-in alone; NextAuth puts its id into `sub`.
      jwt: ({ token, user }) => (user ? { ...token, admin: user.admin } : token),
      session: ({ session, token }) => ({
        ...session,
        user: {
          id: token.sub ?? '',
          name: token.name ?? '',
          email: token.email ?? '',
          // For what a page shows. What a request may do is decided on the account as it is then.
          admin: token.admin === true,
        },
      }),
    },
  }
}
