import { expect, test } from 'vitest'
import { MAX_BATCH, MAX_POOL } from './commands.ts'
import type { Draft, Entry } from './entries.ts'
import { fold } from './evolve.ts'
import { Room, runningRoom, SMALL_RULES, scheduledRoom } from './given.ts'
import { hotFields } from './hot.ts'
import { nextUp } from './next.ts'
import { type AuctionState, storedState } from './state.ts'

const last = (room: Room) => room.entries.at(-1)
const order = (room: Room) => room.state.sets.map((set) => [set.id, ...set.players])
/** Everything that only fits before the start. */
const BEFORE_START = [
  { type: 'RemoveTeam', team: 't1' },
  { type: 'SetPurse', team: 't1', purse: 500 },
  { type: 'ChangeRules', rules: SMALL_RULES },
] as const

test('ROOM-4 a team without players leaves before the start, and takes its paddles along', () => {
  const room = scheduledRoom().does({ type: 'GrantPaddle', user: 'u4', team: 't1' })
  room.does({ type: 'RemoveTeam', team: 't1' })
  expect(last(room)).toMatchObject({ type: 'TeamRemoved', team: 't1' })
  expect(Object.keys(room.state.teams)).toEqual(['t2', 't3'])
  expect(room.state.paddles).toEqual({ u2: 't2', u3: 't3' })
  expect(hotFields(room.state)).not.toHaveProperty('p:u1')
  expect(room.ask({ type: 'RemoveTeam', team: 't1' })?.code).toBe('UNKNOWN_TEAM')
  room.does({ type: 'AddTeam', team: 't1', purse: 1_000 })
})

test('ROOM-4 a team with a retained player stays', () => {
  const room = scheduledRoom().does({ type: 'RetainPlayer', player: 'p1', team: 't1', amount: 30 })
  expect(room.ask({ type: 'RemoveTeam', team: 't1' })?.code).toBe('TEAM_IN_USE')
})

test('ROOM-5 a purse is set before the start, and never below what is spent', () => {
  const room = scheduledRoom().does({ type: 'RetainPlayer', player: 'p1', team: 't1', amount: 300 })
  for (const purse of [299, 0, -1, 0.5, Number.NaN, 1e14])
    expect(room.ask({ type: 'SetPurse', team: 't1', purse })?.code, String(purse)).toBe('BAD_AMOUNT')
  expect(room.ask({ type: 'SetPurse', team: 'nobody', purse: 300 })?.code).toBe('UNKNOWN_TEAM')
  room.does({ type: 'SetPurse', team: 't1', purse: 300 }, { type: 'SetPurse', team: 't2', purse: 150 })
  expect(room.state.teams.t1).toMatchObject({ purse: 300, spent: 300 })
  room.does({ type: 'StartAuction' }, { type: 'OpenLot', player: 'p2' })
  expect(hotFields(room.state)).toMatchObject({ 't:t1': 'ok:0:1', 't:t2': 'ok:130:2' })
  expect(room.bid('t2', 140)).toEqual({ code: 'LIMIT_EXCEEDED', detail: { limit: 130, open: 2 } })
})

test('ROOM-4, ROOM-5, ROOM-7 none of it once the auction has begun', () => {
  for (const command of BEFORE_START) {
    const room = runningRoom()
    expect(room.ask(command)?.code, command.type).toBe('ALREADY_STARTED')
    room.does({ type: 'PauseAuction', message: '' })
    expect(room.ask(command)?.code, command.type).toBe('ALREADY_STARTED')
    room.does({ type: 'EndAuction' })
    expect(room.ask(command)?.code, command.type).toBe('ENDED')
  }
})

test('ROOM-7 other rules give the new purse to whoever had the old one, and move every limit', () => {
  const room = scheduledRoom().does({ type: 'SetPurse', team: 't3', purse: 700 })
  const rules = { ...SMALL_RULES, id: 'big', purse: 2_000, squad: { min: 3, max: 5 }, basePrices: [50], jumpGrid: null }
  room.does({ type: 'ChangeRules', rules })
  expect(Object.values(room.state.teams).map((t) => t.purse)).toEqual([2_000, 2_000, 700])
  expect(room.state.rules).toEqual(rules)
  room.does({ type: 'StartAuction' }, { type: 'OpenLot', player: 'p1' })
  expect(hotFields(room.state)).toMatchObject({ 't:t1': 'ok:1900:3', 't:t3': 'ok:600:3', jump: '' })
})

