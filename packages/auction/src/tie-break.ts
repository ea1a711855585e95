import { nextPrice } from './ladder.ts'
import { moneyLimit, purchaseRefusal, standing } from './limits.ts'
import { playerOf } from './running-order.ts'
import { type AuctionState, type Lot, leadingBid, type Team, type TeamId } from './state.ts'

/**
 * The teams that would be invited to match the last bid if the hammer fell now (TIE-1): the leader cannot pay the next step, and neither can they,
 * but they could have made this bid. Empty: no tie-break.
 */
export function tieBreakTeams(state: AuctionState, lot: Lot): readonly TeamId[] {
  const leading = leadingBid(lot)
  const leader = leading && state.teams[leading.team]
  if (!state.rules.tieBreak || !leading || !leader) return []
  const next = nextPrice(state.rules, leading.amount)
  const player = playerOf(state, lot.player)
  const atTheEnd = (team: Team) => moneyLimit(state, standing(state, team, lot.lot), player) < next
  const couldBid = (team: Team) =>
    purchaseRefusal(state, standing(state, team, lot.lot), player, leading.amount) === null
  if (!atTheEnd(leader)) return []
  return Object.values(state.teams)
    .filter((team) => team.id !== leader.id && atTheEnd(team) && couldBid(team))
    .map(({ id }) => id)
}
