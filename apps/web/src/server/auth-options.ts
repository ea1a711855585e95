import 'server-only'
import { signedByPasskey, signInWithCode, signInWithPasskey, signInWithPassword } from '@gavel/api'
import { MAX_CODE_LENGTH } from '@gavel/auth'
import { createAuthOptions } from '@gavel/auth/next-auth'
import { createLogger, loadEnvPart } from '@gavel/config'
import { cookies, headers } from 'next/headers'
import type { NextAuthOptions } from 'next-auth'
import { z } from 'zod'
import { googleWayIn } from './google.ts'
import { services } from './services.ts'
import { visitorOf } from './visitor.ts'

const byPassword = z.object({ email: z.string().max(254), password: z.string().max(1_000) })

const byCode = z.object({ half: z.string().max(2_000), code: z.string().max(MAX_CODE_LENGTH) })
/** NextAuth sends words alone: what the browser signed comes as JSON. */
const byPasskey = z.object({ signed: z.string().max(20_000) })

const logger = createLogger('web')

const signedIn = (text: string) => {
  try {
    return signedByPasskey.safeParse(JSON.parse(text))
  } catch {
    return { success: false as const }
  }
}

/** NextAuth's options for this app. A function, so that building the pages needs no environment. */
export const authOptions = (): NextAuthOptions => {
  const { authSecret, webUrl } = loadEnvPart(['authSecret', 'webUrl'])
  return createAuthOptions({
    stores: services,
    visitor: async () => visitorOf(await headers()),
    cookie: async (name) => (await cookies()).get(name)?.value,
    secret: authSecret,
    webUrl,
    ways: {
      credentials: async (given, { address }) => {
        const typed = byPassword.safeParse(given)
        return typed.success ? signInWithPassword(await services(), { ...typed.data, address }) : { is: 'wrong' }
      },
      code: async (given) => {
        const typed = byCode.safeParse(given)
        return typed.success ? signInWithCode(await services(), typed.data) : { is: 'wrong' }
      },
      passkey: async (given) => {
        const sent = byPasskey.safeParse(given)
        const signed = sent.success ? signedIn(sent.data.signed) : sent
        return signed.success ? signInWithPasskey(await services(), signed.data) : { is: 'wrong' }
      },
    },
    google: googleWayIn(),
    warn: (word, about) => logger.warn({ word, err: about }, 'A sign-in went wrong on its way'),
  })
}
