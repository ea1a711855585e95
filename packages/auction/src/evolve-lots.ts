// What entries do to open lots: the part of `evolve` between a player's call and the end of the lot.
import type { Draft, Entry, StageType } from './entries.ts'
import { acquired, released, teamOf, withStatus, withTeam } from './holdings.ts'
import type { RuleSet } from './rule-set.ts'
import { type Owned, playerOf, put } from './running-order.ts'
import {
  type AuctionState,
  type ClosedLot,
  type Lot,
  type LotStage,
  openLot,
  type Player,
  type TeamId,
  type Told,
} from './state.ts'

type Of<T extends Draft['type']> = Extract<Entry, { type: T }>

export function lotOpened(owned: Owned, state: AuctionState, entry: Of<'LotOpened'>): AuctionState {
  const { lot: n, player: id, base, atMs } = entry
  const player = playerOf(state, id)
  const called: Player = { ...player, timesCalled: player.timesCalled + 1, status: { is: 'on_block' } }
  const players = put(owned, state.players, id, called)
  const announcement = stillSaid(state, atMs)
  const lot = newLot({ lot: n, player: id, base, bids: [], proxies: [] })
  const opened = withOpened({ ...state, players, announcement, lotCount: n }, lot)
  return withFullClock(opened, n, atMs, (lot) => lot)
}

export function bidPlaced(state: AuctionState, entry: Of<'BidPlaced'>): AuctionState {
  const { seq, team, amount, floor, atMs } = entry
  return withLot(state, entry.lot, (lot) => ({
    ...lot,
    bids: [...lot.bids, { seq, team, amount, floor, auto: entry.auto ?? false, atMs }],
    going: 0,
    deadlineMs: extended(state.rules, lot, atMs),
    heldUntilMs: null,
  }))
}

export function bidRetracted(state: AuctionState, entry: Of<'BidRetracted'>): AuctionState {
  return withFullClock(state, entry.lot, entry.atMs, (lot) => ({
    ...lot,
    bids: lot.bids.slice(0, -1),
    going: 0,
    heldUntilMs: null,
  }))
}

export function lotSold(owned: Owned, state: AuctionState, entry: Of<'LotSold'>): AuctionState {
  const { lot, team, amount, fee = amount, levy = 0, via = 'hammer' } = entry
  const bought = acquired(owned, state, entry.player, {
    is: 'sold',
    team,
    amount,
    debit: amount,
    fee,
    levy,
    lot,
    via,
  })
  return closed(bought, entry.lot, { team, amount, via }, entry.atMs)
}

export function lotUnsold(owned: Owned, state: AuctionState, entry: Of<'LotUnsold'>): AuctionState {
  const passed = withStatus(owned, state, entry.player, { is: 'unsold', lot: entry.lot })
  return closed(passed, entry.lot, null, entry.atMs)
}

/** Back to where the hammer fell: from a stage after it, or from the end of the last lot (REOPEN-1 to REOPEN-3). */
export function lotReopened(owned: Owned, state: AuctionState, { lot: n, atMs }: Of<'LotReopened'>): AuctionState {
  return withFullClock(openLot(state, n) ? state : unclosed(owned, state, n), n, atMs, (lot) => ({
    ...lot,
    stage: BIDDING,
    going: 0,
    heldUntilMs: null,
    story: [],
  }))
}

/** The last lot open again, as if nobody had bought the player or lost a card. */
function unclosed(owned: Owned, state: AuctionState, n: number): AuctionState {
  const { lastLot } = state
  if (lastLot?.lot !== n) throw new Error(`lot ${n} is not the last one`)
  const { lot, player, base, bids, proxies, sale, lostCard } = lastLot
  const free = sale
    ? released(owned, state, player, { is: 'on_block' })
    : withStatus(owned, state, player, { is: 'on_block' })
  const back = lostCard === null ? free : withCardsLost(free, lostCard, -1)
  return withOpened({ ...back, lastLot: null }, newLot({ lot, player, base, bids, proxies }))
}

