import type { Entry, HiddenEntry } from './entries.ts'
import type { Amount } from './money.ts'
import type { AuctionState, Lot, Player, PlayerId, PlayerStatus, Team, TeamId } from './state.ts'

/** Where recalled players wait: after every set of the first round (RECALL-1). */
export const RECALL_SET = 'recalled'

/**
 * Records and lists that one fold has made and nobody else holds: they may grow in place. Without it a pool of 5,000 players, which arrives as 5,000
 * entries, costs a copy of the whole pool for each.
 */
export type Owned = WeakSet<object>

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
      rules: entry.rules,
      phase: { is: 'scheduled' },
      teams: {},
      players: {},
      sets: [],
      paddles: {},
      lot: null,
      lastLot: null,
      lotCount: 0,
    }
  }
  return { ...apply(state, entry, owned), seq: entry.seq }
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
      const team: Team = { id: entry.team, purse: entry.purse, spent: 0, squad: [], overseas: 0 }
      return { ...state, teams: { ...state.teams, [entry.team]: team } }
    }
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
        timesCalled: 0,
        status: { is: 'waiting' },
      }
      return {
        ...state,
        players: put(owned, state.players, player.id, player),
        sets: joined(owned, state.sets, player.id, entry.set),
      }
    }
    case 'PlayerMoved':
      return moved(owned, state, entry.player, entry.set, entry.before)
    case 'SetMoved': {
      const set = state.sets.find((s) => s.id === entry.set)
      if (!set) throw new Error(`no set ${entry.set}`)
      return { ...state, sets: inserted(state.sets, set, (s) => s.id === entry.before) }
    }
    case 'PlayerRetained':
      return acquired(owned, state, entry.player, entry.team, entry.amount, {
        is: 'retained',
        team: entry.team,
        amount: entry.amount,
      })
    case 'PlayerWithdrawn':
      return withStatus(owned, state, entry.player, { is: 'withdrawn' })
    case 'AuctionStarted':
      return { ...state, phase: { is: 'running' } }
    case 'LotOpened': {
      const player = playerOf(state, entry.player)
      const lot: Lot = {
        lot: entry.lot,
        player: entry.player,
        base: entry.base,
        bids: [],
        going: 0,
        deadlineMs: fullClock(state, entry.atMs),
        heldUntilMs: null,
      }
      const called: Player = { ...player, timesCalled: player.timesCalled + 1, status: { is: 'on_block' } }
      return { ...state, players: put(owned, state.players, player.id, called), lot, lotCount: entry.lot }
    }
    case 'BidPlaced': {
      const lot = lotOf(state)
      const bid = { seq: entry.seq, team: entry.team, amount: entry.amount, floor: entry.floor, atMs: entry.atMs }
      return {
        ...state,
        lot: {
          ...lot,
          bids: [...lot.bids, bid],
          going: 0,
          deadlineMs: extended(state, lot, entry.atMs),
          heldUntilMs: null,
        },
      }
    }
    case 'BidRetracted': {
      const lot = lotOf(state)
      const deadlineMs = state.phase.is === 'paused' ? null : fullClock(state, entry.atMs)
      return { ...state, lot: { ...lot, bids: lot.bids.slice(0, -1), going: 0, deadlineMs, heldUntilMs: null } }
    }
    case 'GoingCalled':
      return { ...state, lot: { ...lotOf(state), going: entry.call, heldUntilMs: null } }
    case 'LotSold': {
      const status: PlayerStatus = { is: 'sold', team: entry.team, amount: entry.amount, lot: entry.lot }
      return closed(acquired(owned, state, entry.player, entry.team, entry.amount, status), true, entry.atMs)
    }
    case 'LotUnsold':
      return closed(withStatus(owned, state, entry.player, { is: 'unsold', lot: entry.lot }), false, entry.atMs)
    case 'PlayerRecalled':
      return withStatus(owned, moved(owned, state, entry.player, RECALL_SET, null), entry.player, { is: 'waiting' })
    case 'LotHeld':
      return { ...state, lot: { ...lotOf(state), heldUntilMs: entry.atMs + entry.forMs } }
    case 'AuctionPaused': {
      const deadlineMs = state.lot?.deadlineMs ?? null
      return {
        ...state,
        phase: {
          is: 'paused',
          message: entry.message,
          remainingMs: deadlineMs === null ? null : Math.max(0, deadlineMs - entry.atMs),
        },
        lot: state.lot && { ...state.lot, deadlineMs: null, heldUntilMs: null },
      }
    }
    case 'AuctionResumed': {
      const remainingMs = state.phase.is === 'paused' ? state.phase.remainingMs : null
      const deadlineMs = remainingMs === null ? null : entry.atMs + remainingMs
      return { ...state, phase: { is: 'running' }, lot: state.lot && { ...state.lot, deadlineMs } }
    }
    case 'AuctionEnded':
      return { ...state, phase: { is: 'ended', atMs: entry.atMs } }
    case 'Recovered':
      return { ...state, epoch: entry.epoch }
    default:
      return entry satisfies never
  }
}

