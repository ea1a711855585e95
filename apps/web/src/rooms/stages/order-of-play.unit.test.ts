import { CRORE } from '@gavel/auction'
import { expect, test } from 'vitest'
import { openLines, reservedOf } from './lots.ts'
import { mayNominate, nameable, namesOf, turnOf } from './order-of-play.ts'
import { hammered, played, rulesOf, running } from './testing.ts'

const rules = rulesOf('ipl-2025')
const turns = running(rulesOf('ipl-2025', { nomination: { order: 'snake', turnMs: 30_000 } }))

test('NAMING-1 between two lots the room waits for one team, until its time is up', () => {
  expect(turnOf(turns)).toMatchObject({ team: 'A', deadlineMs: 30_000, totalMs: 30_000 })
  const up = played(turns, { type: 'NominatePlayer', player: 'p2', amount: 2 * CRORE, floorTeam: 'A' })
  expect(turnOf(up)).toBeNull()
  expect(turnOf(hammered(up))).toMatchObject({ team: 'B' })
  expect(turnOf(running(rules))).toBeNull()
})

test('NAMING-2 a player is put up by the team whose turn it is, or by any where turns are free', () => {
  expect([mayNominate(turns, 'A'), mayNominate(turns, 'B')]).toEqual([true, false])
  const free = running(rulesOf('ipl-2025', { openLots: 2, nomination: { order: 'free', turnMs: null } }))
  expect([mayNominate(free, 'A'), mayNominate(free, 'B')]).toEqual([true, true])
  const put = (player: string, floorTeam: string) =>
    ({ type: 'NominatePlayer', player, amount: 2 * CRORE, floorTeam }) as const
  expect(mayNominate(played(free, put('p1', 'A'), put('p2', 'B')), 'C')).toBe(false)
  expect(mayNominate(running(rules), 'A')).toBe(false)
})

test('NAMING-3 a call for names shows who has answered', () => {
  const called = played(
    running(rules),
    { type: 'CallForNames', perTeam: 2 },
    { type: 'NamePlayers', players: ['p2'], floorTeam: 'B' },
  )
  expect(namesOf(called)).toEqual({
    perTeam: 2,
    answered: 1,
    teams: [
      { team: 'A', named: null },
      { team: 'B', named: ['p2'] },
      { team: 'C', named: null },
    ],
  })
  expect(namesOf(played(called, { type: 'CloseNames' }))).toBeNull()
})

test('NAMING-4 a turn offers who waits; a call for names offers the unsold after them', () => {
  const open = played(running(rules), { type: 'OpenLot', player: 'p1' })
  const unsold = played(open, { type: 'PassLot', lot: 1 })
  expect(nameable(unsold, 'turn')).toEqual(['p2', 'p3'])
  expect(nameable(unsold, 'names')).toEqual(['p2', 'p3', 'p1'])
})

const board = rulesOf('ipl-2025', { openLots: 3, proxies: true })
const bids = (state: Parameters<typeof played>[0]) =>
  played(
    state,
    { type: 'OpenLot', player: 'p1' },
    { type: 'OpenLot', player: 'p2' },
    { type: 'PlaceBid', lot: 1, amount: 2 * CRORE, floorTeam: 'A' },
    { type: 'PlaceBid', lot: 2, amount: 2 * CRORE, floorTeam: 'A' },
    { type: 'PlaceBid', lot: 1, amount: 2.2 * CRORE, floorTeam: 'B' },
  )

test('LOTS-1 open lots keep the order of their opening, and say how the own team stands on each', () => {
  expect(openLines(bids(running(board)), 'A')).toMatchObject([
    { lot: 1, player: 'p1', price: 2.2 * CRORE, leader: 'B', mine: 'outbid', next: 2.4 * CRORE },
    { lot: 2, player: 'p2', price: 2 * CRORE, leader: 'A', mine: 'leads' },
  ])
  expect(openLines(bids(running(board)), null)[0]?.mine).toBeNull()
})

test('LOTS-2 money on leading bids is shown as kept', () => {
  const state = bids(running(board))
  expect(reservedOf(state, 'A')).toEqual({ lots: 1, amount: 2 * CRORE })
  expect(reservedOf(state, 'C')).toEqual({ lots: 0, amount: 0 })
})
