import { accountNews } from '@gavel/api'
import type { AccountNews } from '@gavel/db'
import type { Letter } from '@gavel/mail'

/** Makes a letter; `at` is the absolute address of a path of the site. */
export type Written = (at: (path: string) => string) => Letter

const withToken = (path: string, token: string, next?: string): string => {
  const query = new URLSearchParams({ token, ...(next && next !== '/' && { next }) })
  return `${path}?${query}`
}

const foot = (words: string, at: (path: string) => string): Letter['foot'] => ({
  words,
  linkWords: 'Look at Gavel',
  url: at('/'),
})

/** To a new account. */
export const verifyLetter =
  (token: string, next: string): Written =>
  (at) => ({
    title: 'Confirm your address to open your Gavel account',
    words: [
      'Somebody, we hope you, has made a Gavel account with this address. Open the link and type the password that you chose: then the account is yours.',
      'The link is good for two days. If it was not you, do nothing: the account is forgotten.',
    ],
    action: { words: 'Confirm this address', url: at(withToken('/verify', token, next)) },
    foot: foot('You get this letter because your address was typed into our form.', at),
  })

/** To whoever has an account already. */
export const takenLetter =
  (next: string): Written =>
  (at) => ({
    title: 'You have a Gavel account already',
    words: [
      'Somebody, perhaps you, has just tried to make a Gavel account with this address. You have one: sign in with it. Nothing was changed.',
      'If you have forgotten the password, choose another one from the page for signing in.',
    ],
    action: { words: 'Sign in', url: at(next === '/' ? '/signin' : `/signin?${new URLSearchParams({ next })}`) },
    foot: foot('You get this letter because your address was typed into our form.', at),
  })

/** To who has forgotten the password. */
export const resetLetter =
  (token: string): Written =>
  (at) => ({
    title: 'Choose another password for Gavel',
    words: [
      'Somebody, we hope you, has asked for another password for the Gavel account of this address.',
      'The link is good for one hour, and once. If it was not you, do nothing: your password stays as it is.',
    ],
    action: { words: 'Choose a password', url: at(withToken('/reset', token)) },
    foot: foot('You get this letter because your address was typed into our form.', at),
  })

/** To an address that an account is to have, or has. */
export const addressLetter =
  (token: string, purpose: 'change' | 'confirm'): Written =>
  (at) => ({
    title: 'Confirm your address for Gavel',
    words:
      purpose === 'change'
        ? [
            'Somebody, we hope you, wants to use this address for a Gavel account from now on.',
            'The link is good for one hour. If it was not you, do nothing: the account keeps its address.',
          ]
        : ['Confirm that you read letters to this address. The link is good for two days.'],
    action: { words: 'Confirm this address', url: at(withToken('/confirm', token)) },
    foot: foot('You get this letter because your address was typed into our form.', at),
  })

/** To an address that somebody wants to have for another account. */
export const addressTakenLetter: Written = (at) => ({
  title: 'Your address was asked for by another Gavel account',
  words: [
    'Somebody, perhaps you, wanted to use this address for another Gavel account. It belongs to yours, and stays there.',
  ],
  action: { words: 'Sign in to your account', url: at('/signin') },
  foot: foot('You get this letter because your address was typed into our form.', at),
})

/** To the owner of an account, after something was done to it. */
export const newsLetter =
  (what: AccountNews): Written =>
  (at) => {
    const { title, paragraphs } = accountNews(what)
    return {
      title,
      words: paragraphs,
      action: ACTIONS[what]?.(at) ?? { words: 'It was not me: choose another password', url: at('/forgot') },
      foot: {
        words: 'You get this letter because you have a Gavel account.',
        linkWords: 'Your account',
        url: at('/account/security'),
      },
    }
  }

/** Where the news is not about what somebody else may have done by your password. */
const ACTIONS: Partial<Record<AccountNews, (at: (path: string) => string) => Letter['action']>> = {
  address: (at) => ({ words: 'Go to Gavel', url: at('/signin') }),
  'codes-removed': (at) => ({ words: 'Sign in', url: at('/signin') }),
  stolen: (at) => ({ words: 'Choose another password', url: at('/forgot') }),
}
