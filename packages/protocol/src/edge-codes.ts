/** Refusals that come from the edge, before any log is asked, with the words for a person. */
export const EDGE_REFUSALS = {
  BAD_MESSAGE: 'That message was not understood. Reload the page if this happens again.',
  TOO_BIG: 'That message was too large and closed the connection. Reload the page if this happens again.',
  TOO_MANY: 'Too many messages at once. Wait a second.',
  SIGN_IN: 'Sign in first.',
  FORBIDDEN: 'You may not do that in this auction.',
  NOT_FOUND: 'There is no such auction.',
  UNAVAILABLE: 'The auction could not be reached just now; nothing was lost. Trying again.',
  UNCERTAIN: 'The answer got lost. Asking again with the same command.',
  GUESSED: 'You have guessed the price of this player already.',
  GUESS_CLOSED: 'Guesses on this player are closed.',
  OLD_CLIENT: 'This page is out of date. Reload it.',
  SLOW_READER: 'The connection fell too far behind and was closed. It reconnects by itself.',
  SESSION_ENDED: 'You were signed out on this device. Sign in again to go on, or reload the page to watch.',
  BANNED: 'This account was shut out by an administrator. Reload the page to watch.',
  TOKEN_OLD: 'This connection has to show again who it is. It reconnects by itself.',
  SHUTTING_DOWN: 'The server restarts. The page reconnects by itself.',
} as const

export type EdgeCode = keyof typeof EDGE_REFUSALS

/** The same in a match room. */
export const MATCH_EDGE_REFUSALS: Readonly<Record<EdgeCode, string>> = {
  ...EDGE_REFUSALS,
  FORBIDDEN: 'You may not do that in this match.',
  NOT_FOUND: 'There is no such match, or it has not begun.',
  UNAVAILABLE: 'The match could not be reached just now; nothing was lost. Trying again.',
}
