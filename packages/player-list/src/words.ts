/** What one row says became of its player. `retained`: never put up, held by a team before the auction. */
export type PlayerOutcome = 'sold' | 'unsold' | 'retained' | 'not_called'

const BLANK = /^(-+|–|—|\.|\?|n\.?\/?a\.?|nan|none|null|nil|#n\/a|not applicable)?$/
const OUTCOMES: readonly [RegExp, PlayerOutcome][] = [
  [/^(un ?sold|not sold|went unsold|no bids?|passed|pass|remained unsold)$/, 'unsold'],
  [
    /^(tba|tbd|not called|not presented|not offered|uncalled|did not come up|yet to (come|be called)|withdrawn|withdrew|absent)$/,
    'not_called',
  ],
  [
    /^(retained?|retention|pre retained|draft( pick)?|drafted|pre auction( signing| pick)?|traded( in)?|released? and retained)$/,
    'retained',
  ],
  [
    /^(sold|bought|purchased|won|rtm|right to match|sold (via|by|through) rtm|sold rtm|(via |in |by |at )?auction(ed)?)$/,
    'sold',
  ],
]

/** What some files write behind a price: `16.75 Cr (RTM)`, `18.00 (Retained)`. */
const BESIDE_PRICE = /\d[^()]*\((rtm|right to match|retained|retention)\)\s*$/i

/** A price without what is written behind it. */
export function priceText(text: string): string {
  return BESIDE_PRICE.test(text) ? text.slice(0, text.lastIndexOf('(')).trim() : text
}

/** Lower case, without marks and punctuation, single spaces: how words in cells and headers are compared. */
export function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}₹$€£%]+/gu, ' ')
    .trim()
}

/** Whether the cell says nothing: empty, a dash, `N/A`. */
export function isBlank(text: string): boolean {
  return BLANK.test(text.trim().toLowerCase())
}

/** What a cell says of the sale in words (`UnSold`, `TBA`, `Draft Pick`), wherever it stands; null for anything else. */
export function outcomeWord(text: string): PlayerOutcome | null {
  const words = plain(text)
  if (BESIDE_PRICE.test(text)) return /rtm|right/i.test(text) ? 'sold' : 'retained'
  return OUTCOMES.find(([pattern]) => pattern.test(words))?.[1] ?? null
}

/** The four roles of cricket, however a file writes them; null for other words. */
export function roleOf(text: string): string | null {
  const words = plain(text)
  if (/all ?r|^ar$/.test(words)) return 'All-rounder'
  if (/keep|^wk|\bwk\b/.test(words)) return 'Wicket-keeper'
  if (/^bat|\bbat(ter|sman|swoman)?\b|^middle order|^opener/.test(words)) return 'Batter'
  if (/^bowl|bowler|\b(pacer|spinner|seamer)\b|^fast|^spin/.test(words)) return 'Bowler'
  return null
}

/** `Indian`, `Overseas`, `F`, `Yes`: whether a cell of an overseas column says that the player is one; null where it does not say. */
export function overseasWord(text: string): boolean | null {
  const words = plain(text)
  if (/^(overseas|foreign(er)?|international|f|o|os|yes|y|true|1|overseas player)$/.test(words)) return true
  if (/^(indian|india|ind|domestic|local|home|native|i|no|n|false|0|indian player)$/.test(words)) return false
  return null
}

/** Whether a country is the league's own; null where the league's country is not known. */
export function isHomeCountry(country: string, currency: string): boolean | null {
  if (currency === 'INR') return /^(india|indian|ind|in|bharat)$/.test(plain(country))
  if (currency === 'PKR') return /^(pakistan|pakistani|pak|pk)$/.test(plain(country))
  return null
}

/** `Capped`, `U`: whether the player has played for a country; an associate's cap counts as none, as the leagues do. */
export function cappedWord(text: string): boolean | null {
  const words = plain(text)
  if (/^(capped|c|cap|capped player)$/.test(words)) return true
  if (/^(uncapped|u|un capped|a|associate|uncapped player)$/.test(words)) return false
  return null
}

/**
 * A cell that a spreadsheet would run: it opens with `=`, `@`, a tab, or a sign that no number follows. Such text is never taken
 * for a name and never leaves Gavel as it is.
 */
export function isFormula(text: string): boolean {
  return /^\s*[=@]/.test(text) || /^[\t\r]/.test(text) || /^\s*[+-]\s*[^\d\s.,+-]/.test(text)
}
