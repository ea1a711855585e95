import type { Entry, HiddenEntry } from './entries.ts'
import { bidPlaced, bidRetracted, lotOpened, lotReopened, lotSold, lotUnsold, staged, withLot } from './evolve-lots.ts'
import { acquired, released, teamOf, withStatus, withTeam } from './holdings.ts'
import type { Amount } from './money.ts'
import { storedRules } from './rule-set.ts'
import {
  arranged,
  inserted,
  joined,
  left,
  moved,
  type Owned,
  playerOf,
  put,
  RECALL_SET,
  without,
} from './running-order.ts'
import { type AuctionState, FRESH, type Maximum, type Player, type PlayerId, type SetId, type Team } from './state.ts'
import { withTurn } from './turns.ts'

/**
 * The state after one more entry. Pure and total over entries that `decide` made; anything else (a gap, an entry that does not fit the state)
 * is a bug or a broken log, and throws. The state before the first entry is null. `owned` is for loops that keep only the last state: give
 * each call of one loop the same fresh set, and the states before the last are used up.
 */
export function evolve(
  state: AuctionState | null,
  entry: Entry | HiddenEntry,
  owned: Owned = new WeakSet(),
): AuctionState {
  if (entry.seq !== (state?.seq ?? 0) + 1) throw new Error(`entry ${entry.seq} does not follow ${state?.seq ?? 0}`)
  if (state === null) {
    if (entry.type !== 'AuctionCreated') throw new Error(`a log begins with AuctionCreated, not ${entry.type}`)
    return {
      auctionId: entry.auction,
      seq: entry.seq,
      epoch: 1,
      rules: storedRules(entry.rules),
      phase: { is: 'scheduled' },
      teams: {},
      players: {},
      sets: [],
      paddles: {},
      lot: null,
      lastLot: null,
      lotCount: 0,
      ...FRESH,
    }
  }
  return withTurn({ ...apply(state, entry, owned), seq: entry.seq }, entry)
}

/** The fold of a whole log, or of its continuation after `from`, which stays as it is. */
export function fold(entries: Iterable<Entry | HiddenEntry>, from: AuctionState | null = null): AuctionState | null {
  const owned: Owned = new WeakSet()
  let state = from
  for (const entry of entries) state = evolve(state, entry, owned)
  return state
}

