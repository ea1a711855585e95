import { expect, test } from 'vitest'
import { type Room, runningRoom } from './given.ts'
import { nextUp, waitingInOrder } from './next.ts'

const name = (room: Room, team: string, ...players: string[]) =>
  room.ask({ type: 'NamePlayers', players, floorTeam: team })
const called = (perTeam = 2) => runningRoom().does({ type: 'CallForNames', perTeam })
const unsold = (room: Room, ...players: string[]) => {
  for (const player of players)
    room.does({ type: 'OpenLot', player }, { type: 'PassLot', lot: room.state.lotCount + 1 })
  return room
}

test('ROUND-1 names are called for between lots, one call at a time, in the pause too', () => {
  const room = runningRoom().does({ type: 'OpenLot', player: 'p1' })
  expect(room.ask({ type: 'CallForNames', perTeam: 2 })?.code).toBe('LOT_OPEN')
  room.does({ type: 'PassLot', lot: 1 }, { type: 'PauseAuction', message: 'lists, please' })
  for (const perTeam of [0, 1.5, 101])
    expect(room.ask({ type: 'CallForNames', perTeam })).toEqual({ code: 'TOO_MANY_NAMES', detail: { max: 100 } })
  room.does({ type: 'CallForNames', perTeam: 2 })
  expect(room.state.round).toEqual({ round: 1, perTeam: 2, named: {} })
  expect(room.ask({ type: 'CallForNames', perTeam: 3 })?.code).toBe('NOTHING_CHANGES')
})

test('ROUND-2 each team names so many at most, of who waits or was not sold, and may say it again', () => {
  const room = unsold(runningRoom(), 'p2').does({ type: 'OpenLot', player: 'p1' })
  room.bid('t3', 20)
  room.does({ type: 'Hammer', lot: 2, bid: room.lot.bids[0]?.seq ?? 0 })
  expect(name(room, 't1', 'p3')?.code).toBe('NO_ROUND')
  room.does({ type: 'CallForNames', perTeam: 2 })
  expect(name(room, 't1', 'p2', 'p3', 'p4')).toEqual({ code: 'TOO_MANY_NAMES', detail: { max: 2 } })
  expect(name(room, 't1', 'p2', 'p2')?.code).toBe('DUPLICATE')
  expect(name(room, 't1', 'p1')?.code).toBe('NOT_AVAILABLE')
  expect(name(room, 't1', 'p9')?.code).toBe('UNKNOWN_PLAYER')
  expect(name(room, 'tx', 'p2')?.code).toBe('UNKNOWN_TEAM')
  expect(room.ask({ type: 'NamePlayers', by: 'fan', players: [], floorTeam: null })?.code).toBe('NOT_A_PADDLE')
  expect(name(room, 't1', 'p2', 'p3')).toBeNull()
  expect(name(room, 't1', 'p2', 'p3')?.code).toBe('NOTHING_CHANGES')
  expect(room.ask({ type: 'NamePlayers', by: 'u1', players: ['p4'], floorTeam: null })).toBeNull()
  expect(room.state.round?.named).toEqual({ t1: ['p4'] })
})

test('ROUND-3 closing puts the union in the running order into a set of its own, the unsold among them again', () => {
  const room = unsold(runningRoom(), 'p2').does({ type: 'CallForNames', perTeam: 3 })
  name(room, 't1', 'p5', 'p2')
  name(room, 't2', 'p3', 'p5', 'p6')
  room.does({ type: 'WithdrawPlayer', player: 'p3' }, { type: 'CloseNames' })
  expect(room.state.sets).toEqual([
    { id: 'names-1', players: ['p2', 'p5', 'p6'] },
    { id: 's1', players: ['p1', 'p3', 'p4'] },
  ])
  expect(room.state.players.p2?.status).toEqual({ is: 'waiting' })
  expect(room.ask({ type: 'CloseNames' })?.code).toBe('NO_ROUND')
})

test('ROUND-3 a call that nobody answered changes nothing when it closes', () => {
  const room = called().does({ type: 'CloseNames' })
  expect(room.state).toMatchObject({ round: null, rounds: 1, onlySet: null, sets: [{ id: 's1' }] })
  expect(nextUp(room.state)).toBe('p1')
})

test('ROUND-4 after a call only the named are next, then the recalled; the next call may name anybody again', () => {
  const room = called()
  name(room, 't1', 'p4', 'p2')
  room.does({ type: 'CloseNames' })
  expect([...waitingInOrder(room.state)]).toEqual(['p2', 'p4'])
  unsold(room, 'p2').does({ type: 'RecallPlayers', players: ['p2'] })
  expect([...waitingInOrder(room.state)]).toEqual(['p4', 'p2'])
  room.does({ type: 'OpenLot', player: 'p1' }, { type: 'PassLot', lot: 2 })
  unsold(room, 'p4', 'p2')
  expect(nextUp(room.state)).toBeNull()
  room.does({ type: 'CallForNames', perTeam: 2 })
  name(room, 't2', 'p1')
  name(room, 't3', 'p6', 'p4')
  room.does({ type: 'CloseNames' })
  expect([...waitingInOrder(room.state)]).toEqual(['p4', 'p1', 'p6'])
  expect(room.state.onlySet).toBe('names-2')
})

test('ROUND-4 the set of the named takes a free id', () => {
  const room = runningRoom().does(
    { type: 'MovePlayer', player: 'p6', set: 'names-1', before: null },
    { type: 'CallForNames', perTeam: 1 },
  )
  name(room, 't1', 'p1')
  room.does({ type: 'CloseNames' })
  expect(room.state.sets.map(({ id }) => id)).toEqual(['names-1-2', 's1', 'names-1'])
  expect([...waitingInOrder(room.state)]).toEqual(['p1'])
})

test('RECALL-2 unsold players come back at a lower base, where the rules have a floor and never below it', () => {
  const plain = unsold(runningRoom(), 'p1')
  expect(plain.ask({ type: 'RecallPlayers', players: ['p1'], base: 10 })?.code).toBe('BAD_AMOUNT')
  const room = unsold(runningRoom({ recallFloor: 10 }), 'p1', 'p2', 'p3')
  expect(room.ask({ type: 'RecallPlayers', players: ['p1'], base: 5 })?.code).toBe('BAD_AMOUNT')
  expect(room.ask({ type: 'RecallPlayers', players: ['p1'], base: 30 })?.code).toBe('BAD_AMOUNT')
  room.does({ type: 'RecallPlayers', players: ['p1', 'p2'], base: 10 }, { type: 'RecallPlayers', players: ['p3'] })
  expect(['p1', 'p2', 'p3'].map((id) => room.state.players[id]?.base)).toEqual([10, 10, 20])
  room.does({ type: 'OpenLot', player: 'p1' })
  expect(room.lot.base).toBe(10)
  expect(room.bid('t1', 10)).toBeNull()
})
