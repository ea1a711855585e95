import { refusalIn, type SignInRefusal } from '@gavel/auth/sign-in'
import { getCsrfToken, signIn } from 'next-auth/react'

/** Why nobody is signed in: what the server said, or that no answer came. */
export type NotSignedIn = SignInRefusal | { is: 'unreachable' }

const UNREACHABLE: NotSignedIn = { is: 'unreachable' }

/**
 * Signs this browser in by one of the site's own ways, without leaving the page.
 *
 * @param given what the way asks for: words alone
 * @returns null once signed in
 */
export async function signInBy(
  way: 'credentials' | 'code' | 'passkey',
  given: Readonly<Record<string, string>>,
): Promise<NotSignedIn | null> {
  try {
    // Without a network `signIn` would leave the page, and with it what was typed; this only finds out.
    if (!(await getCsrfToken())) return UNREACHABLE
    const answer = await signIn(way, { ...given, redirect: false })
    if (answer?.ok && !answer.error) return null
    return refusalIn(answer?.error ?? '') ?? UNREACHABLE
  } catch {
    return UNREACHABLE
  }
}
