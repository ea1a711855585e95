import type { Entry, HiddenEntry } from './entries.ts'
import { evolve, fold } from './evolve.ts'
import { purchaseRefusal, standing } from './limits.ts'
import type { Amount } from './money.ts'
import { priceOf } from './price.ts'
import type { Refusal } from './refusals.ts'
import { playerOf } from './running-order.ts'
import { type AuctionState, type Correction, openLot, type PlayerId, type TeamId } from './state.ts'

/** What can be done about a bid that a correction would have made illegal (CORRECT-6). Nothing of it happens by itself. */
export type Remedy =
  /** The team's purse would have had to be larger by this much. */
  | { is: 'raise_purse'; team: TeamId; by: Amount }
  /** The sale that came of it can be made void by a correction of its own. */
  | { is: 'void_sale'; player: PlayerId }
  | { is: 'let_it_stand' }

/** A later bid, or a purchase without one, that the rules would have refused had the sale been so from the start. `seq`: of its entry. */
export type Consequence = {
  seq: number
  lot: number
  player: PlayerId
  team: TeamId
  amount: Amount
  refusal: Refusal
  /** Whether the team bought the player by it, and still holds him. */
  bought: boolean
  remedies: readonly Remedy[]
}

type Of<T extends Entry['type']> = Extract<Entry, { type: T }>

/**
 * Replays a log as if a past sale had been what the correction says, and lists the later bids of the teams concerned that would then have been
 * refused for purse or squad (CORRECT-6). `entries`: the whole log from its first entry on, unfiltered. Empty where the player is not sold by it.
 */
export function consequences(
  entries: readonly (Entry | HiddenEntry)[],
  correction: Pick<Correction, 'player' | 'to'>,
): Consequence[] {
  const sale = entries.findLast(
    (entry): entry is Of<'LotSold'> => entry.type === 'LotSold' && entry.player === correction.player,
  )
  if (!sale) return []
  const concerned = new Set([sale.team, ...(correction.to ? [correction.to.team] : [])])
  const found: Consequence[] = []
  const before = fold(entries.filter(({ seq }) => seq < sale.seq))
  const story = { was: before, is: before, owned: { was: new WeakSet(), is: new WeakSet() } }
  for (const entry of entries.filter(({ seq }) => seq >= sale.seq)) {
    const { was, is, owned } = story
    if (was && is && entry.seq > sale.seq && isPurchase(entry) && concerned.has(entry.team)) note(found, was, is, entry)
    story.is = evolve(is, asCorrected(is, entry, correction, sale), owned.is)
    story.was = evolve(was, entry, owned.was)
  }
  const end = story.is
  return end === null ? [] : found.map((one) => withRemedies(end, one))
}

const isPurchase = (entry: Entry | HiddenEntry): entry is Of<'BidPlaced'> | Of<'LotSold'> =>
  entry.type === 'BidPlaced' || entry.type === 'LotSold'

/** The entry as the corrected story has it: another sale, or none, and no correction of it later. */
function asCorrected(
  state: AuctionState | null,
  entry: Entry | HiddenEntry,
  { player, to }: Pick<Correction, 'player' | 'to'>,
  sale: Of<'LotSold'>,
): Entry | HiddenEntry {
  if (entry.type === 'SaleCorrected' && entry.player === player) return { ...hidden(entry) }
  if (entry.seq !== sale.seq || !state) return entry
  const { seq, atMs, by, cmd, sum, lot, bid } = sale
  const stamp = { seq, atMs, by, cmd, sum }
  if (to === null) return { ...stamp, type: 'LotUnsold', lot, player }
  const { fee, levy } = priceOf(state.rules, playerOf(state, player), to.amount, 0)
  return { ...stamp, type: 'LotSold', lot, player, team: to.team, amount: to.amount, bid, fee, levy }
}

const hidden = ({ seq, atMs }: Entry): HiddenEntry => ({ type: 'Hidden', seq, atMs })

/** `was`, `is`: the auction before the entry, as it went and as corrected. What was refused either way is no consequence. */
function note(found: Consequence[], was: AuctionState, is: AuctionState, entry: Of<'BidPlaced'> | Of<'LotSold'>): void {
  const { seq, lot, team, amount } = entry
  const bought = entry.type === 'LotSold'
  const bid = bought ? found.findIndex((one) => one.seq === entry.bid && one.team === team) : -1
  const known = found[bid]
  if (known) {
    found[bid] = { ...known, amount, bought }
    return
  }
  const refusal = refusalIn(is, entry)
  const player = openLot(is, lot)?.player
  if (refusal && player !== undefined && refusalIn(was, entry) === null)
    found.push({ seq, lot, player, team, amount, refusal, bought, remedies: [] })
}

function refusalIn(state: AuctionState, { lot, team: id, amount }: Of<'BidPlaced'> | Of<'LotSold'>): Refusal | null {
  const [on, team] = [openLot(state, lot), state.teams[id]]
  return on && team ? purchaseRefusal(state, standing(state, team, lot), playerOf(state, on.player), amount) : null
}

/** `end`: the whole log, replayed as corrected. */
function withRemedies(end: AuctionState, one: Consequence): Consequence {
  const { status } = playerOf(end, one.player)
  const bought = one.bought && status.is === 'sold' && status.team === one.team && status.lot === one.lot
  const limit = one.refusal.code === 'LIMIT_EXCEEDED' ? one.refusal.detail?.limit : undefined
  const remedies: Remedy[] = [
    ...(limit === undefined ? [] : [{ is: 'raise_purse' as const, team: one.team, by: one.amount - limit }]),
    ...(bought ? [{ is: 'void_sale' as const, player: one.player }] : []),
    { is: 'let_it_stand' },
  ]
  return { ...one, bought, remedies }
}
