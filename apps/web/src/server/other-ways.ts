import 'server-only'
import { services } from './services.ts'

/** How people sign in here beside by a password. */
export const otherWays = async (): Promise<{ google: boolean; passkeys: boolean }> => {
  const { googleOffered, relyingParty } = await services()
  return { google: googleOffered, passkeys: relyingParty !== null }
}