function apply(state: AuctionState, entry: Entry | HiddenEntry, owned: Owned): AuctionState {
  switch (entry.type) {
    case 'Hidden':
      return state
    case 'AuctionCreated':
      throw new Error('a log is created once')
    case 'TeamAdded': {
      const { team: id, purse } = entry
      const team: Team = { id, purse, spent: 0, squad: [], overseas: 0, cardsLost: 0, autopilot: 'off' }
      return withTeam(state, team)
    }
    case 'TeamRemoved': {
      const { [entry.team]: _, ...teams } = state.teams
      const { [entry.team]: __, ...maxima } = state.maxima
      const paddles = Object.fromEntries(Object.entries(state.paddles).filter(([, team]) => team !== entry.team))
      return { ...state, teams, paddles, maxima }
    }
    case 'PurseSet':
      return withTeam(state, { ...teamOf(state, entry.team), purse: entry.purse })
    case 'RulesChanged':
      return { ...state, rules: storedRules(entry.rules), teams: withPurses(state, entry.rules.purse) }
    case 'PaddleGranted':
      return { ...state, paddles: { ...state.paddles, [entry.user]: entry.team } }
    case 'PaddleRevoked': {
      const { [entry.user]: _, ...paddles } = state.paddles
      return { ...state, paddles }
    }
    case 'PlayerAdded': {
      const player: Player = {
        id: entry.player,
        base: entry.base,
        set: entry.set,
        overseas: entry.overseas,
        categories: entry.categories ?? [],
        formerTeam: entry.formerTeam ?? null,
        timesCalled: 0,
        status: { is: 'waiting' },
      }
      return {
        ...state,
        players: put(owned, state.players, player.id, player),
        sets: joined(owned, state.sets, player.id, entry.set),
      }
    }
    case 'PlayerRemoved': {
      const { set } = playerOf(state, entry.player)
      return {
        ...state,
        players: without(owned, state.players, entry.player),
        sets: left(owned, state.sets, entry.player, set),
      }
    }
    case 'PlayerEdited': {
      const { base, overseas } = entry
      const was = playerOf(state, entry.player)
      const player: Player = { ...was, base, overseas, categories: entry.categories ?? was.categories }
      return { ...state, players: put(owned, state.players, player.id, player) }
    }
    case 'FormerTeamSet': {
      const player: Player = { ...playerOf(state, entry.player), formerTeam: entry.team }
      return { ...state, players: put(owned, state.players, player.id, player) }
    }
    case 'PlayerMoved':
      return moved(owned, state, entry.player, entry.set, entry.before)
    case 'SetMoved': {
      const set = state.sets.find((s) => s.id === entry.set)
      if (!set) throw new Error(`no set ${entry.set}`)
      return { ...state, sets: inserted(state.sets, set, (s) => s.id === entry.before) }
    }
    case 'PoolArranged':
      return arranged(owned, state, entry.sets)
    case 'PlayerRetained': {
      const { team, amount, debit = amount } = entry
      return acquired(owned, state, entry.player, { is: 'retained', team, amount, debit })
    }
    case 'PlayerWithdrawn':
      return withStatus(owned, state, entry.player, {
        is: 'withdrawn',
        why: entry.ineligible ? 'ineligible' : 'withdrawn',
      })
    case 'AuctionStarted':
      return { ...state, phase: { is: 'running' } }
    case 'LotOpened':
      return lotOpened(owned, state, entry)
    case 'BidPlaced':
      return bidPlaced(state, entry)
    case 'BidRetracted':
      return bidRetracted(state, entry)
    case 'GoingCalled':
      return withLot(state, entry.lot, (lot) => ({ ...lot, going: entry.call, heldUntilMs: null }))
    case 'LotSold':
      return lotSold(owned, state, entry)
    case 'LotUnsold':
      return lotUnsold(owned, state, entry)
    case 'LotReopened':
      return lotReopened(owned, state, entry)
    case 'MatchOffered':
    case 'MatchClaimed':
    case 'MatchRaised':
    case 'MatchDeclined':
    case 'TieBreakOffered':
    case 'TieBreakAnswered':
    case 'SealingOpened':
    case 'AmountSealed':
    case 'SealingClosed':
    case 'AmountRevealed':
    case 'AmountLapsed':
      return staged(state, entry)
    case 'PlayerRecalled': {
      const again = withStatus(owned, moved(owned, state, entry.player, RECALL_SET, null), entry.player, {
        is: 'waiting',
      })
      if (entry.base === undefined) return again
      const player: Player = { ...playerOf(again, entry.player), base: entry.base }
      return { ...again, players: put(owned, again.players, player.id, player) }
    }
    case 'NamesCalled':
      return {
        ...state,
        rounds: entry.round,
        round: { round: entry.round, perTeam: entry.perTeam, named: {} },
      }
    case 'PlayersNamed':
      return {
        ...state,
        round: state.round && { ...state.round, named: { ...state.round.named, [entry.team]: [...entry.players] } },
      }
    case 'NamesClosed':
      return namesClosed(owned, state, entry.set, entry.players)
    case 'TurnMissed':
      return state
    case 'ProxySet': {
      const { team, max, seq } = entry
      return withLot(state, entry.lot, (lot) => {
        const others = lot.proxies.filter((proxy) => proxy.team !== team)
        return { ...lot, proxies: max === null ? others : [...others, { team, max, seq }] }
      })
    }
    case 'MaximaSet':
      return { ...state, maxima: { ...state.maxima, [entry.team]: listed(state, entry) } }
    case 'AutopilotSet':
      return withTeam(state, { ...teamOf(state, entry.team), autopilot: entry.policy })
    case 'CorrectionProposed': {
      const { correction: id, player, to, reason, by } = entry
      return { ...state, corrections: [...state.corrections, { id, player, to, reason, by }] }
    }
    case 'CorrectionDropped':
      return { ...state, corrections: state.corrections.filter(({ id }) => id !== entry.correction) }
    case 'SaleCorrected':
      return corrected(owned, state, entry)
    case 'LotHeld':
      return withLot(state, entry.lot, (lot) => ({ ...lot, heldUntilMs: entry.atMs + entry.forMs }))
    case 'AuctionPaused':
      return paused(state, entry.message, entry.atMs)
    case 'AuctionResumed':
      return resumed(state, entry.atMs)
    case 'AuctionEnded':
      return { ...state, phase: { is: 'ended', atMs: entry.atMs }, announcement: null }
    case 'Announced': {
      const { words, atMs } = entry
      return { ...state, announcement: words === null ? null : { words, atMs } }
    }
    case 'NamesChanged':
      return { ...state, names: state.names + 1 }
    case 'Recovered':
      return { ...state, epoch: entry.epoch }
    default:
      return entry satisfies never
  }
}