test('ROOM-8 another currency is for an auction without teams and players', () => {
  const rules = { ...SMALL_RULES, currency: 'USD' }
  expect(scheduledRoom().ask({ type: 'ChangeRules', rules })?.code).toBe('RULES_CLASH')
  const room = new Room().does({ type: 'ChangeRules', rules })
  expect(room.state.rules.currency).toBe('USD')
  room.does({ type: 'AddTeam', team: 't1', purse: 10 })
  expect(room.ask({ type: 'ChangeRules', rules: SMALL_RULES })?.code).toBe('RULES_CLASH')
})

test('ROOM-8 rules that a retained squad breaks are refused', () => {
  const room = scheduledRoom().does(
    { type: 'RetainPlayer', player: 'p5', team: 't1', amount: 300 },
    { type: 'RetainPlayer', player: 'p1', team: 't1', amount: 100 },
  )
  const ask = (rules: object) => room.ask({ type: 'ChangeRules', rules: { ...SMALL_RULES, ...rules } })?.code ?? null
  expect(ask({ squad: { min: 1, max: 1 } })).toBe('RULES_CLASH')
  expect(ask({ overseasMax: 0 })).toBe('RULES_CLASH')
  expect(ask({ purse: 399 })).toBe('RULES_CLASH')
  expect(ask({ purse: 0 })).toBe('BAD_AMOUNT')
  expect(ask({ purse: 400, overseasMax: 1, squad: { min: 1, max: 2 } })).toBeNull()
})

test('POOL-2 players who were never called leave the pool, with a set that is left empty', () => {
  const room = runningRoom().does(
    { type: 'MovePlayer', player: 'p6', set: 's2', before: null },
    { type: 'RemovePlayers', players: ['p6', 'p1'] },
  )
  expect(order(room)).toEqual([['s1', 'p2', 'p3', 'p4', 'p5']])
  expect(room.state.players).not.toHaveProperty('p6')
  expect(nextUp(room.state)).toBe('p2')
  expect(room.ask({ type: 'OpenLot', player: 'p1' })?.code).toBe('UNKNOWN_PLAYER')
  room.does({ type: 'AddPlayers', players: [{ player: 'p1', base: 50, set: 's1', overseas: true }] })
  expect(room.state.players.p1).toMatchObject({ base: 50, overseas: true })
})

test('POOL-2 nobody leaves who was called, sold, retained or withdrawn, and then nobody of the batch', () => {
  const scheduled = scheduledRoom().does({ type: 'RetainPlayer', player: 'p4', team: 't1', amount: 30 })
  const room = scheduled.does(
    { type: 'StartAuction' },
    { type: 'WithdrawPlayer', player: 'p3' },
    { type: 'OpenLot', player: 'p1' },
    { type: 'PassLot', lot: 1 },
    { type: 'RecallPlayers', players: ['p1'] },
    { type: 'OpenLot', player: 'p2' },
  )
  for (const player of ['p1', 'p2', 'p3', 'p4'])
    expect(room.ask({ type: 'RemovePlayers', players: ['p5', player] })?.code, player).toBe('NOT_AVAILABLE')
  expect(room.ask({ type: 'RemovePlayers', players: ['p5', 'p5'] })?.code).toBe('NOT_AVAILABLE')
  expect(room.ask({ type: 'RemovePlayers', players: ['p5', 'nobody'] })?.code).toBe('UNKNOWN_PLAYER')
  expect(room.ask({ type: 'RemovePlayers', players: Array.from({ length: 501 }, () => 'p5') })).toEqual({
    code: 'POOL_FULL',
    detail: { max: MAX_BATCH },
  })
  expect(room.state.players).toHaveProperty('p5')
  room.does({ type: 'PassLot', lot: 2 }, { type: 'EndAuction' })
  expect(room.ask({ type: 'RemovePlayers', players: ['p5'] })?.code).toBe('ENDED')
})

