import type { Amount } from './money.ts'
import { owed } from './owed.ts'
import { countsIn, fillsMissing, heldIn, type Kind, missingAfter, placesKept } from './places.ts'
import type { Refusal } from './refusals.ts'
import { reservePerPlace } from './rule-set.ts'
import { type AuctionState, openLots, type PlayerId, purseLeft, type Team, type TeamId } from './state.ts'

/**
 * The team as if it had bought every open lot for which it may have to pay but this one: its money there is spoken for (BOARD-2). In a room that sells
 * one at a time it is the team itself.
 */
export function standing(state: AuctionState, team: Team, lot: number): Team {
  let as = team
  for (const open of openLots(state)) {
    const share = open.lot === lot ? undefined : owed(open).find((one) => one.team === team.id)
    if (!share) continue
    const overseas = state.players[open.player]?.overseas === true ? 1 : 0
    as = {
      ...as,
      spent: as.spent + share.amount,
      squad: [...as.squad, open.player],
      overseas: as.overseas + overseas,
    }
  }
  return as
}

/**
 * The most a team may bid on one player so that its other places can still be filled at the cheapest base (PURSE-2, rules A2): 200 left,
 * cheapest base 1 and 10 open places, this one among them, gives 191. Never below 0. Places of players whom the rules ask for count too
 * (CATEGORY-3).
 *
 * @param player whom the bid is for; left out: anybody, who is nobody that the rules ask for
 */
export function moneyLimit(state: Pick<AuctionState, 'rules' | 'players'>, team: Team, player?: Kind): Amount {
  return Math.max(0, purseLeft(team) - reservePerPlace(state.rules) * placesKept(state, team, player))
}

/** Places that the team still has to fill, this player's among them where it is one of them: what a refusal over the limit speaks of. */
export function openPlaces(state: Pick<AuctionState, 'rules' | 'players'>, team: Team, player?: Kind): number {
  return Math.max(0, state.rules.squad.min - team.squad.length, placesKept(state, team, player))
}

/** Why the team may not hold one more player like this one, or null (SQUAD-1 to SQUAD-4, CATEGORY-2, CATEGORY-3). */
export function squadRefusal(state: Pick<AuctionState, 'rules' | 'players'>, team: Team, player: Kind): Refusal | null {
  const { rules } = state
  if (team.squad.length >= rules.squad.max)
    return { code: 'SQUAD_FULL', detail: { held: team.squad.length, max: rules.squad.max } }
  if (player.overseas === true && rules.overseasMax !== null && team.overseas >= rules.overseasMax)
    return { code: 'OVERSEAS_FULL', detail: { held: team.overseas, max: rules.overseasMax } }
  for (const { id, label, max } of rules.categories) {
    if (max === null || !countsIn(player, id)) continue
    const held = heldIn(state, team, id)
    if (held >= max) return { code: 'CATEGORY_FULL', detail: { held, max }, category: label }
  }
  const open = rules.squad.max - team.squad.length - 1
  const needed = missingAfter(state, team, player)
  // Who is asked for himself never makes it worse.
  if (needed > open && !fillsMissing(state, team, player)) return { code: 'PLACES_KEPT', detail: { open, needed } }
  return null
}

/** Why the team may not pay this amount for this player, or null (PURSE-2 and the squad rules). */
export function purchaseRefusal(
  state: Pick<AuctionState, 'rules' | 'players'>,
  team: Team,
  player: Kind,
  amount: Amount,
): Refusal | null {
  const squad = squadRefusal(state, team, player)
  if (squad) return squad
  const limit = moneyLimit(state, team, player)
  if (amount <= limit) return null
  return { code: 'LIMIT_EXCEEDED', detail: { limit, open: openPlaces(state, team, player) } }
}

/** Teams below the minimum squad: ending an auction never requires it, but reports it (END-2). */
export function shortSquads(state: AuctionState): { team: TeamId; held: number; min: number }[] {
  const { min } = state.rules.squad
  return Object.values(state.teams)
    .filter((t) => t.squad.length < min)
    .map((t) => ({ team: t.id, held: t.squad.length, min }))
}

/** What of its purse a team must spend, and has not: reported, never enforced (SPEND-1). Retained players count. */
export function spendShort(
  state: Pick<AuctionState, 'rules' | 'teams'>,
): { team: TeamId; spent: Amount; least: Amount }[] {
  return Object.values(state.teams).flatMap(({ id, purse, spent }) => {
    const least = Math.ceil((purse * (state.rules.minSpendPercent ?? 0)) / 100)
    return spent < least ? [{ team: id, spent, least }] : []
  })
}

/** Players whose nationality is unknown: they count in no cap, so the organiser is shown them (SQUAD-4). */
export function unknownNationality(state: Pick<AuctionState, 'players'>): PlayerId[] {
  return Object.values(state.players)
    .filter((p) => p.overseas === null)
    .map((p) => p.id)
}
