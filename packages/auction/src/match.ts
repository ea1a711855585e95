// Who has the right to match a price, and how far a claim may be answered (rules A5).
import { own } from './answers.ts'
import { heldBy } from './holdings.ts'
import { moneyLimit, purchaseRefusal, standing } from './limits.ts'
import type { Amount } from './money.ts'
import { playerOf } from './running-order.ts'
import { type AuctionState, type Lot, type LotStage, leadingBid, type Player, type TeamId } from './state.ts'
import { fullType } from './type-caps.ts'

/** Who is about to buy, at what price, and what it owes the league beside it after a tie-break. */
export type Buyer = { team: TeamId; amount: Amount; levy: Amount }

/** Cards to match a price that the team has left: by how many players it retained, less those it matched and those it lost (MATCH-2). */
export function cardsLeft(state: AuctionState, teamId: TeamId): number {
  const team = own(state.teams, teamId)
  const cards = state.rules.match?.cardsByRetained
  if (!team || !cards) return 0
  const held = team.squad.map((id) => playerOf(state, id))
  const retained = held.filter(isRetained).length
  const dealt = cards[Math.min(retained, cards.length - 1)] ?? 0
  return Math.max(0, dealt - held.filter(isMatched).length - team.cardsLost)
}

/** The team that may match the price of this lot as it stands, or null: nobody bid, or nobody has the right (MATCH-1). */
export function matchHolder(state: AuctionState, lot: Lot): TeamId | null {
  const leading = leadingBid(lot)
  return leading && holderAgainst(state, lot, { ...leading, levy: 0 })
}

/** The team that may match what this buyer pays, or null (MATCH-1). */
export function holderAgainst(state: AuctionState, lot: Lot, buyer: Buyer): TeamId | null {
  const { match } = state.rules
  const player = playerOf(state, lot.player)
  const team = player.formerTeam === null ? undefined : own(state.teams, player.formerTeam)
  if (!match || !team || team.id === buyer.team || cardsLeft(state, team.id) === 0) return null
  const kept = team.squad.map((id) => playerOf(state, id)).filter((held) => isRetained(held) || isMatched(held))
  if (fullType(match.caps, kept, player)) return null
  return purchaseRefusal(state, standing(state, team, lot.lot), player, buyer.amount) === null ? team.id : null
}

/** From where to where the leader may raise once, on which grid; null: he cannot, so he is not asked (MATCH-5). */
export function raiseRange(state: AuctionState, lot: Lot): { least: Amount; most: Amount; grid: Amount } | null {
  const grid = state.rules.match?.raiseGrid ?? null
  const { stage } = lot
  if (grid === null || stage.is !== 'match' || stage.step === 'raised') return null
  const leader = own(state.teams, stage.leader)
  if (!leader) return null
  const least = Math.floor(stage.amount / grid) * grid + grid
  const most =
    Math.floor(moneyLimit(state, standing(state, leader, lot.lot), playerOf(state, lot.player)) / grid) * grid
  return most < least ? null : { least, most, grid }
}

/** The teams whose answer about this lot is awaited now; none while the auction is paused (STAGE-2). */
export function askedTeams(state: AuctionState, { stage }: Lot): readonly TeamId[] {
  return state.phase.is === 'running' ? awaited(stage) : []
}

/** The teams that have not yet answered at a stage. */
export function awaited(stage: LotStage): readonly TeamId[] {
  switch (stage.is) {
    case 'bidding':
      return []
    case 'match':
      return [stage.step === 'raising' ? stage.leader : stage.holder]
    case 'invited':
      return stage.teams.filter(({ joins }) => joins === null).map(({ team }) => team)
    case 'sealing':
      return stage.seals.filter(({ commitment }) => commitment === null).map(({ team }) => team)
    case 'revealing':
      return stage.seals.filter(({ amount }) => amount === null).map(({ team }) => team)
    default:
      return stage satisfies never
  }
}

const isRetained = (player: Player): boolean => heldBy(player)?.is === 'retained'

const isMatched = ({ status }: Player): boolean => status.is === 'sold' && status.via === 'match'
