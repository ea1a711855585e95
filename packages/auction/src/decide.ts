import { type Command, type CommandOf, HOLD_MS, MAX_BATCH, MAX_POOL, MAX_TEAMS } from './commands.ts'
import type { Draft } from './entries.ts'
import { isCallable } from './ladder.ts'
import { purchaseRefusal } from './limits.ts'
import { type Amount, isAmount } from './money.ts'
import { minimumBid } from './next.ts'
import type { Refusal, RefusalCode, RefusalDetail } from './refusals.ts'
import type { RuleSet } from './rule-set.ts'
import { type AuctionState, type Bid, type Lot, leadingBid, type Player, type TeamId } from './state.ts'

export type Decision = { entries: readonly Draft[] } | { refusal: Refusal }

/**
 * What a command does to an auction: the entries to append, or a refusal. Pure and total: the same state, command and time always
 * give the same answer. `nowMs` is the store's clock. The order of the checks is part of the specification (docs/spec/auction.md),
 * because `bid.lua` makes the same ones in the same order.
 */
export function decide(state: AuctionState, command: Command, nowMs: number): Decision {
  switch (command.type) {
    case 'AddTeam':
      return addTeam(state, command)
    case 'GrantPaddle':
      return grantPaddle(state, command)
    case 'RevokePaddle':
      if (state.phase.is === 'ended') return refuse('ENDED')
      if (!own(state.paddles, command.user)) return refuse('NOT_A_PADDLE')
      return accept({ type: 'PaddleRevoked', user: command.user })
    case 'AddPlayers':
      return addPlayers(state, command)
    case 'MovePlayer':
      return movePlayer(state, command)
    case 'MoveSet':
      return moveSet(state, command)
    case 'RetainPlayer':
      return retainPlayer(state, command)
    case 'WithdrawPlayer':
      return withdrawPlayer(state, command)
    case 'StartAuction':
      return start(state)
    case 'OpenLot':
      return openLot(state, command)
    case 'PlaceBid':
      return placeBid(state, command, nowMs)
    case 'RetractBid':
      return retractBid(state, command)
    case 'CallGoing':
      return callGoing(state, command)
    case 'Hammer':
      return hammer(state, command)
    case 'PassLot':
      return passLot(state, command)
    case 'CloseLot':
      return closeLot(state, command, nowMs)
    case 'RecallPlayers':
      return recallPlayers(state, command)
    case 'HoldLot':
      return withLot(state, command.lot, ['running', 'paused'], () =>
        accept({ type: 'LotHeld', lot: command.lot, forMs: HOLD_MS }),
      )
    case 'PauseAuction':
      return whileIn(state, ['running']) ?? accept({ type: 'AuctionPaused', message: command.message })
    case 'ResumeAuction':
      if (state.phase.is === 'running') return refuse('NOT_PAUSED')
      return whileIn(state, ['paused']) ?? accept({ type: 'AuctionResumed' })
    case 'EndAuction':
      if (state.lot) return refuse('LOT_OPEN')
      return whileIn(state, ['running', 'paused']) ?? accept({ type: 'AuctionEnded' })
    default:
      return command satisfies never
  }
}

/** The first entry of every log. */
export function createAuction(auction: string, rules: RuleSet): Draft {
  return { type: 'AuctionCreated', auction, rules }
}

/**
 * Why this team may not bid this amount on this lot now, or null (BID-1 to BID-9, in this order). Screens ask it to say on a button
 * why it is off; `decide` asks it before every bid.
 */
