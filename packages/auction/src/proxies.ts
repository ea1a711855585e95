// The core answers for teams, in the same step as the act that it answers: it bids for whoever has left a hidden maximum (PROXY-2 to PROXY-6, AUTO-2), and
// says what an autopilot says where its team is asked (AUTO-5).
import { awayAnswer } from './away.ts'
import type { CommandType } from './commands.ts'
import type { Draft } from './entries.ts'
import { fold } from './evolve.ts'
import { hiddenMaxima } from './hidden.ts'
import { nextPrice, priceReached } from './ladder.ts'
import { purchaseRefusal, standing } from './limits.ts'
import type { Amount } from './money.ts'
import { minimumBid } from './next.ts'
import { playerOf } from './running-order.ts'
import { type AuctionState, type Lot, leadingBid, openLots, type TeamId } from './state.ts'

/** Answers one step may hold. What is left over is answered by the next act. */
const MAX_ANSWERS = 200

/** Acts that nobody hidden answers: a retraction would be undone at once, a hold is to keep the lot still, and an announcement is none on a lot (PROXY-6). */
const UNANSWERED: ReadonlySet<CommandType> = new Set(['RetractBid', 'HoldLot', 'Announce'])

/** The state as it will be after these drafts, were they stored now. */
export function foreseen(state: AuctionState, drafts: readonly Draft[], nowMs: number): AuctionState {
  const stamp = { atMs: nowMs, by: 'system', cmd: '', sum: '' }
  const entries = drafts.map((draft, i) => ({ ...draft, ...stamp, seq: state.seq + 1 + i }))
  return fold(entries, state) ?? state
}

/**
 * The entries of an act, and after them those with which hidden maxima and autopilots answer on any open lot: a sale or a bid on one lot may free money
 * for another.
 */
export function withAnswers(
  state: AuctionState,
  act: { type: CommandType; entries: readonly Draft[] },
  nowMs: number,
): readonly Draft[] {
  if (UNANSWERED.has(act.type) || !anyAnswering(state, act.entries)) return act.entries
  return [...act.entries, ...answers(foreseen(state, act.entries, nowMs), nowMs)]
}

/** Time is up on a lot, but somebody hidden would still bid on it, because the last act was not answered: those bids, or none. */
export function lateAnswers(state: AuctionState, lot: Lot): readonly Draft[] {
  return lot.stage.is === 'bidding' ? answersOn(state, lot) : []
}

/** Whether these entries may leave a lot open on which anybody is answered for: only then is it worth looking ahead. */
function anyAnswering(state: AuctionState, drafts: readonly Draft[]): boolean {
  const opens = drafts.some(({ type }) => type === 'LotOpened' || type === 'LotReopened')
  if (!opens && openLots(state).length === 0) return false
  return (
    openLots(state).some((lot) => lot.proxies.length > 0) ||
    Object.values(state.teams).some((team) => team.autopilot !== 'off') ||
    drafts.some(({ type }) => type === 'ProxySet' || type === 'AutopilotSet')
  )
}

function answers(from: AuctionState, nowMs: number): readonly Draft[] {
  const made: Draft[] = []
  let state = from
  for (let still = false; !still && made.length < MAX_ANSWERS; ) {
    still = true
    for (const { lot: n } of openLots(state)) {
      const lot = openLots(state).find((open) => open.lot === n)
      const said = lot ? answersAbout(state, lot, nowMs) : []
      if (said.length === 0) continue
      made.push(...said)
      state = foreseen(state, said, nowMs)
      still = false
    }
  }
  return made
}

/** What is answered about one lot now: bids while it is bid for, then the words of whoever is asked and away. */
function answersAbout(state: AuctionState, lot: Lot, nowMs: number): readonly Draft[] {
  if (lot.stage.is !== 'bidding') return awayAnswer(state, lot, nowMs)
  return isOpen(state, lot, nowMs) ? answersOn(state, lot) : []
}

function isOpen(state: AuctionState, lot: Lot, nowMs: number): boolean {
  return (
    state.phase.is === 'running' &&
    (lot.heldUntilMs === null || nowMs >= lot.heldUntilMs) &&
    (lot.deadlineMs === null || nowMs < lot.deadlineMs)
  )
}

/** A hidden maximum that can still do something here: `price` is the highest price of the ladder that it reaches. */
type Contender = { team: TeamId; max: Amount; price: Amount; seq: number }

/**
 * What the hidden maxima bid on this lot now, as if each raised by single steps until it stops (PROXY-2): the highest leads, one step above the
 * second, and never above itself; of equals the earlier leads (PROXY-3). The second's last bid is written before it, so that the price explains itself.
 */
function answersOn(state: AuctionState, lot: Lot): Draft[] {
  const { rules } = state
  const minimum = minimumBid(rules, lot)
  const leader = leadingBid(lot)?.team ?? null
  const [first, second] = contenders(state, lot, minimum)
  const bid = (team: TeamId, amount: Amount): Draft => ({
    ...{ type: 'BidPlaced', lot: lot.lot, team, amount, floor: false, auto: true },
  })
  if (!first || (!second && first.team === leader)) return []
  if (!second) return [bid(first.team, minimum)]
  const above = nextPrice(rules, second.price)
  if (above <= first.max) {
    return second.team === leader ? [bid(first.team, above)] : [bid(second.team, second.price), bid(first.team, above)]
  }
  // They reach the same price of the ladder: the first has it, and the second, if it does not lead, had bid up to the price before.
  const below = priceBelow(rules, minimum, second.price)
  return below === null || second.team === leader
    ? [bid(first.team, first.price)]
    : [bid(second.team, below), bid(first.team, first.price)]
}

/** Who could still raise this lot, the strongest first: by maximum as far as money reaches, then by who came first. */
function contenders(state: AuctionState, lot: Lot, minimum: Amount): Contender[] {
  const able = hiddenMaxima(state, lot).filter(({ max }) => max >= minimum)
  // The money is looked at last: on a board of many lots hardly any has somebody who could answer.
  if (able.every(({ team }) => team === leadingBid(lot)?.team)) return []
  return able
    .flatMap((hidden) => {
      const max = affordable(state, lot, hidden.team, hidden.max)
      return max < minimum ? [] : [{ ...hidden, max, price: priceReached(state.rules, minimum, max) }]
    })
    .toSorted((a, b) => b.max - a.max || a.seq - b.seq)
}

/** The maximum as far as purse and squad allow it now: a purchase elsewhere may have lowered it since (PROXY-4). */
function affordable(state: AuctionState, lot: Lot, id: TeamId, max: Amount): Amount {
  const team = state.teams[id]
  if (!team) return 0
  const refusal = purchaseRefusal(state, standing(state, team, lot.lot), playerOf(state, lot.player), max)
  if (refusal === null) return max
  return refusal.code === 'LIMIT_EXCEEDED' ? Math.min(max, refusal.detail?.limit ?? 0) : 0
}

/** The price one step before `price` on the way from `minimum`, or null where `price` is the first. */
function priceBelow(rules: AuctionState['rules'], minimum: Amount, price: Amount): Amount | null {
  return price === minimum ? null : priceReached(rules, minimum, price - 1)
}
