import { moneyLimit, squadRefusal } from './limits.ts'
import { minimumBid } from './next.ts'
import { type AuctionState, leadingBid } from './state.ts'

/**
 * The few fields of the state that `bid.lua` compares, as the strings that the store keeps in the log's `state` hash. Whatever changes a team's
 * limit, its category flags or a paddle's right (a new lot, a correction, a revoked paddle) changes these, because they are derived anew
 * after every commit. Fields:
 *
 * - `phase`, `path` (`script` or `core`), `ladder` (`from,step;from,step`), `jump` (grid or empty), `extendMs` (or empty)
 * - while a lot is open: `lot`, `price` and `leader` and `bid` (empty before the first bid), `min`, `going`
 * - `t:<team>` while a lot is open: `ok:<limit>:<open places>` or `no:<refusal code>:<held>:<max>`
 * - `p:<user>`: the team that the user's paddle bids for
 *
 * Deadlines are not among them: they depend on the store's clock, see {@link hotTimes}.
 */
export function hotFields(state: AuctionState): Record<string, string> {
  const { rules, lot } = state
  const fields: Record<string, string> = {
    phase: state.phase.is,
    path: rules.bidsDecidedBy,
    ladder: rules.ladder.map((b) => `${b.from},${b.step}`).join(';'),
    jump: rules.jumpGrid === null ? '' : String(rules.jumpGrid),
    extendMs: rules.clock.mode === 'clock' ? String(rules.clock.extendMs) : '',
  }
  for (const [user, team] of Object.entries(state.paddles)) fields[`p:${user}`] = team
  if (!lot) return fields
  const leading = leadingBid(lot)
  fields.lot = String(lot.lot)
  fields.price = leading ? String(leading.amount) : ''
  fields.leader = leading?.team ?? ''
  fields.bid = leading ? String(leading.seq) : ''
  fields.min = String(minimumBid(rules, lot))
  fields.going = String(lot.going)
  const player = state.players[lot.player]
  for (const team of Object.values(state.teams)) {
    const refusal = player && squadRefusal(rules, team, player)
    const open = Math.max(0, rules.squad.min - team.squad.length)
    fields[`t:${team.id}`] = refusal
      ? `no:${refusal.code}:${refusal.detail?.held}:${refusal.detail?.max}`
      : `ok:${moneyLimit(rules, team)}:${open}`
  }
  return fields
}

/** The two times of the open lot, which the store keeps beside the hot fields and moves by its own clock. */
export function hotTimes(state: AuctionState): { deadlineMs: number | null; heldUntilMs: number | null } {
  return { deadlineMs: state.lot?.deadlineMs ?? null, heldUntilMs: state.lot?.heldUntilMs ?? null }
}
