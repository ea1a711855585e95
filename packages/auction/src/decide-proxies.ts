// What teams leave with the core: a hidden maximum for one lot, and the policy of their autopilot. The answers are made in proxies.ts.
import { accept, type Decision, own, phaseRefusal, refuse } from './answers.ts'
import { type CommandOf, MAX_BATCH } from './commands.ts'
import type { Draft } from './entries.ts'
import { purchaseRefusal, standing } from './limits.ts'
import { type Amount, isAmount } from './money.ts'
import { minimumBid } from './next.ts'
import { withLot, withTeamOf } from './on-lot.ts'
import type { Refusal } from './refusals.ts'
import { playerOf } from './running-order.ts'
import type { AuctionState, Lot, TeamId } from './state.ts'

/** Leaves a hidden maximum for an open lot, replaces it, or takes it back (PROXY-1). */
export function setProxy(state: AuctionState, c: CommandOf<'SetProxy'>, nowMs: number): Decision {
  if (!state.rules.proxies) return refuse('NO_PROXIES')
  if (c.max !== null && !isAmount(c.max)) return refuse('BAD_AMOUNT')
  return withLot(state, c.lot, c.max === null ? ['running', 'paused'] : ['running'], (lot) =>
    withTeamOf(state, { by: c.by }, (team) => {
      const before = lot.proxies.find((proxy) => proxy.team === team)?.max ?? null
      if (before === c.max) return refuse('NOTHING_CHANGES')
      const refusal = c.max === null ? null : proxyRefusal(state, { lot, team, max: c.max }, nowMs)
      return refusal ? { refusal } : accept({ type: 'ProxySet', lot: lot.lot, team, max: c.max })
    }),
  )
}

/**
 * Why this team may not leave this maximum on the lot now, or null: it is checked as a bid would be, but that the team may lead already and that it need
 * not lie on the ladder. Screens ask it too.
 */
export function proxyRefusal(
  state: AuctionState,
  { lot, team: id, max }: { lot: Lot; team: TeamId; max: Amount },
  nowMs: number,
): Refusal | null {
  if (lot.stage.is !== 'bidding') return { code: 'BIDDING_CLOSED' }
  if (lot.heldUntilMs !== null && nowMs < lot.heldUntilMs) return { code: 'HELD' }
  const team = own(state.teams, id)
  if (!team) return { code: 'UNKNOWN_TEAM' }
  if (lot.deadlineMs !== null && nowMs >= lot.deadlineMs) return { code: 'TIME_UP' }
  const minimum = minimumBid(state.rules, lot)
  const squad = purchaseRefusal(state, standing(state, team, lot.lot), playerOf(state, lot.player), max)
  if (squad && squad.code !== 'LIMIT_EXCEEDED') return squad
  if (max < minimum) return { code: 'BELOW_MINIMUM', detail: { minimum } }
  return squad
}

/** The team's list of private maxima and what its autopilot does with it (AUTO-1). Only what changes is written, so that a saved list makes no noise. */
export function setAutopilot(state: AuctionState, c: CommandOf<'SetAutopilot'>): Decision {
  const phase = phaseRefusal(state, ['scheduled', 'running', 'paused'])
  if (phase) return { refusal: phase }
  return withTeamOf(state, { by: c.by }, (team) => {
    if (c.maxima.length > MAX_BATCH) return refuse('TOO_MANY_NAMES', { max: MAX_BATCH })
    const seen = new Set<string>()
    for (const { player, max } of c.maxima) {
      if (!own(state.players, player)) return refuse('UNKNOWN_PLAYER')
      if (seen.has(player)) return refuse('DUPLICATE')
      if (!isAmount(max)) return refuse('BAD_AMOUNT')
      seen.add(player)
    }
    const before = own(state.maxima, team) ?? []
    const maxima = c.maxima.map(({ player, max }) => ({ player, max }))
    const same =
      maxima.length === before.length &&
      maxima.every(({ player, max }, i) => before[i]?.player === player && before[i]?.max === max)
    const entries: Draft[] = [
      ...(same ? [] : [{ type: 'MaximaSet' as const, team, maxima }]),
      ...(state.teams[team]?.autopilot === c.policy ? [] : [{ type: 'AutopilotSet' as const, team, policy: c.policy }]),
    ]
    return entries.length > 0 ? { entries } : refuse('NOTHING_CHANGES')
  })
}
