import type { EntryTerms, KindTerms } from '@gavel/api'
import { spanWords } from './spans.ts'

/** Whether who enters now for so many places waits in line: where too few are free, or somebody waits already (LINE-2). */
export function wouldWait({ kind, places, taken, waiting }: PlacesOf, seats: number): boolean {
  // A team is one place, however many share its deposit.
  const wanted = kind === 'player' ? seats : 1
  return waiting > 0 || places - taken < wanted
}

type PlacesOf = Pick<KindTerms, 'kind' | 'places' | 'taken' | 'waiting'>

/** How many places are free, and how many people wait: `14 of 100 player places open`. */
export function placesWords({ kind, places, taken, waiting }: PlacesOf): string {
  const noun = kind === 'player' ? 'player places' : 'team places'
  const left = Math.max(0, places - taken)
  if (places === 0) return `No ${noun}`
  const free = left === 0 ? `All ${places} ${noun} taken` : `${left} of ${places} ${noun} open`
  return waiting === 0 ? free : `${free}, ${waiting} waiting`
}

/** What happens once the form is sent, above its button. */
export function promiseWords(
  terms: KindTerms,
  { payMs, offerMs }: Pick<EntryTerms, 'payMs' | 'offerMs'>,
  seats: number,
): string {
  const isTeam = terms.kind === 'owner'
  if (wouldWait(terms, seats)) {
    const first =
      terms.places - terms.taken > 0 && terms.waiting === 0
        ? `Fewer than ${seats} places are free. You wait until all of them are.`
        : isTeam
          ? 'All team places are taken. You wait in the order in which people came.'
          : 'All places are taken. You wait in the order in which people came, and move up when one is freed.'
    return offerMs === null ? first : `${first} A place that is offered to you stands for ${spanWords(offerMs)}.`
  }
  if (terms.approval) return 'You hold a place as soon as this is sent. The organiser lets each in.'
  if (terms.fee) {
    const who = seats > 1 ? (isTeam ? 'until all shares are paid' : 'for the group to join and pay') : 'to pay'
    return `You hold ${isTeam || seats === 1 ? 'a place' : `${seats} places`} for ${spanWords(payMs)} ${who}. Nothing is charged before.`
  }
  if (isTeam) return 'The team holds a place as soon as this is sent; your paddle is ready once it is confirmed.'
  return 'You hold a place as soon as this is sent; the pool confirms it in a moment.'
}
