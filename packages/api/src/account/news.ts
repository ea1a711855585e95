import type { AccountNews } from '@gavel/db'

/** What is told of it: a line in the inbox and a letter, made of the same words. */
type Told = {
  title: string
  words: string
  /** What the letter alone has to say. */
  inLetter?: string
  /** What to do, where that is not what there is to do whenever it was somebody else. */
  advice?: string
}

/** What to do about something that was done to an account by somebody else. */
const NOT_ME = 'If it was not you: choose another password at once, then look through your devices and ways to sign in.'

const NEWS: Readonly<Record<AccountNews, Told>> = {
  password: {
    title: 'Your Gavel password was changed',
    words: 'Your Gavel account has another password. Every other device has been signed out.',
  },
  address: {
    title: 'Your Gavel account has another address',
    words: 'Letters go to the new address from now on, and you sign in with it.',
    inLetter: 'This is the last letter to this one.',
  },
  'passkey-added': {
    title: 'A passkey was added to your Gavel account',
    words: 'From now on somebody with that device can sign in to your account.',
  },
  'passkey-removed': {
    title: 'A passkey was removed from your Gavel account',
    words: 'Nobody signs in with it any more.',
  },
  'codes-on': {
    title: 'Signing in to Gavel asks for a code now',
    words: 'Whoever signs in with your password has to type a code of your authenticator app as well.',
  },
  'codes-off': {
    title: 'Signing in to Gavel asks for no code any more',
    words: 'Your password is enough to sign in to your account again.',
  },
  'codes-removed': {
    title: 'Your second factor was removed by whoever runs this Gavel',
    words:
      'Signing in asks for no code of your authenticator app any more, the recovery codes are good for nothing, and every device has been signed out. Sign in with your password, and set codes up again.',
    advice: 'If you have not asked for this: choose another password at once, and tell whoever runs this Gavel.',
  },
  'recovery-codes': {
    title: 'You have new recovery codes for Gavel',
    words: 'The codes of before are good for nothing any more.',
  },
  linked: {
    title: 'Your Gavel account was linked with Google',
    words: 'From now on you can sign in to Gavel with that Google account.',
  },
  unlinked: {
    title: 'Your Gavel account is linked with Google no more',
    words: 'You sign in to Gavel without Google from now on.',
  },
  stolen: {
    title: 'Somebody used an old key to your Gavel account',
    words:
      'A program that is signed in to your account has a key that changes with each use. An old one came back: you have it, and so has somebody else. We ended that session for both; your other devices go on.',
    advice: 'Choose another password, look through your devices, and sign the program in again.',
  },
}

/** What an owner reads of news. `words`: in the inbox; `paragraphs`: in the letter. */
export const accountNews = (what: AccountNews): { title: string; words: string; paragraphs: string[] } => {
  const { title, words, inLetter, advice = NOT_ME } = NEWS[what]
  return { title, words: `${words} ${advice}`, paragraphs: [inLetter ? `${words} ${inLetter}` : words, advice] }
}
