// How a lot ends once the bidding does: a tie-break where the purses are at their end and the right to match, in the order of the rules, then the
// sale. Each function
// gives all entries that follow from one answer, or from the end of its time.
import type { Draft } from './entries.ts'
import { type Buyer, holderAgainst } from './match.ts'
import { amountsOf, priceOf } from './price.ts'
import { playerOf } from './running-order.ts'
import { type AuctionState, type Bid, type Lot, type LotStage, leadingBid } from './state.ts'
import { tieBreakTeams } from './tie-break.ts'

type Stage<S extends LotStage['is']> = Extract<LotStage, { is: S }>

/** The entries that follow the hammer, or the end of the clock, on the bid that leads (TIE-1, MATCH-1, TIE-11). */
export function afterBidding(state: AuctionState, lot: Lot, { team, amount }: Bid): Draft[] {
  const buyer = { team, amount, levy: 0 }
  return matchFirst(state)
    ? matchOr(state, lot, buyer, () => tieBreakOr(state, lot, () => [sale(state, lot, buyer)]))
    : tieBreakOr(state, lot, () => matchOr(state, lot, buyer, () => [sale(state, lot, buyer)]))
}

/** The entries that follow when the lot's time is up, in the bidding or at a stage after it (STAGE-3). */
export function afterTimeUp(state: AuctionState, lot: Lot): Draft[] {
  const bid = leadingBid(lot)
  if (!bid) return [{ type: 'LotUnsold', lot: lot.lot, player: lot.player }]
  const { stage } = lot
  switch (stage.is) {
    case 'bidding':
      return afterBidding(state, lot, bid)
    case 'match':
      return stage.step === 'raising' ? matched(state, lot, stage) : declined(state, lot, stage)
    case 'invited':
      return afterInvitation(state, lot, stage)
    case 'sealing':
      return afterSealing(state, lot, stage)
    case 'revealing':
      return afterRevealing(state, lot, stage)
    default:
      return stage satisfies never
  }
}

/** Everybody has answered, or the time for it is up: who has joined seals an amount, with the leader; nobody joined: as if there had been no tie-break. */
export function afterInvitation(state: AuctionState, lot: Lot, { teams }: Stage<'invited'>): Draft[] {
  const joined = teams.filter(({ joins }) => joins).map(({ team }) => team)
  const { team: leader } = lastBid(lot)
  if (joined.length === 0) return tieBroken(state, lot, null)
  return [{ type: 'SealingOpened', lot: lot.lot, round: 1, teams: [leader, ...joined] }]
}

/** The amounts that are sealed are revealed; where there are none the tie-break is over. */
export function afterSealing(state: AuctionState, lot: Lot, { round, seals }: Stage<'sealing'>): Draft[] {
  const closed: Draft = { type: 'SealingClosed', lot: lot.lot, round }
  return seals.some(({ commitment }) => commitment !== null) ? [closed] : [closed, ...tieBroken(state, lot, null)]
}

/** What was not revealed lapses; the highest amount wins, and equals seal again (TIE-6, TIE-7). */
export function afterRevealing(state: AuctionState, lot: Lot, { round, seals }: Stage<'revealing'>): Draft[] {
  const lapsed = seals
    .filter(({ amount }) => amount === null)
    .map(({ team }): Draft => ({ type: 'AmountLapsed', lot: lot.lot, round, team }))
  const revealed = seals.flatMap(({ team, amount }) => (amount === null ? [] : [{ team, amount }]))
  const highest = Math.max(...revealed.map(({ amount }) => amount))
  const [winner, ...equals] = revealed.filter(({ amount }) => amount === highest)
  if (!winner || equals.length === 0) return [...lapsed, ...tieBroken(state, lot, winner ?? null)]
  const teams = [winner, ...equals].map(({ team }) => team)
  return [...lapsed, { type: 'SealingOpened', lot: lot.lot, round: round + 1, teams }]
}

/** The holder buys at the price that stands (MATCH-4, MATCH-6). */
export function matched(state: AuctionState, lot: Lot, { holder, amount }: Stage<'match'>): Draft[] {
  return [sale(state, lot, { team: holder, amount, levy: 0 }, 'match')]
}

/** The leader buys at the price that stands, unless a tie-break is still due; only a claim that is not kept up may cost the card (MATCH-7). */
export function declined(state: AuctionState, lot: Lot, stage: Stage<'match'>): Draft[] {
  const { holder, leader: team, amount, levy, step } = stage
  const lost = step === 'raised' && state.rules.match?.declineUsesCard === true
  const sold = () => [sale(state, lot, { team, amount, levy })]
  return [
    { type: 'MatchDeclined', lot: lot.lot, team: holder, ...(lost ? { lostCard: true } : {}) },
    ...(matchFirst(state) && step === 'asked' ? tieBreakOr(state, lot, sold) : sold()),
  ]
}

/** The end of a tie-break: whoever won it, or else the leader without any extra, buys at the last bid, unless the price is matched (TIE-8). */
function tieBroken(state: AuctionState, lot: Lot, winner: Pick<Buyer, 'team' | 'amount'> | null): Draft[] {
  const { team: leader, amount } = lastBid(lot)
  const buyer = { team: winner?.team ?? leader, amount, levy: winner?.amount ?? 0 }
  const sold = () => [sale(state, lot, buyer)]
  return matchFirst(state) ? sold() : matchOr(state, lot, buyer, sold)
}

/** The tie-break, where its condition holds. */
function tieBreakOr(state: AuctionState, lot: Lot, otherwise: () => Draft[]): Draft[] {
  const teams = tieBreakTeams(state, lot)
  return teams.length > 0 ? [{ type: 'TieBreakOffered', lot: lot.lot, teams }] : otherwise()
}

/** The right to match what this buyer pays, where somebody has it. */
function matchOr(state: AuctionState, lot: Lot, buyer: Buyer, otherwise: () => Draft[]): Draft[] {
  const holder = holderAgainst(state, lot, buyer)
  if (holder === null) return otherwise()
  const { team: leader, amount, levy } = buyer
  return [{ type: 'MatchOffered', lot: lot.lot, holder, leader, amount, ...(levy > 0 ? { levy } : {}) }]
}

const matchFirst = ({ rules }: AuctionState): boolean => rules.tieBreak?.afterMatch === true

function sale(state: AuctionState, lot: Lot, { team, amount, levy }: Buyer, matched?: 'match'): Draft {
  const price = priceOf(state.rules, playerOf(state, lot.player), amount, levy)
  const via = matched ?? (levy > 0 ? 'tiebreak' : undefined)
  return {
    ...{ type: 'LotSold', lot: lot.lot, player: lot.player, team, bid: lastBid(lot).seq },
    ...amountsOf(price),
    ...(via ? { via } : {}),
  }
}

function lastBid(lot: Lot): Bid {
  const bid = leadingBid(lot)
  if (!bid) throw new Error(`nobody bid on lot ${lot.lot}`)
  return bid
}
