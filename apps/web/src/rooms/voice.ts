import { type Amount, CRORE, countsInLakh, LAKH, type VisibleEntry } from '@gavel/auction'
import { formatMoney } from '@gavel/ui'
import type { Directory } from './directory.ts'

/** Money as an auctioneer says it: `18 crore 25 lakh`, `62 and a half lakh`. */
export function spokenMoney(amount: Amount, currency: string): string {
  if (!countsInLakh(currency) || amount < LAKH) return formatMoney(amount, currency)
  const crore = Math.floor(amount / CRORE)
  const lakh = (amount % CRORE) / LAKH
  const whole = Math.floor(lakh)
  const half = lakh - whole === 0.5
  if (!half && whole !== lakh) return formatMoney(amount, currency)
  const lakhs = half ? (whole === 0 ? 'half a lakh' : `${whole} and a half lakh`) : whole === 0 ? '' : `${whole} lakh`
  return [crore === 0 ? '' : `${crore} crore`, lakhs].filter(Boolean).join(' ')
}

/** What is called out in the hall. `now`: it does not wait until what is being said has been said. */
type CallOut = { words: string; now: boolean }

/** What the voice says of an entry, in an auctioneer's few words; null where he would say nothing (VOICE-1). */
function callOutOf(entry: VisibleEntry, directory: Directory, currency: string): CallOut | null {
  const team = (id: string) => directory.team(id).name
  const player = (id: string) => directory.player(id).name
  const money = (amount: Amount) => spokenMoney(amount, currency)
  const now = (words: string): CallOut => ({ words, now: true })
  const then = (words: string): CallOut => ({ words, now: false })
  switch (entry.type) {
    case 'AuctionStarted':
      return then('The auction begins.')
    case 'LotOpened':
      return now(`${player(entry.player)}. Base price ${money(entry.base)}.`)
    case 'BidPlaced':
      return now(`${money(entry.amount)}, ${team(entry.team)}.`)
    case 'BidRetracted':
      return now('The last bid is taken back.')
    case 'GoingCalled':
      return now(entry.call === 1 ? 'Going once.' : 'Going twice.')
    case 'LotSold':
      return now(`Sold! ${player(entry.player)} to ${team(entry.team)}, for ${money(entry.amount)}.`)
    case 'LotUnsold':
      return now(`${player(entry.player)}, unsold.`)
    case 'LotReopened':
      return now('The lot is open again.')
    case 'MatchOffered':
      return now(`${team(entry.holder)}, ${money(entry.amount)}: do you match?`)
    case 'MatchClaimed':
      return now(`${team(entry.team)} use the right to match.`)
    case 'MatchRaised':
      return now(`${team(entry.team)} raise to ${money(entry.amount)}.`)
    case 'MatchDeclined':
      return now(`${team(entry.team)} do not match.`)
    case 'TieBreakOffered':
      return now('A tie-break is offered.')
    case 'SealingOpened':
      return now('Sealed amounts, please.')
    case 'AmountRevealed':
      return then(`${team(entry.team)}, ${money(entry.amount)}.`)
    case 'NamesCalled':
      return then('Names, please.')
    case 'AuctionPaused':
      return now(entry.message || 'The auction is paused.')
    case 'AuctionResumed':
      return then('The auction goes on.')
    case 'Announced':
      return entry.words === null ? null : then(entry.words)
    case 'AuctionEnded':
      return then('The auction has ended.')
    default:
      return null
  }
}

/** What is said after these entries, in order: of several that break in, only the last one (VOICE-2). */
export function callOutsOf(entries: readonly VisibleEntry[], directory: Directory, currency: string): CallOut[] {
  const all = entries.flatMap((entry) => callOutOf(entry, directory, currency) ?? [])
  const last = all.findLastIndex(({ now }) => now)
  return last < 0 ? all : all.slice(last)
}
