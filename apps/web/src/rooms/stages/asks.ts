// What the room waits to hear from one team, and whether the core would take its answer.
import {
  type Amount,
  type AuctionState,
  type Command,
  cardsLeft,
  decide,
  type Lot,
  leadingBid,
  openLots,
  type PlayerId,
  raiseRange,
  refusalWords,
  type TeamId,
} from '@gavel/auction'
import type { TeamAct } from '@gavel/protocol'

export type RaiseRange = NonNullable<ReturnType<typeof raiseRange>>
type OnLot = { lot: number; player: PlayerId }

/** One question to a team about an open lot. */
export type Ask = OnLot &
  (
    | { is: 'claim'; amount: Amount; terms: readonly string[]; cards: number }
    /** `range`: null where the team cannot pay any raise. */
    | { is: 'raise'; amount: Amount; range: RaiseRange | null }
    | { is: 'keep'; amount: Amount }
    | { is: 'join'; amount: Amount }
    | { is: 'seal'; amount: Amount; round: number }
    | { is: 'reveal'; round: number; commitment: string }
  )

/** What the room waits to hear from this team, the oldest lot first (ASK-1). */
export function asksOf(auction: AuctionState, team: TeamId): Ask[] {
  if (auction.phase.is !== 'running' && auction.phase.is !== 'paused') return []
  return openLots(auction).flatMap((lot) => askOf(auction, lot, team) ?? [])
}

function askOf(auction: AuctionState, lot: Lot, team: TeamId): Ask | null {
  const { stage } = lot
  const on = { lot: lot.lot, player: lot.player }
  const price = leadingBid(lot)?.amount ?? lot.base
  switch (stage.is) {
    case 'bidding':
      return null
    case 'match': {
      const { step, holder, leader, amount } = stage
      if (step === 'raising')
        return team === leader ? { ...on, is: 'raise', amount, range: raiseRange(auction, lot) } : null
      if (team !== holder) return null
      if (step === 'raised') return { ...on, is: 'keep', amount }
      return { ...on, is: 'claim', amount, terms: auction.rules.match?.terms ?? [], cards: cardsLeft(auction, team) }
    }
    case 'invited':
      return stage.teams.some((one) => one.team === team && one.joins === null)
        ? { ...on, is: 'join', amount: price }
        : null
    case 'sealing':
      return stage.seals.some((one) => one.team === team && one.commitment === null)
        ? { ...on, is: 'seal', amount: price, round: stage.round }
        : null
    case 'revealing': {
      const seal = stage.seals.find((one) => one.team === team && one.amount === null)
      return seal ? { ...on, is: 'reveal', round: stage.round, commitment: seal.commitment } : null
    }
    default:
      return stage satisfies never
  }
}

/** The price on the grid that is `steps` above the least raise, within what the team can pay (ASK-3). */
export function raised({ least, most, grid }: RaiseRange, steps: number): Amount {
  return Math.min(most, least + grid * steps)
}

/**
 * Why the core would refuse this of the team now, in words for a button, or null (ASK-2). Whose paddle it is, is not asked: pages are not told of
 * any paddle but their own.
 */
export function whyNotAct(auction: AuctionState, team: TeamId, act: TeamAct, nowMs: number): string | null {
  const as = { ...auction, paddles: { [ME]: team } }
  const decision = decide(as, { ...act, by: ME } as Command, nowMs)
  return 'refusal' in decision ? refusalWords(decision.refusal, auction.rules.currency).replace(/\.$/, '') : null
}

const ME = 'me'
