import { hasHidden } from './hidden.ts'
import { purchaseRefusal, standing } from './limits.ts'
import { MAX_AMOUNT } from './money.ts'
import { minimumBid } from './next.ts'
import type { Refusal } from './refusals.ts'
import { type AuctionState, type Lot, leadingBid, type Team } from './state.ts'

/**
 * The few fields of the state that `bid.lua` compares, as the strings that the store keeps in the log's `state` hash. Whatever changes a team's
 * limit, its category flags or a paddle's right (a new lot, a correction, a revoked paddle) changes these, because they are derived anew
 * after every commit. Fields:
 *
 * - `phase`, `path` (`script` or `core`), `ladder` (`from,step;from,step`), `jump` (grid or empty), `extendMs` (or empty)
 * - while a lot is on the block: `stage` (`bidding`, or what is decided after it), `lot`, `price` and `leader` and `bid` (empty before the first bid), `min`, `going`
 * - `t:<team>` while a lot is open: `ok:<limit>:<open places>`, or `no:<refusal code>:<name>=<number>,<name>=<number>:<category>`, the details
 *   and the category as the refusal has them
 * - `p:<user>`: the team that the user's paddle bids for
 *
 * Deadlines are not among them: they depend on the store's clock, see {@link hotTimes}.
 */
export function hotFields(state: AuctionState): Record<string, string> {
  const { rules, lot } = state
  const fields: Record<string, string> = {
    phase: state.phase.is,
    path: byScript(state) ? 'script' : 'core',
    ladder: rules.ladder.map((b) => `${b.from},${b.step}`).join(';'),
    jump: rules.jumpGrid === null ? '' : String(rules.jumpGrid),
    extendMs: rules.clock.mode === 'clock' ? String(rules.clock.extendMs) : '',
  }
  for (const [user, team] of Object.entries(state.paddles)) fields[`p:${user}`] = team
  if (!lot) return fields
  const leading = leadingBid(lot)
  fields.stage = lot.stage.is
  fields.lot = String(lot.lot)
  fields.price = leading ? String(leading.amount) : ''
  fields.leader = leading?.team ?? ''
  fields.bid = leading ? String(leading.seq) : ''
  fields.min = String(minimumBid(rules, lot))
  fields.going = String(lot.going)
  for (const team of Object.values(state.teams)) fields[`t:${team.id}`] = standingOf(state, lot, team)
  return fields
}

/** How the team stands towards this lot, whatever it bids: the most that it may, or why it may not at all. */
function standingOf(state: AuctionState, lot: Lot, team: Team): string {
  const player = state.players[lot.player]
  const refusal = player && purchaseRefusal(state, standing(state, team, lot.lot), player, MAX_AMOUNT)
  if (!refusal) throw new Error(`no limit of ${team.id} for lot ${lot.lot}`)
  const { detail = {} } = refusal
  return refusal.code === 'LIMIT_EXCEEDED' ? `ok:${detail.limit}:${detail.open}` : `no:${asText(refusal)}`
}

function asText({ code, detail = {}, category = '' }: Refusal): string {
  const details = Object.entries(detail).map(([name, value]) => `${name}=${value}`)
  return `${code}:${details.join(',')}:${category}`
}

/** The two times of the lot on the block, which the store keeps beside the hot fields and moves by its own clock. */
export function hotTimes(state: AuctionState): { deadlineMs: number | null; heldUntilMs: number | null } {
  return { deadlineMs: state.lot?.deadlineMs ?? null, heldUntilMs: state.lot?.heldUntilMs ?? null }
}

/** Whether the store may decide a bid by itself: one lot at a time, and nothing hidden that would answer it. */
function byScript(state: AuctionState): boolean {
  const { rules, lot } = state
  return rules.bidsDecidedBy === 'script' && rules.openLots === 1 && !(lot && hasHidden(state, lot))
}