/** The clocks stopped: what was left stands in the phase for the block or the turn, and on each lot of the board. */
function paused(state: AuctionState, message: string, atMs: number): AuctionState {
  if (state.phase.is === 'paused') return { ...state, phase: { ...state.phase, message } }
  const left = (deadlineMs: number | null) => (deadlineMs === null ? null : Math.max(0, deadlineMs - atMs))
  return {
    ...state,
    phase: { is: 'paused', message, remainingMs: left(state.lot?.deadlineMs ?? state.turn?.deadlineMs ?? null) },
    lot: state.lot && { ...state.lot, deadlineMs: null, heldUntilMs: null },
    turn: state.turn && { ...state.turn, deadlineMs: null },
    board: state.board.map((lot) => ({ ...lot, leftMs: left(lot.deadlineMs), deadlineMs: null, heldUntilMs: null })),
  }
}

function resumed(state: AuctionState, atMs: number): AuctionState {
  const again = (leftMs: number | null) => (leftMs === null ? null : atMs + leftMs)
  const deadlineMs = again(state.phase.is === 'paused' ? state.phase.remainingMs : null)
  return {
    ...state,
    phase: { is: 'running' },
    lot: state.lot && { ...state.lot, deadlineMs },
    turn: state.turn && (state.lot ? state.turn : { ...state.turn, deadlineMs }),
    board: state.board.map((lot) => ({ ...lot, deadlineMs: again(lot.leftMs), leftMs: null })),
  }
}

/** The list as it is said now: who stands in it unchanged keeps his place among equals, whoever is new or at another price comes after (AUTO-3). */
function listed(state: AuctionState, { team, maxima, seq }: Extract<Entry, { type: 'MaximaSet' }>): Maximum[] {
  const before = new Map((state.maxima[team] ?? []).map((old) => [old.player, old]))
  return maxima.map(({ player, max }) => {
    const old = before.get(player)
    return { player, max, seq: old?.max === max ? old.seq : seq }
  })
}

/** The named players first and alone: they wait in a set of their own, the unsold among them again (ROUND-3). Where nobody was named, all is as before the call. */
function namesClosed(owned: Owned, state: AuctionState, set: SetId, players: readonly PlayerId[]): AuctionState {
  if (players.length === 0) return { ...state, round: null }
  const named = new Set(players)
  const others = state.sets
    .map((old) => ({ ...old, players: old.players.filter((id) => !named.has(id)) }))
    .filter((old) => old.players.length > 0)
  const sets = [{ id: set, players: [...players] }, ...others]
  let next = arranged(owned, { ...state, round: null, onlySet: set }, sets)
  for (const id of players)
    if (playerOf(next, id).status.is === 'unsold') next = withStatus(owned, next, id, { is: 'waiting' })
  return next
}

/** One past sale put right; whatever came after it stays (CORRECT-3). */
function corrected(owned: Owned, state: AuctionState, entry: Extract<Entry, { type: 'SaleCorrected' }>): AuctionState {
  const { status } = playerOf(state, entry.player)
  if (status.is !== 'sold') throw new Error(`${entry.player} is not sold`)
  const { lot } = status
  const corrections = state.corrections.filter(({ id }) => id !== entry.correction)
  const back = released(owned, { ...state, corrections }, entry.player, { is: 'unsold', lot })
  if (!entry.to) return back
  const { team, amount, fee = amount, levy = 0 } = entry.to
  return acquired(owned, back, entry.player, {
    ...{ is: 'sold', team, amount, debit: amount, fee, levy, lot, via: 'correction' },
  })
}

/** The teams under other rules: who had the old rules' purse takes the new one (ROOM-7). */
function withPurses({ teams, rules }: AuctionState, purse: Amount): AuctionState['teams'] {
  return Object.fromEntries(
    Object.values(teams).map((team) => [team.id, team.purse === rules.purse ? { ...team, purse } : team]),
  )
}