/** Entries of the stages after the bidding: the right to match and the tie-break. */
export function staged(state: AuctionState, entry: StageEntry): AuctionState {
  const changed = withLot(state, entry.lot, (lot) => {
    const stage = nextStage(lot.stage, entry)
    const forMs = stageMs(state.rules, entry)
    return {
      ...lot,
      stage,
      heldUntilMs: null,
      story: [...lot.story, told(entry)],
      deadlineMs: forMs === 'keep' ? lot.deadlineMs : after(entry.atMs, forMs),
    }
  })
  return entry.type === 'MatchDeclined' && entry.lostCard ? withCardsLost(changed, entry.team, 1) : changed
}

export type StageEntry = Of<StageType>

function told({ atMs: _atMs, by: _by, cmd: _cmd, sum: _sum, ...said }: StageEntry): Told {
  return said
}

function nextStage(stage: LotStage, entry: StageEntry): LotStage {
  switch (entry.type) {
    case 'MatchOffered': {
      const { holder, leader, amount, levy = 0 } = entry
      return { is: 'match', step: 'asked', holder, leader, amount, term: null, levy }
    }
    case 'MatchClaimed':
      return { ...at(stage, 'match'), step: 'raising', term: entry.term ?? null }
    case 'MatchRaised':
      return { ...at(stage, 'match'), step: 'raised', amount: entry.amount }
    case 'MatchDeclined':
      return stage
    case 'TieBreakOffered':
      return { is: 'invited', teams: entry.teams.map((team) => ({ team, joins: null })) }
    case 'TieBreakAnswered': {
      const { team, joins } = entry
      return { is: 'invited', teams: at(stage, 'invited').teams.map((t) => (t.team === team ? { team, joins } : t)) }
    }
    case 'SealingOpened':
      return {
        is: 'sealing',
        round: entry.round,
        seals: entry.teams.map((team) => ({ team, commitment: null })),
      }
    case 'AmountSealed': {
      const { team, commitment } = entry
      const sealing = at(stage, 'sealing')
      return { ...sealing, seals: sealing.seals.map((s) => (s.team === team ? { team, commitment } : s)) }
    }
    case 'SealingClosed': {
      const { round, seals } = at(stage, 'sealing')
      return {
        is: 'revealing',
        round,
        seals: seals.flatMap(({ team, commitment }) =>
          commitment === null ? [] : [{ team, commitment, amount: null }],
        ),
      }
    }
    case 'AmountRevealed': {
      const { team, amount } = entry
      const revealing = at(stage, 'revealing')
      return { ...revealing, seals: revealing.seals.map((s) => (s.team === team ? { ...s, amount } : s)) }
    }
    case 'AmountLapsed': {
      const revealing = at(stage, 'revealing')
      return { ...revealing, seals: revealing.seals.filter((s) => s.team !== entry.team) }
    }
    default:
      return entry satisfies never
  }
}

/** How long the stage that an entry begins may take; null: as long as the auctioneer likes; `keep`: the entry begins none. */
function stageMs({ match, tieBreak }: RuleSet, entry: StageEntry): number | null | 'keep' {
  switch (entry.type) {
    case 'MatchOffered':
    case 'MatchClaimed':
    case 'MatchRaised':
      return match?.answerMs ?? null
    case 'TieBreakOffered':
      return tieBreak?.inviteMs ?? null
    case 'SealingOpened':
      return tieBreak?.sealMs ?? null
    case 'SealingClosed':
      return tieBreak?.revealMs ?? null
    case 'MatchDeclined':
    case 'TieBreakAnswered':
    case 'AmountSealed':
    case 'AmountRevealed':
    case 'AmountLapsed':
      return 'keep'
    default:
      return entry satisfies never
  }
}

const BIDDING: LotStage = { is: 'bidding' }

const after = (atMs: number, forMs: number | null): number | null => (forMs === null ? null : atMs + forMs)

