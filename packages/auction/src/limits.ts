import type { Amount } from './money.ts'
import type { Refusal } from './refusals.ts'
import { type RuleSet, reservePerPlace } from './rule-set.ts'
import { type AuctionState, type Player, type PlayerId, purseLeft, type Team, type TeamId } from './state.ts'

/**
 * The most a team may bid on one player so that its other unfilled places of the minimum squad can still be filled at the cheapest base
 * (PURSE-2, rules A2): 200 left, cheapest base 1 and 10 open places, this one among them, gives 191. Never below 0.
 */
export function moneyLimit(rules: RuleSet, team: Team): Amount {
  const openAfterThis = Math.max(0, rules.squad.min - team.squad.length - 1)
  return Math.max(0, purseLeft(team) - reservePerPlace(rules) * openAfterThis)
}

/** Why the team may not hold one more player like this one, or null (SQUAD-1 to SQUAD-4). */
export function squadRefusal(rules: RuleSet, team: Team, player: Pick<Player, 'overseas'>): Refusal | null {
  if (team.squad.length >= rules.squad.max)
    return { code: 'SQUAD_FULL', detail: { held: team.squad.length, max: rules.squad.max } }
  if (player.overseas === true && rules.overseasMax !== null && team.overseas >= rules.overseasMax)
    return { code: 'OVERSEAS_FULL', detail: { held: team.overseas, max: rules.overseasMax } }
  return null
}

/** Why the team may not pay this amount for this player, or null (PURSE-2 and the squad rules). */
export function purchaseRefusal(rules: RuleSet, team: Team, player: Player, amount: Amount): Refusal | null {
  const squad = squadRefusal(rules, team, player)
  if (squad) return squad
  const limit = moneyLimit(rules, team)
  if (amount <= limit) return null
  return { code: 'LIMIT_EXCEEDED', detail: { limit, open: Math.max(0, rules.squad.min - team.squad.length) } }
}

/** Teams below the minimum squad: ending an auction never requires it, but reports it (END-2). */
export function shortSquads(state: AuctionState): { team: TeamId; held: number; min: number }[] {
  const { min } = state.rules.squad
  return Object.values(state.teams)
    .filter((t) => t.squad.length < min)
    .map((t) => ({ team: t.id, held: t.squad.length, min }))
}

/** Players whose nationality is unknown: they count in no cap, so the organiser is shown them (SQUAD-4). */
export function unknownNationality(state: AuctionState): PlayerId[] {
  return Object.values(state.players)
    .filter((p) => p.overseas === null)
    .map((p) => p.id)
}
