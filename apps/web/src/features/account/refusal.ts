import { waitWords } from '@gavel/auth/sign-in'
import type { NotSignedIn } from './sign-in-by.ts'

/** What a person is told: what happened, what was kept, what to do. */
export type RefusalWords = { title: string; words: string }

/**
 * Why nobody is signed in, in words; null where only the second factor is missing.
 * @param letters whether new accounts wait for their letters: the answer for one that does is the same as for none (MAIL-2)
 */
export const refusalWords = (refused: NotSignedIn, letters: boolean): RefusalWords | null => {
  switch (refused.is) {
    case 'wrong':
      return {
        title: 'Wrong e-mail or password',
        words: letters
          ? 'Check both and try again. A new account? First open the link that we sent you.'
          : 'Check both and try again.',
      }
    case 'locked':
      return {
        title: 'Too many wrong tries',
        words: `Wait ${waitWords(refused.retryAfterMs)}, then try again with the right password.`,
      }
    case 'banned':
      return {
        title: 'This account is shut out',
        words: refused.reason ?? 'An administrator did so. Ask whoever runs this Gavel.',
      }
    case 'busy':
      return {
        title: 'Many people are signing in right now',
        words: `What you typed is kept: try again in ${waitWords(refused.retryAfterMs)}.`,
      }
    case 'unreachable':
      return {
        title: 'Signing in did not work',
        words: 'The server did not answer. What you typed is kept: try again in a moment.',
      }
    case 'needs-second-factor':
      return null
    default:
      return refused satisfies never
  }
}

/** What the address of the sign-in page says went wrong, as NextAuth writes it there: never in somebody else's words. */
export const refusedBefore = (error: string | undefined): NotSignedIn | null => {
  if (!error || error === 'SessionRequired') return null
  return { is: error === 'CredentialsSignin' ? 'wrong' : 'unreachable' }
}
