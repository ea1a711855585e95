import 'server-only'
import { AppError, countSignIn } from '@gavel/api'
import { createAuthOptions } from '@gavel/auth/next-auth'
import { loadEnvPart } from '@gavel/config'
import type { NextAuthOptions } from 'next-auth'
import { services } from './services.ts'

/** NextAuth's options for this app. A function, so that building the pages needs no environment. */
export const authOptions = (): NextAuthOptions => {
  const { authSecret, webUrl } = loadEnvPart(['authSecret', 'webUrl'])
  return createAuthOptions({
    postgres: async () => (await services()).postgres,
    secret: authSecret,
    webUrl,
    allowSignIn: async (attempt) => {
      try {
        await countSignIn(await services(), attempt)
        return true
      } catch (error) {
        if (error instanceof AppError) return false
        throw error
      }
    },
  })
}