function fullClock(state: AuctionState, atMs: number): number | null {
  const { clock } = state.rules
  return clock.mode === 'clock' ? atMs + clock.lotMs : null
}

function extended(state: AuctionState, lot: Lot, atMs: number): number | null {
  const { clock } = state.rules
  if (clock.mode !== 'clock' || lot.deadlineMs === null) return lot.deadlineMs
  return Math.max(lot.deadlineMs, atMs + clock.extendMs)
}

function closed(state: AuctionState, sold: boolean, atMs: number): AuctionState {
  const { lot, player, base, bids } = lotOf(state)
  return { ...state, lot: null, lastLot: { lot, player, base, bids, atMs, sold: sold ? (bids.at(-1) ?? null) : null } }
}

function acquired(
  owned: Owned,
  state: AuctionState,
  id: PlayerId,
  teamId: TeamId,
  amount: Amount,
  status: PlayerStatus,
) {
  const player = playerOf(state, id)
  const team = state.teams[teamId]
  if (!team) throw new Error(`no team ${teamId}`)
  const bigger: Team = {
    ...team,
    spent: team.spent + amount,
    squad: [...team.squad, id],
    overseas: team.overseas + (player.overseas === true ? 1 : 0),
  }
  return withStatus(owned, { ...state, teams: { ...state.teams, [teamId]: bigger } }, id, status)
}

/** `record` with one more value: in place where this fold owns it. */
function put<T>(owned: Owned, record: Readonly<Record<string, T>>, key: string, value: T): Readonly<Record<string, T>> {
  const mine: Record<string, T> = owned.has(record) ? record : { ...record }
  owned.add(mine)
  mine[key] = value
  return mine
}

/** The sets with the player at the end of one of them, which may be new: in place where this fold owns the lists. */
function joined(owned: Owned, sets: AuctionState['sets'], id: PlayerId, setId: string): AuctionState['sets'] {
  const set = sets.find((s) => s.id === setId)
  if (!set) return [...sets, { id: setId, players: [id] }]
  if (owned.has(set.players)) {
    ;(set.players as PlayerId[]).push(id)
    return sets
  }
  const players = [...set.players, id]
  owned.add(players)
  return sets.map((s) => (s === set ? { id: setId, players } : s))
}

function withStatus(owned: Owned, state: AuctionState, id: PlayerId, status: PlayerStatus): AuctionState {
  return { ...state, players: put(owned, state.players, id, { ...playerOf(state, id), status }) }
}

function moved(owned: Owned, state: AuctionState, id: PlayerId, set: string, before: PlayerId | null): AuctionState {
  const player = playerOf(state, id)
  const without = state.sets.map((s) =>
    s.id === player.set ? { ...s, players: s.players.filter((other) => other !== id) } : s,
  )
  return {
    ...state,
    players: put(owned, state.players, id, { ...player, set }),
    sets: placed(without, id, set, before),
  }
}

function placed(sets: AuctionState['sets'], id: PlayerId, set: string, before: PlayerId | null): AuctionState['sets'] {
  if (!sets.some((s) => s.id === set)) return [...sets, { id: set, players: [id] }]
  return sets.map((s) => (s.id === set ? { ...s, players: inserted(s.players, id, (other) => other === before) } : s))
}

/** `item` taken out of the list and put before the first match, or at the end. */
function inserted<T>(list: readonly T[], item: T, isBefore: (other: T) => boolean): T[] {
  const rest = list.filter((other) => other !== item)
  const at = rest.findIndex(isBefore)
  return at < 0 ? [...rest, item] : [...rest.slice(0, at), item, ...rest.slice(at)]
}

function lotOf(state: AuctionState): Lot {
  if (!state.lot) throw new Error('no lot is open')
  return state.lot
}

function playerOf(state: AuctionState, id: PlayerId): Player {
  const player = state.players[id]
  if (!player) throw new Error(`no player ${id}`)
  return player
}
