import {
  type AuctionState,
  type Bid,
  leadingBid,
  minimumBid,
  moneyLimit,
  type PlayerId,
  purseLeft,
  type Refusal,
  squadRefusal,
  type TeamId,
} from '@gavel/auction'
import type { Rung } from '@gavel/ui'
import type { Directory } from './directory.ts'

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
      /** The least the next bid may be; null once the lot is closed. */
      next: number | null
      deadlineMs: number | null
    }

/** The board of an ended auction is idle: what counts then is how it all came out. */
export function boardOf(state: AuctionState): Board {
  if (state.phase.is === 'ended') return { is: 'idle' }
  if (state.lot) {
    const { lot, player, base, bids, going, deadlineMs } = state.lot
    const leading = leadingBid(state.lot)
    return {
      is: 'open',
      lot,
      player,
      base,
      bids,
      going,
      deadlineMs,
      price: leading?.amount ?? base,
      leader: leading?.team ?? null,
      next: minimumBid(state.rules, state.lot),
    }
  }
  if (state.lastLot) {
    const { lot, player, base, bids, sold } = state.lastLot
    const closed = { lot, player, base, bids, going: 0, next: null, deadlineMs: null } as const
    return { ...closed, is: sold ? 'sold' : 'unsold', price: sold?.amount ?? base, leader: sold?.team ?? null }
  }
  return { is: 'idle' }
}

/** The bids of a lot as rungs of the ladder. */
export function rungsOf(bids: readonly Bid[], directory: Directory): Rung[] {
  return bids.map((bid) => {
    const { short, name, colour } = directory.team(bid.team)
    return {
      seq: bid.seq,
      amount: bid.amount,
      team: { shortName: short, name, colour },
      note: bid.floor ? 'from the floor' : undefined,
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

/** Every team by what is left of its purse, the fullest first. */
export function teamRows(state: AuctionState): TeamRow[] {
  const onBlock = state.lot ? state.players[state.lot.player] : undefined
  return Object.values(state.teams)
    .map((team) => ({
      id: team.id,
      left: purseLeft(team),
      purse: team.purse,
      squad: team.squad.length,
      overseas: team.overseas,
      limit: moneyLimit(state.rules, team),
      shut: squadRefusal(state.rules, team, onBlock ?? { overseas: false }),
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
  return state.rules.clock.mode === 'clock' ? state.rules.clock.lotMs : 0
}
