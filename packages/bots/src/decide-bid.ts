import {
  type Amount,
  type AuctionState,
  type Lot,
  leadingBid,
  minimumBid,
  moneyLimit,
  purchaseRefusal,
  standing,
  type TeamId,
} from '@gavel/auction'
import { createRng, type Rng } from './rng.ts'
import { type Bot, CHARACTERS } from './tempers.ts'
import { worthOf } from './worth.ts'

/** A jump goes at most so far above the next price. */
const LONGEST_JUMP = 1.6
/** While the price is this many times below what the player is worth, nobody climbs the ladder step by step... */
const FAR = 2.5
/** ...and one call of three is a jump. */
const FAR_JUMPS = 0.35
/** Nobody raises the paddle for one player more often than this, give or take a third. */
const PATIENCE = 12

/**
 * What this team's bot would call now on an open lot, or null: it leads, may not bid, does not want the player at this price, or holds
 * back until the auctioneer calls. What it answers is lawful in `state` (BOT-1). Asked again after every change; only `rng` moves on.
 */
export function decideBid(state: AuctionState, lot: Lot, teamId: TeamId, bot: Bot, rng: Rng): Amount | null {
  const { rules } = state
  const most = mostFor(state, lot, teamId, bot)
  const player = state.players[lot.player]
  if (most === null || !player) return null
  const minimum = minimumBid(rules, lot)
  if (minimum > most) return null
  const raised = lot.bids.filter((bid) => bid.team === teamId).length
  if (raised > PATIENCE * (0.67 + 0.67 * createRng(`${bot.seed}:${player.id}:patience`)())) return null
  const character = CHARACTERS[bot.temper]
  // Whoever still wants the player at the second call does not wait for the hammer.
  const holdsBack = rng() < character.hesitates / (lot.going + 1)
  if (holdsBack && lot.going < 2) return null
  const jumps = most > minimum * FAR ? FAR_JUMPS : character.jumps
  return rng() < jumps ? jumpOver(rules.jumpGrid, minimum, most) : minimum
}

/** The most that the bot would lawfully pay for the player of this lot; null where it may not bid now. */
export function mostFor(state: AuctionState, lot: Lot, teamId: TeamId, bot: Bot): Amount | null {
  const team = state.teams[teamId]
  const player = state.players[lot.player]
  if (state.phase.is !== 'running' || lot.stage.is !== 'bidding' || !team || !player) return null
  if (leadingBid(lot)?.team === teamId) return null
  const as = standing(state, team, lot.lot)
  if (purchaseRefusal(state, as, player, minimumBid(state.rules, lot))) return null
  return Math.floor(Math.min(worthOf(state, as, player, bot), moneyLimit(state, as, player)))
}

/** A called price above the next one, on the grid; the next one where there is none in reach. */
function jumpOver(grid: Amount | null, minimum: Amount, most: Amount): Amount {
  if (grid === null) return minimum
  const called = Math.floor(Math.min(most * 0.7, minimum * LONGEST_JUMP) / grid) * grid
  return Math.max(called, minimum)
}
