import type { Amount } from './money.ts'
import { type Lot, leadingBid, type TeamId } from './state.ts'

/**
 * Which teams may have to pay for an open lot, and how much: its leader, and while it is decided whoever has said that it buys at that price. Their
 * money and a place in their squad are spoken for (BOARD-2).
 */
export function owed(lot: Lot): readonly { team: TeamId; amount: Amount }[] {
  const leading = leadingBid(lot)
  if (!leading) return []
  const { stage } = lot
  const { amount } = leading
  const all = (teams: readonly TeamId[]) => [...new Set([leading.team, ...teams])].map((team) => ({ team, amount }))
  switch (stage.is) {
    case 'bidding':
      return all([])
    case 'match': {
      const { step, leader, holder, amount: price } = stage
      const teams = step === 'raising' ? [leader, holder] : [leader]
      return teams.map((team) => ({ team, amount: price }))
    }
    case 'invited':
      return all(stage.teams.filter(({ joins }) => joins).map(({ team }) => team))
    case 'sealing':
    case 'revealing':
      return all(stage.seals.map(({ team }) => team))
    default:
      return stage satisfies never
  }
}
