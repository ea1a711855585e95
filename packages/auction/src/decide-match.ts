// The right to match: the holder is asked, the leader may raise once, the holder keeps or declines (MATCH-1 to MATCH-9, rules A5).
import { accept, type Decision, refuse } from './answers.ts'
import type { CommandOf } from './commands.ts'
import { declined, matched } from './ending.ts'
import { purchaseRefusal, standing } from './limits.ts'
import { raiseRange } from './match.ts'
import { type Amount, isAmount } from './money.ts'
import { type Asked, asked } from './on-stage.ts'
import type { Refusal } from './refusals.ts'
import { playerOf } from './running-order.ts'
import type { AuctionState } from './state.ts'

export function claimMatch(state: AuctionState, c: CommandOf<'ClaimMatch'>, nowMs: number): Decision {
  return asked(state, c, 'match', nowMs, (at) => {
    const { lot, stage, team } = at
    if (stage.step !== 'asked') return refuse('NOT_ASKED')
    const terms = state.rules.match?.terms ?? []
    if (terms.length > 0 ? c.term === null || !terms.includes(c.term) : c.term !== null) return refuse('NO_SUCH_TERM')
    const refusal = cannotPay(state, at, stage.amount)
    if (refusal) return { refusal }
    const sold = raiseRange(state, lot) ? [] : matched(state, lot, stage)
    const term = c.term === null ? {} : { term: c.term }
    return { entries: [{ type: 'MatchClaimed', lot: lot.lot, team: team.id, ...term }, ...sold] }
  })
}

export function raiseMatch(state: AuctionState, c: CommandOf<'RaiseMatch'>, nowMs: number): Decision {
  return asked(state, c, 'match', nowMs, (at) => {
    const { lot, stage, team } = at
    if (stage.step !== 'raising') return refuse('NOT_ASKED')
    if (!isAmount(c.amount)) return refuse('BAD_AMOUNT')
    if (c.amount === stage.amount) return { entries: matched(state, lot, stage) }
    const range = raiseRange(state, lot)
    const refusal = cannotPay(state, at, c.amount)
    if (refusal) return { refusal }
    if (!range || c.amount < range.least || c.amount % range.grid !== 0)
      return refuse('OFF_GRID', { minimum: range?.least ?? stage.amount })
    return accept({ type: 'MatchRaised', lot: lot.lot, team: team.id, amount: c.amount })
  })
}

export function keepMatch(state: AuctionState, c: CommandOf<'KeepMatch'>, nowMs: number): Decision {
  return asked(state, c, 'match', nowMs, (at) => {
    if (at.stage.step !== 'raised') return refuse('NOT_ASKED')
    const refusal = cannotPay(state, at, at.stage.amount)
    return refusal ? { refusal } : { entries: matched(state, at.lot, at.stage) }
  })
}

export function declineMatch(state: AuctionState, c: CommandOf<'DeclineMatch'>, nowMs: number): Decision {
  return asked(state, c, 'match', nowMs, ({ lot, stage }) =>
    stage.step === 'raising' ? refuse('NOT_ASKED') : { entries: declined(state, lot, stage) },
  )
}

function cannotPay(state: AuctionState, { lot, team }: Asked<'match'>, amount: Amount): Refusal | null {
  return purchaseRefusal(state, standing(state, team, lot.lot), playerOf(state, lot.player), amount)
}
