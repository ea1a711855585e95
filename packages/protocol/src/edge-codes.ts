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
  OLD_CLIENT: 'This page is out of date. Reload it.',
  SLOW_READER: 'The connection fell too far behind and was closed. It reconnects by itself.',
  SHUTTING_DOWN: 'The server restarts. The page reconnects by itself.',
} as const

export type EdgeCode = keyof typeof EDGE_REFUSALS