test('POOL-3 base and nationality are corrected while a player waits or is unsold, and count when the player is called', () => {
  const room = runningRoom().does(
    { type: 'OpenLot', player: 'p1' },
    { type: 'PassLot', lot: 1 },
    { type: 'EditPlayer', player: 'p1', base: 50, overseas: true },
    { type: 'EditPlayer', player: 'p6', base: 30, overseas: false },
    { type: 'RecallPlayers', players: ['p1'] },
    { type: 'OpenLot', player: 'p1' },
  )
  expect(room.lot.base).toBe(50)
  expect(room.state.players.p6).toMatchObject({ base: 30, overseas: false })
  expect(room.ask({ type: 'EditPlayer', player: 'p1', base: 20, overseas: null })?.code).toBe('NOT_AVAILABLE')
  expect(room.ask({ type: 'EditPlayer', player: 'p2', base: 0, overseas: null })?.code).toBe('BAD_AMOUNT')
  expect(room.ask({ type: 'EditPlayer', player: 'nobody', base: 20, overseas: null })?.code).toBe('UNKNOWN_PLAYER')
  room.bid('t1', 50)
  room.does({ type: 'Hammer', lot: 2, bid: room.lot.bids.at(-1)?.seq ?? 0 })
  expect(room.state.teams.t1?.overseas).toBe(1)
  expect(room.ask({ type: 'EditPlayer', player: 'p1', base: 20, overseas: false })?.code).toBe('NOT_AVAILABLE')
})

test('POOL-4 categories and former teams come with a player; categories are corrected as the base is, and stay where they are left out', () => {
  const room = scheduledRoom()
  const added = { player: 'new', base: 20, set: 's1', overseas: false, categories: ['junior'], formerTeam: 't2' }
  room.does({ type: 'AddPlayers', players: [added] })
  expect(room.state.players.new).toMatchObject({ categories: ['junior'], formerTeam: 't2' })
  room.does({ type: 'EditPlayer', player: 'new', base: 50, overseas: true })
  expect(room.state.players.new).toMatchObject({ base: 50, overseas: true, categories: ['junior'] })
  room.does({ type: 'EditPlayer', player: 'new', base: 50, overseas: true, categories: [] })
  expect(room.state.players.new?.categories).toEqual([])
  room.does({ type: 'RetainPlayer', player: 'new', team: 't1', amount: 50 })
  expect(room.ask({ type: 'EditPlayer', player: 'new', base: 50, overseas: true, categories: [] })?.code).toBe(
    'NOT_AVAILABLE',
  )
})

test('POOL-5 who played where is said before the start, of players and teams that there are, or taken back', () => {
  const room = scheduledRoom()
  const former = (player: string, team: string | null) =>
    ({ type: 'SetFormerTeams', players: [{ player, team }] }) as const
  room.does(former('p1', 't1'))
  expect(room.state.players.p1?.formerTeam).toBe('t1')
  room.does(former('p1', null))
  expect(room.state.players.p1?.formerTeam).toBeNull()
  expect(room.ask(former('p9', 't1'))?.code).toBe('UNKNOWN_PLAYER')
  expect(room.ask(former('p1', 't9'))?.code).toBe('UNKNOWN_TEAM')
  expect(room.does({ type: 'StartAuction' }).ask(former('p1', 't1'))?.code).toBe('ALREADY_STARTED')
})

test('POOL-6 a player is withdrawn or barred, is told apart, and is never put up', () => {
  const room = runningRoom().does(
    { type: 'WithdrawPlayer', player: 'p1' },
    { type: 'WithdrawPlayer', player: 'p2', why: 'ineligible' },
  )
  expect([room.state.players.p1, room.state.players.p2].map((player) => player?.status)).toEqual([
    { is: 'withdrawn', why: 'withdrawn' },
    { is: 'withdrawn', why: 'ineligible' },
  ])
  for (const player of ['p1', 'p2']) {
    expect(room.ask({ type: 'OpenLot', player })?.code).toBe('NOT_AVAILABLE')
    expect(room.ask({ type: 'RecallPlayers', players: [player] })?.code).toBe('NOT_AVAILABLE')
  }
})

test('ORDER-3 the running order is arranged anew at once, with a lot open too', () => {
  const room = runningRoom().does({ type: 'OpenLot', player: 'p1' })
  room.does({
    type: 'ArrangePool',
    sets: [
      { id: 'keepers', players: ['p6', 'p5'] },
      { id: 's1', players: ['p4', 'p3', 'p2', 'p1'] },
    ],
  })
  expect(order(room)).toEqual([
    ['keepers', 'p6', 'p5'],
    ['s1', 'p4', 'p3', 'p2', 'p1'],
  ])
  expect(room.state.players.p5?.set).toBe('keepers')
  expect(nextUp(room.state)).toBe('p6')
  room.does({ type: 'MovePlayer', player: 'p2', set: 'keepers', before: 'p5' }, { type: 'PassLot', lot: 1 })
  expect(room.state.sets[0]?.players).toEqual(['p6', 'p2', 'p5'])
})

