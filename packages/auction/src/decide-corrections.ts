// One past sale put right by two people (CORRECT-1 to CORRECT-6). Whatever came after it stays.
import { accept, type Decision, own, phaseRefusal, refuse } from './answers.ts'
import type { CommandOf } from './commands.ts'
import { released } from './holdings.ts'
import { squadRefusal, standing } from './limits.ts'
import { isAmount } from './money.ts'
import { amountsOf, priceOf } from './price.ts'
import type { Refusal } from './refusals.ts'
import { type AuctionState, type Correction, type Player, type PlayerStatus, purseLeft } from './state.ts'

type Sold = Extract<PlayerStatus, { is: 'sold' }>
type Asked = Pick<Correction, 'player' | 'to'>

/** Corrections that may be open at once. */
const MAX_OPEN = 100

const PHASES = ['running', 'paused', 'ended'] as const

export function proposeCorrection(state: AuctionState, c: CommandOf<'ProposeCorrection'>): Decision {
  const phase = phaseRefusal(state, PHASES)
  if (phase) return { refusal: phase }
  const refusal = correctionRefusal(state, c)
  if (refusal) return { refusal }
  if (state.corrections.some(({ player }) => player === c.player)) return refuse('DUPLICATE')
  if (state.corrections.length >= MAX_OPEN) return refuse('POOL_FULL', { max: MAX_OPEN })
  const to = c.to && { team: c.to.team, amount: c.to.amount }
  // The number of its own entry is one that no other correction of this log ever had.
  const correction = state.seq + 1
  return accept({ type: 'CorrectionProposed', correction, player: c.player, to, reason: c.reason })
}

export function approveCorrection(state: AuctionState, c: CommandOf<'ApproveCorrection'>): Decision {
  const phase = phaseRefusal(state, PHASES)
  if (phase) return { refusal: phase }
  const correction = state.corrections.find(({ id }) => id === c.correction)
  if (!correction) return refuse('UNKNOWN_CORRECTION')
  if (correction.by === c.by) return refuse('SAME_PERSON')
  const refusal = correctionRefusal(state, correction)
  if (refusal) return { refusal }
  const { id, player, to } = correction
  return accept({ type: 'SaleCorrected', correction: id, player, to: to && priced(state, player, to) })
}

export function dropCorrection(state: AuctionState, c: CommandOf<'DropCorrection'>): Decision {
  const phase = phaseRefusal(state, PHASES)
  if (phase) return { refusal: phase }
  if (!state.corrections.some(({ id }) => id === c.correction)) return refuse('UNKNOWN_CORRECTION')
  return accept({ type: 'CorrectionDropped', correction: c.correction })
}

/**
 * Why this sale cannot be corrected so as things stand now, or null (CORRECT-1, CORRECT-4). Screens ask it before anything is proposed; it is asked
 * again when the correction is approved. A purse may fall below what the minimum squad needs, but never below nothing.
 */
export function correctionRefusal(state: AuctionState, { player: id, to }: Asked): Refusal | null {
  const player = own(state.players, id)
  if (!player) return { code: 'UNKNOWN_PLAYER' }
  const { status } = player
  if (status.is !== 'sold') return { code: 'NOT_SOLD' }
  if (to === null) return null
  if (!own(state.teams, to.team)) return { code: 'UNKNOWN_TEAM' }
  if (!isAmount(to.amount)) return { code: 'BAD_AMOUNT' }
  if (to.team === status.team && to.amount === status.amount) return { code: 'NOTHING_CHANGES' }
  return cannotHold(state, player, status, to)
}

function cannotHold(
  state: AuctionState,
  player: Player,
  { lot }: Sold,
  to: NonNullable<Correction['to']>,
): Refusal | null {
  const without = released(new WeakSet(), state, player.id, { is: 'unsold', lot })
  const team = own(without.teams, to.team)
  if (!team) return { code: 'UNKNOWN_TEAM' }
  // What it may still have to pay for open lots is spoken for.
  const as = standing(without, team, lot)
  const squad = squadRefusal(without, as, player)
  // Places that must go to others are a matter of bids to come; a correction says what has been.
  if (squad && squad.code !== 'PLACES_KEPT') return squad
  const left = purseLeft(as)
  return to.amount > left ? { code: 'LIMIT_EXCEEDED', detail: { limit: Math.max(0, left), open: 0 } } : null
}

/** What the corrected price means for everybody. The sealed amount of a tie-break stays owed by the team that sealed it (CORRECT-5). */
function priced(state: AuctionState, id: string, to: NonNullable<Correction['to']>) {
  const player = own(state.players, id)
  if (player?.status.is !== 'sold') return to
  const { team, amount, fee, levy } = player.status
  const extra = team === to.team ? levy - (amount - fee) : 0
  return { team: to.team, ...amountsOf(priceOf(state.rules, player, to.amount, extra)) }
}
