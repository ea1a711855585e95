// What the autopilot of a team says where the team is asked after the bidding: at the right to match and at the tie-break (AUTO-5, AUTO-6).
import type { Decision } from './answers.ts'
import { claimMatch, declineMatch, keepMatch, raiseMatch } from './decide-match.ts'
import { joinTieBreak } from './decide-tiebreak.ts'
import type { Draft } from './entries.ts'
import { hiddenMaxima } from './hidden.ts'
import { askedTeams, raiseRange } from './match.ts'
import type { Amount } from './money.ts'
import { type AuctionState, type Lot, leadingBid, type TeamId } from './state.ts'

/**
 * The answer of the first team that is asked about this lot and has said that it is away, with all that follows from it; none where nobody such is asked,
 * or where only the team itself can answer, by a sealed amount.
 */
export function awayAnswer(state: AuctionState, lot: Lot, nowMs: number): readonly Draft[] {
  for (const team of askedTeams(state, lot)) {
    if (state.teams[team]?.autopilot === 'off') continue
    const decision = answerOf(state, lot, team, nowMs)
    if (decision && 'entries' in decision) return decision.entries.map((draft) => ({ ...draft, auto: true }))
  }
  return []
}

function answerOf(state: AuctionState, lot: Lot, team: TeamId, nowMs: number): Decision | null {
  const { stage } = lot
  const max = hiddenMaxima(state, lot).find((hidden) => hidden.team === team)?.max ?? 0
  const from = { by: 'system', lot: lot.lot, floorTeam: team }
  const decline = () => declineMatch(state, { type: 'DeclineMatch', ...from }, nowMs)
  const join = (joins: boolean) => joinTieBreak(state, { type: 'JoinTieBreak', joins, ...from }, nowMs)
  switch (stage.is) {
    case 'match':
      if (stage.step === 'raising')
        return raiseMatch(state, { type: 'RaiseMatch', amount: raiseOf(state, lot, stage.amount, max), ...from }, nowMs)
      if (max < stage.amount) return decline()
      return accepted(
        stage.step === 'raised'
          ? keepMatch(state, { type: 'KeepMatch', ...from }, nowMs)
          : claimMatch(state, { type: 'ClaimMatch', term: state.rules.match?.terms[0] ?? null, ...from }, nowMs),
        decline,
      )
    case 'invited':
      return accepted(join(max >= (leadingBid(lot)?.amount ?? lot.base)), () => join(false))
    case 'bidding':
    case 'sealing':
    case 'revealing':
      return null
    default:
      return stage satisfies never
  }
}

/** The one raise of an absent leader: as far as its maximum, its limit and the grid allow; the present price is none (AUTO-5). */
function raiseOf(state: AuctionState, lot: Lot, price: Amount, max: Amount): Amount {
  const range = raiseRange(state, lot)
  if (!range) return price
  const raised = Math.floor(Math.min(max, range.most) / range.grid) * range.grid
  return raised < range.least ? price : raised
}

/** The decision, or another one where the core refuses it: a purchase elsewhere may have taken the money. */
function accepted(decision: Decision, otherwise: () => Decision): Decision {
  return 'refusal' in decision ? otherwise() : decision
}