export function bidRefusal(
  state: AuctionState,
  bid: { lot: number; team: TeamId | undefined; amount: Amount; floor: boolean },
  nowMs: number,
): Refusal | null {
  if (!isAmount(bid.amount)) return { code: 'BAD_AMOUNT' }
  const phase = phaseRefusal(state, ['running'])
  if (phase) return phase
  const { lot } = state
  if (!lot) return { code: 'NO_LOT' }
  if (lot.lot !== bid.lot) return { code: 'WRONG_LOT' }
  if (lot.heldUntilMs !== null && nowMs < lot.heldUntilMs) return { code: 'HELD' }
  const team = bid.team === undefined ? undefined : own(state.teams, bid.team)
  if (!team) return { code: bid.floor ? 'UNKNOWN_TEAM' : 'NOT_A_PADDLE' }
  if (lot.deadlineMs !== null && nowMs >= lot.deadlineMs) return { code: 'TIME_UP' }
  if (leadingBid(lot)?.team === team.id) return { code: 'ALREADY_LEADING' }
  const minimum = minimumBid(state.rules, lot)
  const squad = purchaseRefusal(state.rules, team, playerOf(state, lot), bid.amount)
  if (squad && squad.code !== 'LIMIT_EXCEEDED') return squad
  if (bid.amount < minimum) return { code: 'BELOW_MINIMUM', detail: { minimum } }
  if (!isCallable(state.rules, minimum, bid.amount)) return { code: 'OFF_GRID', detail: { minimum } }
  return squad
}

function placeBid(state: AuctionState, c: CommandOf<'PlaceBid'>, nowMs: number): Decision {
  const floor = c.floorTeam !== null
  const team = c.floorTeam ?? own(state.paddles, c.by)
  const refusal = bidRefusal(state, { lot: c.lot, team, amount: c.amount, floor }, nowMs)
  if (refusal) return { refusal }
  return accept({ type: 'BidPlaced', lot: c.lot, team: team as TeamId, amount: c.amount, floor })
}

function addTeam(state: AuctionState, c: CommandOf<'AddTeam'>): Decision {
  const phase = phaseRefusal(state, ['scheduled'])
  if (phase) return { refusal: phase }
  if (own(state.teams, c.team)) return refuse('DUPLICATE')
  if (!isAmount(c.purse)) return refuse('BAD_AMOUNT')
  if (Object.keys(state.teams).length >= MAX_TEAMS) return refuse('POOL_FULL', { max: MAX_TEAMS })
  return accept({ type: 'TeamAdded', team: c.team, purse: c.purse })
}

function grantPaddle(state: AuctionState, c: CommandOf<'GrantPaddle'>): Decision {
  if (state.phase.is === 'ended') return refuse('ENDED')
  if (!own(state.teams, c.team)) return refuse('UNKNOWN_TEAM')
  if (own(state.paddles, c.user) === c.team) return refuse('DUPLICATE')
  return accept({ type: 'PaddleGranted', user: c.user, team: c.team })
}

function addPlayers(state: AuctionState, c: CommandOf<'AddPlayers'>): Decision {
  if (state.phase.is === 'ended') return refuse('ENDED')
  if (c.players.length > MAX_BATCH) return refuse('POOL_FULL', { max: MAX_BATCH })
  if (Object.keys(state.players).length + c.players.length > MAX_POOL) return refuse('POOL_FULL', { max: MAX_POOL })
  const seen = new Set<string>()
  for (const p of c.players) {
    if (own(state.players, p.player) || seen.has(p.player)) return refuse('DUPLICATE')
    if (!isAmount(p.base)) return refuse('BAD_AMOUNT')
    seen.add(p.player)
  }
  return {
    entries: c.players.map((p) => ({
      type: 'PlayerAdded',
      player: p.player,
      base: p.base,
      set: p.set,
      overseas: p.overseas,
    })),
  }
}

function movePlayer(state: AuctionState, c: CommandOf<'MovePlayer'>): Decision {
  if (state.phase.is === 'ended') return refuse('ENDED')
  const player = own(state.players, c.player)
  if (!player) return refuse('UNKNOWN_PLAYER')
  if (player.status.is !== 'waiting') return refuse('NOT_AVAILABLE')
  const set = state.sets.find((s) => s.id === c.set)
  if (c.before !== null && (c.before === c.player || !set?.players.includes(c.before))) return refuse('UNKNOWN_PLAYER')
  return accept({ type: 'PlayerMoved', player: c.player, set: c.set, before: c.before })
}

