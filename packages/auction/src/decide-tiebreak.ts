// The silent tie-break: who joins seals an amount, and all are revealed at once (TIE-1 to TIE-9, rules A6).
import { accept, type Decision, refuse } from './answers.ts'
import type { CommandOf } from './commands.ts'
import { afterInvitation, afterRevealing, afterSealing } from './ending.ts'
import type { Draft } from './entries.ts'
import { purchaseRefusal, standing } from './limits.ts'
import { awaited } from './match.ts'
import { isAmount } from './money.ts'
import { asked, atStage } from './on-stage.ts'
import { playerOf } from './running-order.ts'
import { COMMITMENT, SECRET, sealOf } from './seal.ts'
import { type AuctionState, type LotStage, leadingBid } from './state.ts'

export function joinTieBreak(state: AuctionState, c: CommandOf<'JoinTieBreak'>, nowMs: number): Decision {
  return asked(state, c, 'invited', nowMs, ({ lot, stage, team }) => {
    const { joins } = c
    const price = leadingBid(lot)?.amount ?? lot.base
    const refusal = joins && purchaseRefusal(state, standing(state, team, lot.lot), playerOf(state, lot.player), price)
    if (refusal) return { refusal }
    const answer: Draft = { type: 'TieBreakAnswered', lot: lot.lot, team: team.id, joins }
    const next = { ...stage, teams: stage.teams.map((one) => (one.team === team.id ? { ...one, joins } : one)) }
    return then(answer, next, () => afterInvitation(state, lot, next))
  })
}

export function sealAmount(state: AuctionState, c: CommandOf<'SealAmount'>, nowMs: number): Decision {
  return atStage(state, c, 'sealing', nowMs, ({ lot, stage, team }) => {
    const { round, commitment } = c
    if (round !== stage.round) return refuse('NOT_ASKED')
    if (!awaited(stage).includes(team.id)) return refuse('ALREADY_SEALED')
    if (!COMMITMENT.test(commitment)) return refuse('BAD_SEAL')
    const answer: Draft = { type: 'AmountSealed', lot: lot.lot, round, team: team.id, commitment }
    const next = { ...stage, seals: stage.seals.map((one) => (one.team === team.id ? { ...one, commitment } : one)) }
    return then(answer, next, () => afterSealing(state, lot, next))
  })
}

export function revealAmount(state: AuctionState, c: CommandOf<'RevealAmount'>, nowMs: number): Decision {
  return asked(state, c, 'revealing', nowMs, ({ lot, stage, team }) => {
    const { round, amount, secret } = c
    if (round !== stage.round) return refuse('NOT_ASKED')
    if (!isAmount(amount)) return refuse('BAD_AMOUNT')
    const sealed = stage.seals.find((one) => one.team === team.id)?.commitment
    const seal = sealOf({ auctionId: state.auctionId, lot: lot.lot, round, team: team.id, amount, secret })
    if (!SECRET.test(secret) || seal !== sealed) return refuse('BAD_SEAL')
    const answer: Draft = { type: 'AmountRevealed', lot: lot.lot, round, team: team.id, amount, secret }
    const next = { ...stage, seals: stage.seals.map((one) => (one.team === team.id ? { ...one, amount } : one)) }
    return then(answer, next, () => afterRevealing(state, lot, next))
  })
}

/** An answer, and in the same step what follows once it was the last one. */
function then(answer: Draft, stage: LotStage, last: () => Draft[]): Decision {
  return awaited(stage).length === 0 ? { entries: [answer, ...last()] } : accept(answer)
}
