import { type AuctionState, type Lot, leadingBid, openLots, type TeamId } from '@gavel/auction'
import type { AuctioneerCommand } from './auctioneer-command.ts'
import { lotAfter } from './next-lot.ts'
import type { Rng } from './rng.ts'
import { THINK_MS } from './think.ts'

/** `waits`: it is somebody else's turn: the clock's, a team's, or of whoever paused. */
export type NextStep = { does: AuctioneerCommand } | 'waits' | 'done'

/** What differs between auctioneers: what comes where there is room for a lot, and which open lots are somebody else's turn. */
export type Conduct = { next: (state: AuctionState) => AuctioneerCommand | 'waits'; waits: (lot: Lot) => boolean }

/**
 * The steps of any auctioneer: starts, brings up what is next, calls once and twice, hammers or passes; while teams are asked after a hammer
 * it waits. Pure: it goes on from any state.
 */
export function conductStep(state: AuctionState, { next, waits }: Conduct): NextStep {
  const { phase, rules } = state
  switch (phase.is) {
    case 'scheduled':
      return { does: { type: 'StartAuction' } }
    case 'paused':
      return 'waits'
    case 'ended':
      return 'done'
    case 'running':
      break
    default:
      return phase satisfies never
  }
  const open = openLots(state)
  const lot = open.find((one) => one.stage.is === 'bidding' && !waits(one))
  if (lot) return { does: callOrEnd(lot) }
  if (open.length >= rules.openLots) return 'waits'
  const step = next(state)
  // With lots on the board nothing but another lot can come.
  return step === 'waits' || (open.length > 0 && step.type !== 'OpenLot') ? 'waits' : { does: step }
}

function callOrEnd(lot: Lot): AuctioneerCommand {
  const leading = leadingBid(lot)
  if (lot.going < 2)
    return { type: 'CallGoing', lot: lot.lot, call: lot.going === 0 ? 1 : 2, bid: leading?.seq ?? null }
  return leading ? { type: 'Hammer', lot: lot.lot, bid: leading.seq } : { type: 'PassLot', lot: lot.lot }
}

/**
 * What the auctioneer does when nothing has happened for a while (BOT-4): puts up the next player of the running order or waits for the
 * team whose turn it is, calls once and twice, hammers or passes. While a squad is short it calls for names once and then the unsold back
 * until nobody who is short can have any of them. A lot with a clock is closed by the clock.
 */
export function auctioneerStep(state: AuctionState): NextStep {
  return conductStep(state, { next: lotAfter, waits: ({ deadlineMs }) => deadlineMs !== null })
}

/** Between two lots people look at the sale. */
const BREATH_MS = 1_500
/** A call stands longer than the quickest of those who still want the player needs. */
const CALL_MS = 1_300
/** So long somebody may look through the list who has not named yet. */
const NAMES_MS = 20_000

/** How long things must have stood still before the auctioneer goes on: always longer than any bot thinks (BOT-3). */
export function auctioneerPauseMs(state: Pick<AuctionState, 'lot' | 'board' | 'round' | 'teams'>, rng: Rng): number {
  const lot = openLots(state)[0]
  if (state.round) return hasAllNames(state.round.named, state.teams) ? BREATH_MS : NAMES_MS
  const least = !lot ? BREATH_MS : lot.going === 0 ? THINK_MS.most + 100 : CALL_MS
  return Math.round(least + rng() * (lot && lot.going === 0 ? 800 : 600))
}

const hasAllNames = (named: Readonly<Record<TeamId, unknown>>, teams: AuctionState['teams']): boolean =>
  Object.keys(teams).every((team) => named[team] !== undefined)
