import type { RefusalWords } from '../account/refusal.ts'

/**
 * What went wrong on the way to Google and back, in words; null where nothing did.
 *
 * @param error NextAuth's word in the address
 * @param google our own
 */
export const googleTrouble = (error: string | undefined, google: string | undefined): RefusalWords | null => {
  if (google === 'unlinked')
    return {
      title: 'Your address has an account here already',
      words: 'Sign in the way you did before. Then link Google in your account, under Security.',
    }
  if (google === 'unusable')
    return {
      title: 'Google did not say who you are',
      words: 'Without an address there is no account. Sign in another way.',
    }
  switch (error) {
    case 'Callback':
      return {
        title: 'Google did not sign you in',
        words: 'It was cancelled there. Nothing was changed: try again, or sign in another way.',
      }
    case 'OAuthCallback':
      return {
        title: 'That answer from Google is not good here',
        words: 'It was used before, is too old, or belongs to another browser. Nobody was signed in: start again.',
      }
    case 'OAuthSignin':
      return { title: 'Google cannot be reached just now', words: 'Try again in a moment, or sign in another way.' }
    default:
      return null
  }
}