test('ORDER-3 an order that is not of this pool is refused', () => {
  const room = runningRoom()
  const ask = (...sets: string[][]) =>
    room.ask({ type: 'ArrangePool', sets: sets.map(([id = '', ...players]) => ({ id, players })) })?.code
  const all = ['p1', 'p2', 'p3', 'p4', 'p5', 'p6']
  expect(ask(['s1', ...all.slice(1)])).toBe('POOL_CHANGED')
  expect(ask(['s1', ...all, 'p7'])).toBe('POOL_CHANGED')
  expect(ask(['s1', ...all, 'p1'])).toBe('POOL_CHANGED')
  expect(ask(['s1', ...all.slice(1), 'constructor'])).toBe('POOL_CHANGED')
  expect(ask(['s1', ...all.slice(1)], ['s1', 'p1'])).toBe('DUPLICATE')
  room.does({ type: 'EndAuction' })
  expect(ask(['s1', ...all])).toBe('ENDED')
})

test('NAMES-1 new names are counted in every phase and change nothing else', () => {
  const room = scheduledRoom()
  const stages = [{ type: 'StartAuction' }, { type: 'PauseAuction', message: '' }, { type: 'EndAuction' }] as const
  for (const [i, stage] of stages.entries()) {
    const { names: _, seq: __, ...before } = room.state
    room.does({ type: 'NoteNames' })
    const { names, seq: ___, ...after } = room.state
    expect(names).toBe(i + 1)
    expect(after).toEqual(before)
    room.does(stage)
  }
  room.does({ type: 'NoteNames' })
  expect(room.state.names).toBe(4)
})

test('NAMES-1 a stored state from before there were names counts from nothing', () => {
  const room = runningRoom()
  const { names: _, ...old } = room.state
  expect(storedState(JSON.parse(JSON.stringify(old)) as AuctionState)).toEqual(room.state)
})

test('POOL-1, POOL-2, ORDER-3 a full pool is added, arranged and taken out again in a moment', () => {
  const room = new Room()
  const ids = Array.from({ length: MAX_POOL }, (_, i) => `player-${i}`)
  const batches = Array.from({ length: MAX_POOL / MAX_BATCH }, (_, i) => ids.slice(i * MAX_BATCH, (i + 1) * MAX_BATCH))
  const beganAt = performance.now()
  for (const batch of batches)
    room.does({ type: 'AddPlayers', players: batch.map((player) => ({ player, base: 20, set: 's', overseas: null })) })
  room.does({ type: 'ArrangePool', sets: [{ id: 'all', players: ids.toReversed() }] })
  for (const batch of batches) room.does({ type: 'RemovePlayers', players: batch })
  const took = performance.now() - beganAt
  expect(room.state).toMatchObject({ players: {}, sets: [] })
  expect(took).toBeLessThan(2_000)
})

test('the fold of a long setup leaves the state it began with as it was', () => {
  const room = scheduledRoom()
  const before = structuredClone(room.state)
  const drafts: Draft[] = [
    { type: 'PlayerRemoved', player: 'p1' },
    { type: 'PlayerRemoved', player: 'p2' },
    { type: 'PoolArranged', sets: [{ id: 'a', players: ['p6', 'p5', 'p4', 'p3'] }] },
    { type: 'PlayerRemoved', player: 'p5' },
    { type: 'PlayerAdded', player: 'p7', base: 20, set: 'a', overseas: null },
  ]
  const stamp = { atMs: 0, by: 'a', cmd: '', sum: '' }
  const entries = drafts.map((draft, i): Entry => ({ ...draft, ...stamp, seq: room.state.seq + 1 + i }))
  const arrangement = structuredClone(drafts)
  expect(fold(entries, room.state)?.sets).toEqual([{ id: 'a', players: ['p6', 'p4', 'p3', 'p7'] }])
  expect(room.state).toEqual(before)
  expect(drafts).toEqual(arrangement)
})
