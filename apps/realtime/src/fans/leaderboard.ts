import type { VisibleEntry } from '@gavel/auction'
import { BEST_GUESSES, type GuessesMessage } from '@gavel/protocol'
import type { Guess, Guesses } from './guesses.ts'

/** A lot that has ended: what the player was sold for, or null. */
export type Ended = { lot: number; price: number | null }

/** The lots that these entries ended. */
export function endedBy(entries: readonly VisibleEntry[]): Ended[] {
  return entries.flatMap((entry): Ended[] => {
    if (entry.type === 'LotSold') return [{ lot: entry.lot, price: entry.amount }]
    return entry.type === 'LotUnsold' ? [{ lot: entry.lot, price: null }] : []
  })
}

type Ranked = Guess & { who: string; place: number }

/** Guesses by how close they came, of equals the earlier first (FAN-3). Nobody wins where nobody was sold. */
function ranked(guesses: Guesses, price: number | null): Ranked[] {
  if (price === null) return []
  const off = ({ amount }: Guess) => Math.abs(amount - price)
  return [...guesses]
    .map(([who, guess]) => ({ who, ...guess }))
    .toSorted((a, b) => off(a) - off(b) || a.atMs - b.atMs || (a.who < b.who ? -1 : 1))
    .map((guess, i) => ({ ...guess, place: i + 1 }))
}

/** What is told of an ended lot: to everybody, and to each who guessed with the own place. Null where no guess counts. */
export function leaderboard(
  auctionId: string,
  { lot, price }: Ended,
  all: Guesses,
): { toAll: GuessesMessage; to(who: string): GuessesMessage } | null {
  const guesses = new Map([...all].filter(([, { counts }]) => counts))
  if (guesses.size === 0) return null
  const places = ranked(guesses, price)
  const best = places.slice(0, BEST_GUESSES).map(({ name, amount }) => ({ name, amount }))
  const toAll: GuessesMessage = { auctionId, lot, price, count: guesses.size, best, yours: null }
  const byWho = new Map(places.map((one) => [one.who, one]))
  return {
    toAll,
    to(who) {
      const mine = byWho.get(who)
      return mine ? { ...toAll, yours: { place: mine.place, amount: mine.amount } } : toAll
    },
  }
}
