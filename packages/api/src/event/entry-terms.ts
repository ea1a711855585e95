import type { Event, KindEntry } from '@gavel/db'
import { countWaiting } from '@gavel/db'
import { moneyWords, sharesOf } from '@gavel/payments'
import { type Kind, type Money, refundPercent, refusalWords, timeWords, windowRefusal } from '@gavel/registration'
import { entryRulesOf, feeOf, kindOf } from '../registration/entry-rules.ts'
import type { Services } from '../services.ts'
import { eventReadProcedure } from '../trpc.ts'

/** What entering as this kind asks and costs. `closed`: why nobody can enter now, in words; null while entries are open. */
export type KindTerms = Pick<KindEntry, 'opensAtMs' | 'closesAtMs' | 'ages' | 'categories' | 'questions' | 'seats'> & {
  kind: Kind
  closed: string | null
  fee: Money | null
  feeWords: string | null
  /** Of a team: what each of so many shares is, 1 first. Empty where there is no fee, and for players. */
  shares: Money[][]
  approval: boolean
  places: number
  taken: number
  /** How many wait for a place. */
  waiting: number
}

/** What a form has to know before somebody enters. Times are by the server's clock. */
export type EntryTerms = {
  nowMs: number
  timeZone: string
  currency: string
  /** The day that ages count on. */
  ageDay: string
  payMs: number
  offerMs: number | null
  groupEnd: Event['entry']['groupEnd']
  /** What leaving gives back, in words, one a step; empty where nothing is ever paid. */
  refunds: { untilMs: number; percent: number; words: string }[]
  /** What leaving gives back now, once confirmed. */
  refundsNow: number
  player: KindTerms
  owner: KindTerms
}

const KINDS = { player: 'players', owner: 'teams' } as const

/** What entering this event asks and costs, for everybody who sees the event. */
export const entryTerms = eventReadProcedure.query(async ({ ctx: { services, event } }): Promise<EntryTerms> => {
  const nowMs = Date.now()
  const rules = entryRulesOf(event)
  const [player, owner] = await Promise.all([
    termsOf(services, event, 'player', nowMs),
    termsOf(services, event, 'owner', nowMs),
  ])
  return {
    nowMs,
    timeZone: event.timeZone,
    currency: event.currency,
    ageDay: rules.ageDay,
    payMs: rules.payMs,
    offerMs: rules.offerMs,
    groupEnd: rules.groupEnd,
    refunds: rules.refunds.map(({ untilMs, percent }) => ({
      untilMs,
      percent,
      words: `${percent} % until ${timeWords(untilMs, event.timeZone)}`,
    })),
    refundsNow: refundPercent(rules.refunds, nowMs),
    player,
    owner,
  }
})

const termsOf = async (
  { mongo }: Pick<Services, 'mongo'>,
  event: Event,
  kind: Kind,
  nowMs: number,
): Promise<KindTerms> => {
  const terms = kindOf(event.entry, kind)
  const { opensAtMs, closesAtMs, ages, categories, questions, seats } = terms
  const rules = entryRulesOf(event)
  const refusal = windowRefusal(rules, kind, nowMs)
  const fee = feeOf(terms, event.currency)
  return {
    kind,
    opensAtMs,
    closesAtMs,
    ages,
    categories,
    questions,
    seats,
    closed:
      event.status === 'published'
        ? refusal && refusalWords(refusal, event.timeZone)
        : 'This event does not take registrations now.',
    fee,
    feeWords: fee && moneyWords(fee),
    shares: kind === 'owner' && fee ? Array.from({ length: seats }, (_, i) => sharesOf(fee, i + 1)) : [],
    approval: rules.kinds[kind]?.approval ?? false,
    places: event.capacity[KINDS[kind]],
    taken: event.taken[KINDS[kind]],
    waiting: await countWaiting(mongo, event.id, kind),
  }
}
