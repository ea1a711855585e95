import { type Amount, formatMoney } from './money.ts'

/**
 * Every typed "no", with the sentence a person reads. Codes are stable; `{x}` is filled from the refusal's detail, and details
 * named in {@link MONEY_DETAILS} are said as money. The first group comes from the store, the second from the core.
 */
const REFUSALS = {
  NOT_LIVE: 'This auction is not live.',
  ID_REUSED: 'This command was already used for something else. Please try again.',
  STALE_EPOCH: 'The auction was recovered a moment ago. Check the price and try again.',

  BAD_AMOUNT: 'That is not a whole amount of money.',
  NOT_STARTED: 'The auction has not started yet.',
  ALREADY_STARTED: 'The auction has already started.',
  NOT_ENOUGH_TEAMS: 'An auction needs at least two teams.',
  PAUSED: 'The auction is paused.',
  NOT_PAUSED: 'The auction is not paused.',
  ENDED: 'The auction has ended.',
  NO_LOT: 'No player is up for sale.',
  LOT_OPEN: 'Finish the player who is up first.',
  WRONG_LOT: 'That player is no longer up for sale; this bid was not placed.',
  HELD: 'One moment: the auctioneer is acting.',
  NOT_A_PADDLE: 'You have no paddle in this auction.',
  UNKNOWN_TEAM: 'There is no such team in this auction.',
  UNKNOWN_PLAYER: 'There is no such player in this auction.',
  UNKNOWN_SET: 'There is no such set in this auction.',
  NOT_AVAILABLE: 'That player cannot be put up now.',
  TIME_UP: 'Time is up for this player.',
  TOO_EARLY: 'There is still time on the clock.',
  ALREADY_LEADING: 'You already lead.',
  SQUAD_FULL: 'The squad is full: {held} of {max}.',
  OVERSEAS_FULL: '{held} overseas players held, of {max} allowed.',
  CATEGORY_FULL: '{held} {category} players held, of {max} allowed.',
  PLACES_KEPT: 'The {open} places left after this one must go to {needed} players whom the rules ask for.',
  BELOW_MINIMUM: 'The price has moved: the next bid is {minimum}.',
  OFF_GRID: 'That price cannot be called: the next bid is {minimum}.',
  LIMIT_EXCEEDED: 'Over the limit of {limit}: {open} places still to fill.',
  NEW_BID: 'A newer bid came in at {amount}. Look again, then decide.',
  NO_BID: 'There is no bid on this player.',
  HAS_BID: 'There is a bid on this player.',
  OUT_OF_TURN: 'Call going once before going twice.',
  BIDDING_CLOSED: 'Bidding on this player is closed.',
  NOT_ASKED: 'Your team is not being asked just now.',
  NO_SUCH_TERM: 'The card must say for how long it is.',
  BAD_SEAL: 'That amount is not the one that was sealed.',
  ALREADY_SEALED: 'Your amount is sealed already.',
  NOT_YOUR_TURN: 'It is another team’s turn to name a player.',
  TOO_MANY_NAMES: 'At most {max} can be named.',
  NO_ROUND: 'No names are being called for.',
  NO_PROXIES: 'This auction takes no hidden maximum.',
  NOT_LAST: 'Another player has been up since: this needs a correction.',
  RETENTION_FULL: '{held} players are retained, of {max} allowed.',
  NOT_SOLD: 'That player was not sold.',
  SAME_PERSON: 'A second person has to approve.',
  UNKNOWN_CORRECTION: 'That correction is no longer open.',
  BAD_WORDS: 'An announcement is one line of 1 to 200 characters.',
  NOTHING_CHANGES: 'That changes nothing.',
  TEAM_IN_USE: 'That team has players already.',
  RULES_CLASH: 'The teams, players or retentions of this auction do not fit those rules.',
  POOL_CHANGED: 'The pool has changed meanwhile. Look again, then arrange it.',
  DUPLICATE: 'That is already in the auction.',
  POOL_FULL: 'An auction holds at most {max}.',
} as const

export type RefusalCode = keyof typeof REFUSALS
export const REFUSAL_CODES = Object.keys(REFUSALS) as RefusalCode[]

export type RefusalDetail = Readonly<Record<string, number>>
/** `category`: the label of the category that a CATEGORY_FULL is about. */
export type Refusal = { code: RefusalCode; detail?: RefusalDetail; category?: string }

const MONEY_DETAILS = new Set(['minimum', 'limit', 'amount'])

/** The refusal in words for a person. */
export function refusalWords(refusal: Refusal, currency: string): string {
  return REFUSALS[refusal.code].replace(/\{(\w+)\}/g, (_, name: string) => {
    if (name === 'category') return refusal.category ?? '?'
    const value: Amount | undefined = refusal.detail?.[name]
    if (value === undefined) return '?'
    return MONEY_DETAILS.has(name) ? formatMoney(value, currency) : String(value)
  })
}