function moveSet(state: AuctionState, c: CommandOf<'MoveSet'>): Decision {
  if (state.phase.is === 'ended') return refuse('ENDED')
  const known = (id: string) => state.sets.some((s) => s.id === id)
  if (!known(c.set) || c.before === c.set || (c.before !== null && !known(c.before))) return refuse('UNKNOWN_SET')
  return accept({ type: 'SetMoved', set: c.set, before: c.before })
}

function retainPlayer(state: AuctionState, c: CommandOf<'RetainPlayer'>): Decision {
  const phase = phaseRefusal(state, ['scheduled'])
  if (phase) return { refusal: phase }
  const player = own(state.players, c.player)
  if (!player) return refuse('UNKNOWN_PLAYER')
  const team = own(state.teams, c.team)
  if (!team) return refuse('UNKNOWN_TEAM')
  if (player.status.is !== 'waiting') return refuse('NOT_AVAILABLE')
  if (!isAmount(c.amount)) return refuse('BAD_AMOUNT')
  const refusal = purchaseRefusal(state.rules, team, player, c.amount)
  if (refusal) return { refusal }
  return accept({ type: 'PlayerRetained', player: c.player, team: c.team, amount: c.amount })
}

function withdrawPlayer(state: AuctionState, c: CommandOf<'WithdrawPlayer'>): Decision {
  if (state.phase.is === 'ended') return refuse('ENDED')
  const player = own(state.players, c.player)
  if (!player) return refuse('UNKNOWN_PLAYER')
  if (player.status.is !== 'waiting' && player.status.is !== 'unsold') return refuse('NOT_AVAILABLE')
  return accept({ type: 'PlayerWithdrawn', player: c.player })
}

function start(state: AuctionState): Decision {
  const phase = phaseRefusal(state, ['scheduled'])
  if (phase) return { refusal: phase }
  if (Object.keys(state.teams).length < 2) return refuse('NOT_ENOUGH_TEAMS')
  return accept({ type: 'AuctionStarted' })
}

function openLot(state: AuctionState, c: CommandOf<'OpenLot'>): Decision {
  const phase = phaseRefusal(state, ['running'])
  if (phase) return { refusal: phase }
  if (state.lot) return refuse('LOT_OPEN')
  const player = own(state.players, c.player)
  if (!player) return refuse('UNKNOWN_PLAYER')
  if (player.status.is !== 'waiting') return refuse('NOT_AVAILABLE')
  return accept({ type: 'LotOpened', lot: state.lotCount + 1, player: player.id, base: player.base })
}

function retractBid(state: AuctionState, c: CommandOf<'RetractBid'>): Decision {
  return withLot(state, c.lot, ['running', 'paused'], (lot) =>
    withLeadingBid(lot, c.bid, () => accept({ type: 'BidRetracted', lot: lot.lot, bid: c.bid })),
  )
}

function callGoing(state: AuctionState, c: CommandOf<'CallGoing'>): Decision {
  return withLot(state, c.lot, ['running'], (lot) => {
    const leading = leadingBid(lot)
    if (leading && leading.seq !== c.bid) return newBid(leading)
    if (!leading && c.bid !== null) return refuse('NO_BID')
    if (lot.going !== c.call - 1) return refuse('OUT_OF_TURN')
    return accept({ type: 'GoingCalled', lot: lot.lot, call: c.call })
  })
}

function hammer(state: AuctionState, c: CommandOf<'Hammer'>): Decision {
  return withLot(state, c.lot, ['running'], (lot) => withLeadingBid(lot, c.bid, (bid) => accept(sold(lot, bid))))
}

function passLot(state: AuctionState, c: CommandOf<'PassLot'>): Decision {
  return withLot(state, c.lot, ['running'], (lot) => (lot.bids.length > 0 ? refuse('HAS_BID') : accept(unsold(lot))))
}

