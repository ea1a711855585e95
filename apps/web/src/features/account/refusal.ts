import type { TOO_MANY_TRIES } from '@gavel/auth/next-auth'

/** Why signing in was refused: what happened, what was kept, what to do. */
export const REFUSED_SIGN_IN = {
  wrong: {
    title: 'That e-mail and password do not fit an account',
    words: 'Check both and try again. Nothing else was changed.',
  },
  'too-many': {
    title: 'Too many tries',
    words: 'Signing in to this account is held back for a minute. Wait, then try again with the right password.',
  },
  unreachable: {
    title: 'Signing in did not work just now',
    words: 'The server did not answer. What you typed is kept: try again in a moment.',
  },
} as const

export type SignInRefusal = keyof typeof REFUSED_SIGN_IN

/** NextAuth's word for what went wrong as one of our refusals; null where nothing did. */
export function refusalOf(error: string | undefined): SignInRefusal | null {
  if (!error || error === 'SessionRequired') return null
  // The type alone is imported: the value would bring password hashing into the browser.
  const tooMany: typeof TOO_MANY_TRIES = 'TooManyTries'
  if (error === tooMany) return 'too-many'
  return error === 'CredentialsSignin' ? 'wrong' : 'unreachable'
}