function at<S extends LotStage['is']>(stage: LotStage, is: S): Extract<LotStage, { is: S }> {
  if (stage.is !== is) throw new Error(`the lot is at ${stage.is}, not at ${is}`)
  return stage as Extract<LotStage, { is: S }>
}

/** The open lot of this number, changed, on the block or on the board. */
export function withLot(state: AuctionState, n: number, change: (lot: Lot) => Lot): AuctionState {
  if (state.lot?.lot === n) return { ...state, lot: change(state.lot) }
  if (!state.board.some(({ lot }) => lot === n)) throw new Error(`lot ${n} is not open`)
  return { ...state, board: state.board.map((lot) => (lot.lot === n ? change(lot) : lot)) }
}

function withOpened(state: AuctionState, lot: Lot): AuctionState {
  return state.rules.openLots > 1 ? { ...state, board: [...state.board, lot] } : { ...state, lot }
}

function closed(state: AuctionState, n: number, sale: ClosedLot['sale'], atMs: number): AuctionState {
  const open = openLot(state, n)
  if (!open) throw new Error(`lot ${n} is not open`)
  const { lot, player, base, bids, proxies, story } = open
  const sold = sale ? (bids.at(-1) ?? null) : null
  const lostCard = whoLostCard(state.rules, open, sale)
  return {
    ...state,
    lot: state.lot?.lot === n ? null : state.lot,
    board: state.board.some((other) => other.lot === n) ? state.board.filter((other) => other.lot !== n) : state.board,
    lastLot: { lot, player, base, bids, atMs, sold, sale, lostCard, proxies, story },
  }
}

/** The holder, where keeping up a claim was declined and the rules take the card for that. */
function whoLostCard({ match }: RuleSet, { stage }: Lot, sale: ClosedLot['sale']): TeamId | null {
  if (!match?.declineUsesCard || stage.is !== 'match' || stage.step !== 'raised') return null
  return sale?.team === stage.holder ? null : stage.holder
}

function withCardsLost(state: AuctionState, id: TeamId, by: 1 | -1): AuctionState {
  const team = teamOf(state, id)
  return withTeam(state, { ...team, cardsLost: team.cardsLost + by })
}

function newLot(lot: Pick<Lot, 'lot' | 'player' | 'base' | 'bids' | 'proxies'>): Lot {
  return { ...lot, going: 0, stage: BIDDING, deadlineMs: null, heldUntilMs: null, leftMs: null, story: [] }
}

/** Lots of a board open at any time, so that a line would be gone before it is read. */
const ON_A_BOARD_MS = 60_000

/** The line that the screens still show once another lot opens (SAY-3). */
function stillSaid({ announcement, rules }: AuctionState, atMs: number): AuctionState['announcement'] {
  const fresh = announcement !== null && rules.openLots > 1 && atMs - announcement.atMs < ON_A_BOARD_MS
  return fresh ? announcement : null
}

/** The open lot changed, with the whole time of its bidding before it: from now, or in a pause from the resume on. */
function withFullClock(state: AuctionState, n: number, atMs: number, change: (lot: Lot) => Lot): AuctionState {
  const { clock } = state.rules
  const lotMs = clock.mode === 'clock' ? clock.lotMs : null
  if (state.phase.is !== 'paused')
    return withLot(state, n, (lot) => ({ ...change(lot), deadlineMs: after(atMs, lotMs) }))
  if (state.lot?.lot !== n) return withLot(state, n, (lot) => ({ ...change(lot), leftMs: lotMs }))
  return { ...withLot(state, n, change), phase: { ...state.phase, remainingMs: lotMs } }
}

function extended({ clock }: RuleSet, lot: Lot, atMs: number): number | null {
  if (clock.mode !== 'clock' || lot.deadlineMs === null) return lot.deadlineMs
  return Math.max(lot.deadlineMs, atMs + clock.extendMs)
}