function closeLot(state: AuctionState, c: CommandOf<'CloseLot'>, nowMs: number): Decision {
  return withLot(state, c.lot, ['running'], (lot) => {
    if (lot.deadlineMs === null || nowMs < lot.deadlineMs) return refuse('TOO_EARLY')
    const leading = leadingBid(lot)
    return accept(leading ? sold(lot, leading) : unsold(lot))
  })
}

function recallPlayers(state: AuctionState, c: CommandOf<'RecallPlayers'>): Decision {
  if (c.players.length > MAX_BATCH) return refuse('POOL_FULL', { max: MAX_BATCH })
  const phase = phaseRefusal(state, ['running', 'paused'])
  if (phase) return { refusal: phase }
  const seen = new Set<string>()
  for (const id of c.players) {
    const player = own(state.players, id)
    if (!player) return refuse('UNKNOWN_PLAYER')
    if (player.status.is !== 'unsold' || seen.has(id)) return refuse('NOT_AVAILABLE')
    seen.add(id)
  }
  return { entries: c.players.map((player) => ({ type: 'PlayerRecalled', player })) }
}

/** What a record holds under an id that somebody sent: `constructor` is no team. */
function own<T>(record: Readonly<Record<string, T>>, id: string): T | undefined {
  return Object.hasOwn(record, id) ? record[id] : undefined
}

const sold = (lot: Lot, bid: Bid): Draft => ({
  type: 'LotSold',
  lot: lot.lot,
  player: lot.player,
  team: bid.team,
  amount: bid.amount,
  bid: bid.seq,
})
const unsold = (lot: Lot): Draft => ({ type: 'LotUnsold', lot: lot.lot, player: lot.player })

function accept(draft: Draft): Decision {
  return { entries: [draft] }
}

function refuse(code: RefusalCode, detail?: RefusalDetail): Decision {
  return { refusal: detail ? { code, detail } : { code } }
}

function newBid(leading: Bid): Decision {
  return refuse('NEW_BID', { bid: leading.seq, amount: leading.amount })
}

type PhaseName = AuctionState['phase']['is']

const PHASE_REFUSALS = {
  scheduled: 'NOT_STARTED',
  running: 'ALREADY_STARTED',
  paused: 'PAUSED',
  ended: 'ENDED',
} as const satisfies Record<PhaseName, RefusalCode>

function phaseRefusal(state: AuctionState, allowed: readonly PhaseName[]): Refusal | null {
  const { is } = state.phase
  if (allowed.includes(is)) return null
  // A paused auction has started: commands that only fit before the start are told so, not to wait for the pause to end.
  if (is === 'paused' && allowed.includes('scheduled')) return { code: 'ALREADY_STARTED' }
  return { code: PHASE_REFUSALS[is] }
}

function whileIn(state: AuctionState, allowed: readonly PhaseName[]): Decision | null {
  const refusal = phaseRefusal(state, allowed)
  return refusal && { refusal }
}

function withLot(
  state: AuctionState,
  lot: number,
  allowed: readonly PhaseName[],
  then: (lot: Lot) => Decision,
): Decision {
  const phase = whileIn(state, allowed)
  if (phase) return phase
  if (!state.lot) return refuse('NO_LOT')
  if (state.lot.lot !== lot) return refuse('WRONG_LOT')
  return then(state.lot)
}

function withLeadingBid(lot: Lot, bid: number, then: (bid: Bid) => Decision): Decision {
  const leading = leadingBid(lot)
  if (!leading) return refuse('NO_BID')
  return leading.seq === bid ? then(leading) : newBid(leading)
}

function playerOf(state: AuctionState, lot: Lot): Player {
  const player = own(state.players, lot.player)
  if (!player) throw new Error(`lot ${lot.lot} names a player who is not in the pool`)
  return player
}
