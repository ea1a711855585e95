import {
  type AuctionState,
  type Bid,
  type Lot,
  type LotStage,
  leadingBid,
  minimumBid,
  moneyLimit,
  type PlayerId,
  purseLeft,
  type Refusal,
  squadRefusal,
  standing,
  type TeamId,
} from '@gavel/auction'
import type { Rung } from '@gavel/ui'
import type { Directory } from './directory.ts'
import { stageLengthMs } from './stages/drama.ts'

/** What the board shows: the open lot, else the one that closed last, else nothing yet. */
export type Board =
  | { is: 'idle' }
  | {
      is: 'open' | 'sold' | 'unsold'
      lot: number
      player: PlayerId
      base: number
      price: number
      leader: TeamId | null
      bids: readonly Bid[]
      going: 0 | 1 | 2
      /** The least the next bid may be; null once the bidding is over. */
      next: number | null
      deadlineMs: number | null
      /** What is decided about the lot after its bidding; null while it is bid for, and once it is closed. */
      stage: Exclude<LotStage, { is: 'bidding' }> | null
    }

/**
 * The board of an ended auction is idle: what counts then is how it all came out. So is that of a slow auction, where many lots are open
 * and each has a line of its own.
 */
export function boardOf(state: AuctionState): Board {
  if (state.phase.is === 'ended' || state.rules.openLots > 1) return { is: 'idle' }
  if (state.lot) {
    const { lot, player, base, bids, going, deadlineMs } = state.lot
    const leading = leadingBid(state.lot)
    const open = { is: 'open', lot, player, base, bids, deadlineMs } as const
    const price = leading?.amount ?? base
    const leader = leading?.team ?? null
    const { stage } = state.lot
    if (stage.is === 'bidding')
      return { ...open, going, price, leader, next: minimumBid(state.rules, state.lot), stage: null }
    // A raise moves the price, and after a tie-break its winner is the one to beat.
    const stands = stage.is === 'match' ? { price: stage.amount, leader: stage.leader } : { price, leader }
    return { ...open, ...stands, going: 0, next: null, stage }
  }
  if (state.lastLot) {
    const { lot, player, base, bids } = state.lastLot
    const sale = lastSale(state)
    const closed = { lot, player, base, bids, going: 0, next: null, deadlineMs: null, stage: null } as const
    return { ...closed, is: sale ? 'sold' : 'unsold', price: sale?.amount ?? base, leader: sale?.team ?? null }
  }
  return { is: 'idle' }
}

/** Who bought the lot that closed last, and at what price, as it stands after any correction (PANEL-5); null where nobody did. */
function lastSale({ lastLot, players }: AuctionState): { team: TeamId; amount: number } | null {
  if (!lastLot) return null
  const { status } = players[lastLot.player] ?? {}
  if (status?.is === 'sold' && status.lot === lastLot.lot) return status
  return status?.is === 'unsold' && status.lot === lastLot.lot ? null : lastLot.sale
}

/** The bids of a lot as rungs of the ladder. */
export function rungsOf(bids: readonly Bid[], directory: Directory): Rung[] {
  return bids.map((bid) => {
    const { short, name, colour } = directory.team(bid.team)
    return {
      seq: bid.seq,
      amount: bid.amount,
      team: { shortName: short, name, colour },
      note: bid.floor ? 'from the floor' : bid.auto ? 'hidden maximum' : undefined,
    }
  })
}

export type TeamRow = {
  id: TeamId
  left: number
  purse: number
  squad: number
  overseas: number
  /** The most it may bid on the player who is up, or on any player where none is. */
  limit: number
  /** Why it may not hold the player who is up at all. */
  shut: Refusal | null
}

/** Where no lot is on the block, what a team leads with on the board is reserved on every lot. */
const NO_LOT = 0

/**
 * Every team by what is left of its purse, the fullest first.
 *
 * @param lot the one that limits are about: on a board any open one
 */
export function teamRows(state: AuctionState, lot: Lot | null = state.lot): TeamRow[] {
  const onBlock = lot ? state.players[lot.player] : undefined
  return Object.values(state.teams)
    .map((team) => ({
      id: team.id,
      left: purseLeft(team),
      purse: team.purse,
      squad: team.squad.length,
      overseas: team.overseas,
      limit: moneyLimit(state, standing(state, team, lot?.lot ?? NO_LOT), onBlock),
      shut: squadRefusal(state, team, onBlock ?? { overseas: false, categories: [] }),
    }))
    .sort((one, other) => other.left - one.left || one.id.localeCompare(other.id))
}

export type Waiting = { set: string; players: readonly PlayerId[] }

/** Sets that still have players waiting, in the running order. */
export function upcomingSets(state: AuctionState): Waiting[] {
  return state.sets
    .map((set) => ({ set: set.id, players: set.players.filter((id) => state.players[id]?.status.is === 'waiting') }))
    .filter((set) => set.players.length > 0)
}

export type Counts = { sold: number; unsold: number; waiting: number; retained: number; spent: number }

export function countsOf(state: AuctionState): Counts {
  const counts: Counts = { sold: 0, unsold: 0, waiting: 0, retained: 0, spent: 0 }
  for (const { status } of Object.values(state.players)) {
    if (status.is === 'sold') {
      counts.sold += 1
      counts.spent += status.amount
    } else if (status.is === 'unsold') counts.unsold += 1
    else if (status.is === 'waiting') counts.waiting += 1
    else if (status.is === 'retained') counts.retained += 1
  }
  return counts
}

export type Sale = { player: PlayerId; team: TeamId; amount: number }

/** The newest sales, the last one first. */
export function lastSales(state: AuctionState, most: number): Sale[] {
  const sales: (Sale & { lot: number })[] = []
  for (const { id, status } of Object.values(state.players)) {
    if (status.is === 'sold') sales.push({ player: id, team: status.team, amount: status.amount, lot: status.lot })
  }
  return sales
    .sort((one, other) => other.lot - one.lot)
    .slice(0, most)
    .map(({ player, team, amount }) => ({ player, team, amount }))
}

/** The dearest sale so far; of equal ones the first. */
export function dearestSale(state: AuctionState): Sale | null {
  let dearest: (Sale & { lot: number }) | null = null
  for (const { id, status } of Object.values(state.players)) {
    if (status.is !== 'sold') continue
    const { team, amount, lot } = status
    if (!dearest || amount > dearest.amount || (amount === dearest.amount && lot < dearest.lot)) {
      dearest = { player: id, team, amount, lot }
    }
  }
  return dearest
}

/** The whole length of the clock that runs, for the line around the price. */
export function clockLengthMs(state: AuctionState): number {
  if (state.lot && state.lot.stage.is !== 'bidding') return stageLengthMs(state.rules, state.lot.stage)
  return state.rules.clock.mode === 'clock' ? state.rules.clock.lotMs : 0
}
