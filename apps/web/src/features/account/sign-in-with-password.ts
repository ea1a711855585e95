import { getCsrfToken, signIn } from 'next-auth/react'

/**
 * Signs this browser in.
 *
 * @returns null once signed in, otherwise NextAuth's word for what went wrong; `unreachable` where no answer came
 */
export async function signInWithPassword(given: { email: string; password: string }): Promise<string | null> {
  try {
    // Without a network `signIn` would leave the page, and with it what was typed; this only finds out.
    if (!(await getCsrfToken())) return 'unreachable'
    const answer = await signIn('credentials', { ...given, redirect: false })
    if (answer?.ok && !answer.error) return null
    return answer?.error ?? 'unreachable'
  } catch {
    return 'unreachable'
  }
}
