// Players kept from last season: how many, of which type, and what they cost the purse (RETAIN-1 to RETAIN-4).
import type { Amount } from './money.ts'
import type { Kind } from './places.ts'
import type { Refusal } from './refusals.ts'
import type { RetentionRule } from './rule-set.ts'
import type { AuctionState, Player, PlayerStatus, Team } from './state.ts'
import { COUNTS, fullType, withinCaps } from './type-caps.ts'

type Pool = Pick<AuctionState, 'rules' | 'players'>
type Retained = Player & { status: Extract<PlayerStatus, { is: 'retained' }> }

/** The players whom the team has retained, in the order of retention. */
function retainedBy(state: Pick<AuctionState, 'players'>, team: Team): Retained[] {
  return team.squad.flatMap((id) => {
    const player = state.players[id]
    return player?.status.is === 'retained' ? [player as Retained] : []
  })
}

/** Why the team may not retain one more player like this one, or null (RETAIN-1). Without a retention rule anybody may be retained. */
export function retentionRefusal(state: Pool, team: Team, player: Kind): Refusal | null {
  const { retention } = state.rules
  if (!retention) return null
  const retained = retainedBy(state, team)
  if (retained.length >= retention.max)
    return { code: 'RETENTION_FULL', detail: { held: retained.length, max: retention.max } }
  const full = fullType(retention.caps, retained, player)
  return (
    full && {
      ...{ code: 'CATEGORY_FULL', detail: { held: full.held, max: full.max } },
      category: `retained ${full.type}`,
    }
  )
}

/** A retained player as the costs see him: what he is paid, and whether he is uncapped. */
export type Kept = { amount: Amount; uncapped: boolean }

/**
 * What each of a team's retained players takes from the purse, in the order of retention (RETAIN-2): capped players cost together what the
 * rules say for so many, or what they are paid where that is more, so each costs what that sum grows by; where the rules have a slab for each, none
 * costs less than his own. An uncapped one costs what the rules say, or what he is paid.
 */
export function retentionCosts(rule: RetentionRule | null, kept: readonly Kept[]): Amount[] {
  const paid: Amount[] = []
  let cost = 0
  return kept.map(({ amount, uncapped }) => {
    if (rule === null) return amount
    if (uncapped) return Math.max(rule.uncappedCost ?? 0, amount)
    paid.push(amount)
    const before = cost
    cost = cappedCost(rule, paid)
    return cost - before
  })
}

/** What capped players who are paid so much cost together. */
function cappedCost({ cappedTotals, cappedSlabs }: RetentionRule, paid: readonly Amount[]): Amount {
  const row = <T>(rows: readonly T[]): T | undefined => rows[Math.min(paid.length, rows.length) - 1]
  const slabs = row(cappedSlabs ?? []) ?? []
  const each = paid.toSorted((one, other) => other - one).map((amount, at) => Math.max(slabs[at] ?? 0, amount))
  return Math.max(row(cappedTotals) ?? 0, sum(each))
}

const sum = (amounts: readonly Amount[]): Amount => amounts.reduce((all, one) => all + one, 0)

/** What retaining this player for this pay takes from the team's purse now. */
export function retentionDebit(state: Pool, team: Team, player: Kind, amount: Amount): Amount {
  const kept = retainedBy(state, team).map((held) => ({ amount: held.status.amount, uncapped: COUNTS.uncapped(held) }))
  const costs = retentionCosts(state.rules.retention, [...kept, { amount, uncapped: COUNTS.uncapped(player) }])
  return costs.at(-1) ?? amount
}

/** Whether what a team has retained is within other rules (ROOM-8). What it cost stays as it was settled. */
export function retentionFits(state: Pool, team: Team, retention: RetentionRule | null): boolean {
  if (!retention) return true
  const retained = retainedBy(state, team)
  return retained.length <= retention.max && withinCaps(retention.caps, retained)
}
