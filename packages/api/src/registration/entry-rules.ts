import type { Event, EventEntry, KindEntry } from '@gavel/db'
import type { EntryRules, Kind, KindRules, Money } from '@gavel/registration'

/** How an event takes entries, as the pure core asks for it. From the start of the auction on the line moves no more. */
export const entryRulesOf = (event: Pick<Event, 'entry' | EventFields>): EntryRules => {
  const { entry, timeZone, status } = event
  return {
    timeZone,
    ageDay: entry.ageDay ?? dayIn(timeZone, event.startsAtMs),
    kinds: {
      player: kindRules(event, entry.players, asksFor(event, 'player')),
      owner: kindRules(event, entry.owners, asksFor(event, 'owner')),
    },
    payMs: entry.payMs,
    slowMs: entry.slowMs,
    offerMs: entry.offerMs,
    offersUntilMs: status === 'published' ? (entry.offersUntilMs ?? NEVER) : 0,
    groupEnd: entry.groupEnd,
    refunds: entry.refunds,
  }
}

type EventFields = 'timeZone' | 'status' | 'startsAtMs' | 'approval' | 'currency'

/** Later than any time that a form takes. */
const NEVER = 1e14

const kindRules = ({ currency }: Pick<Event, 'currency'>, kind: KindEntry, approval: boolean): KindRules => ({
  window: { opensAtMs: kind.opensAtMs ?? 0, closesAtMs: kind.closesAtMs ?? NEVER },
  ages: kind.ages,
  categories: kind.categories,
  questions: kind.questions,
  fee: feeOf(kind, currency),
  approval,
})

/** What a kind of entry costs; null where it costs nothing. */
export const feeOf = ({ fee }: KindEntry, currency: string): Money | null =>
  fee === null ? null : { amount: fee, currency }

/** How entries of this kind are taken. */
export const kindOf = (entry: EventEntry, kind: Kind): KindEntry => (kind === 'player' ? entry.players : entry.owners)

/** Whether the organiser lets each of this kind in. */
export const asksFor = ({ approval }: Pick<Event, 'approval'>, kind: Kind): boolean =>
  kind === 'player' ? approval.players : approval.owners

/** The day that it is in a time zone: `2026-07-31`. */
const dayIn = (timeZone: string, atMs: number): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(atMs)

/** The same terms for an event that takes place so much later: its times and its day for ages move along. */
export const movedEntry = (entry: EventEntry, byMs: number): EventEntry => {
  const moved = (atMs: number | null) => (atMs === null ? null : atMs + byMs)
  const kind = (one: KindEntry): KindEntry => ({
    ...one,
    opensAtMs: moved(one.opensAtMs),
    closesAtMs: moved(one.closesAtMs),
  })
  return {
    ...entry,
    players: kind(entry.players),
    owners: kind(entry.owners),
    ageDay: entry.ageDay && new Date(Date.parse(entry.ageDay) + byMs).toISOString().slice(0, 10),
    offersUntilMs: moved(entry.offersUntilMs),
    refunds: entry.refunds.map((step) => ({ ...step, untilMs: step.untilMs + byMs })),
  }
}
