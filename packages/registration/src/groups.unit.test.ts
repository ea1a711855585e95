import { expect, test } from 'vitest'
import { DAY, Desk, HOUR, playersBy, RULES } from './given.ts'
import { freeAgents } from './registration.ts'
import type { EntryRules } from './rules.ts'

/** A group of three, its places held. */
const group = (rules: Partial<EntryRules> = {}, kind: 'player' | 'owner' = 'player') => {
  const desk = new Desk({ ...RULES, ...rules }, { player: 4 })
  desk.enter('g', { kind, seats: 3 })
  return desk.does('g', { type: 'Settle' })
}
const seats = (desk: Desk) => desk.of('g').seats.map(({ entrant, payment }) => [entrant?.person ?? null, payment])

test('GROUP-1 all places of a group are held, or none', () => {
  expect(group().holders.player).toEqual(new Set(['g', 'g.1.2', 'g.1.3']))
  const full = new Desk(RULES, { player: 2 })
  full.enter('g', { seats: 3 })
  full.does('g', { type: 'Settle' })
  expect([full.stage('g'), full.holders.player.size]).toEqual(['waiting', 0])
  for (const n of [0, 33, 1.5]) expect(full.enter('h', { seats: n })?.code).toBe('GROUP_SIZE')
})

test('GROUP-2 a person takes one open seat', () => {
  const desk = group()
  expect(desk.joins('g', 'm1')).toBeNull()
  expect(desk.joins('g', 'm1')).toBeNull()
  expect(seats(desk)).toEqual([
    ['p-g', null],
    ['m1', null],
    [null, null],
  ])
  const take = (seat: string, person: string) =>
    desk.ask('g', { type: 'TakeSeat', seat, applicant: { person, born: null, category: null, answers: {} } })?.code
  expect(take('g.1.2', 'm2')).toBe('SEAT_TAKEN')
  expect(take('g.1.3', 'm1')).toBe('IN_GROUP')
  expect(take('g.9.9', 'm2')).toBe('NO_SEAT')
  expect(take('g.1.3', 'm2')).toBeUndefined()
  expect(desk.joins('g', 'm3')?.code).toBe('NO_SEAT')
})

test('GROUP-2 a member is checked as everybody who enters', () => {
  const desk = new Desk(playersBy({ ages: { min: 18, max: null } }), { player: 2 })
  desk.enter('g', { seats: 2, captain: { born: '2000-01-01' } })
  expect(desk.joins('g', 'm1')?.code).toBe('NO_BIRTH_DATE')
})

test('GROUP-3 one clock runs for all, and who joins or pays does not put it back', () => {
  const desk = group()
  const before = desk.of('g').stage
  desk.nowMs += HOUR / 2
  desk.joins('g', 'm1')
  desk.pays('g', 'x', 1)
  expect(desk.of('g').stage).toEqual(before)
  expect(desk.passes(HOUR / 2).stage('g')).toBe('lapsed')
})

test('GROUP-3, FEE-1 a group is in once every seat is taken and paid', () => {
  const desk = group()
  for (const person of ['m1', 'm2']) desk.joins('g', person)
  desk.pays('g', 'x', 0).pays('g', 'y', 1)
  expect(desk.stage('g')).toBe('owing')
  expect(desk.pays('g', 'z', 2).stage('g')).toBe('confirmed')
  expect(freeAgents(desk.of('g'))).toEqual(['p-g', 'm1', 'm2'])
  expect(desk.joins('g', 'm3')?.code).toBe('DECIDED')
})

test('GROUP-4 whole: the clock ends, and everything goes back', () => {
  const desk = group()
  desk.joins('g', 'm1')
  desk.pays('g', 'x', 0).pays('g', 'y', 1).passes(HOUR)
  expect(desk.of('g')).toMatchObject({ stage: { is: 'lapsed', what: 'payment' } })
  expect(desk.of('g').returned.map(({ payment, percent }) => [payment, percent])).toEqual([
    ['x', 100],
    ['y', 100],
  ])
  expect(desk.holders.player.size).toBe(0)
})

test('GROUP-4 each: who is paid goes on, the other places pass on', () => {
  const desk = group({ groupEnd: 'each' })
  for (const person of ['m1', 'm2']) desk.joins('g', person)
  desk.pays('g', 'x', 0).pays('g', 'z', 2).passes(HOUR)
  expect(desk.stage('g')).toBe('confirmed')
  expect(seats(desk)).toEqual([
    ['p-g', 'x'],
    ['m2', 'z'],
  ])
  expect(desk.holders.player).toEqual(new Set(['g', 'g.1.3']))
  desk.does('g', { type: 'HearPaid', seat: 'g.1.2', payment: 'y' })
  expect(desk.of('g').returned).toEqual([{ payment: 'y', percent: 100, why: 'late' }])
})

test('GROUP-4 without a paid captain, and for a team, it is always the whole', () => {
  const desk = group({ groupEnd: 'each' })
  desk.joins('g', 'm1')
  expect(desk.pays('g', 'y', 1).passes(HOUR).stage('g')).toBe('lapsed')
  const team = group({ groupEnd: 'each' }, 'owner')
  expect(team.pays('g', 'x', 0).passes(HOUR).stage('g')).toBe('lapsed')
  const late = team.pays('g', 'w', 1)
  expect(late.of('g')).toMatchObject({
    stage: { is: 'lapsed' },
    returned: [{ payment: 'x' }, { payment: 'w', why: 'late' }],
  })
})

test('GROUP-5 before the confirmation the seat is open again, and the money goes back whole', () => {
  const desk = group()
  desk.joins('g', 'm1')
  desk.pays('g', 'y', 1).does('g', { type: 'LeaveSeat', person: 'm1', by: 'm1', asOrganiser: false })
  expect(seats(desk)).toEqual([
    ['p-g', null],
    [null, null],
    [null, null],
  ])
  expect(desk.of('g').returned).toEqual([{ payment: 'y', percent: 100, why: 'left' }])
  desk.does('g', { type: 'HearPaid', seat: 'g.1.2', payment: 'y2' })
  expect(desk.of('g').returned.at(-1)).toEqual({ payment: 'y2', percent: 100, why: 'late' })
  expect(desk.ask('g', { type: 'LeaveSeat', person: 'p-g', by: 'p-g', asOrganiser: false })?.code).toBe('CAPTAIN')
})

test('GROUP-5 after it seat and place are gone, and the policy says what goes back', () => {
  const desk = group()
  for (const person of ['m1', 'm2']) desk.joins('g', person)
  for (const n of [0, 1, 2]) desk.pays('g', `x${n}`, n)
  desk.nowMs += 15 * DAY
  desk.does('g', { type: 'LeaveSeat', person: 'm1', by: 'm1', asOrganiser: false })
  desk.does('g', { type: 'LeaveSeat', person: 'm2', by: 'boss', asOrganiser: true })
  expect(seats(desk)).toEqual([['p-g', 'x0']])
  expect(desk.of('g').returned).toEqual([
    { payment: 'x1', percent: 50, why: 'left' },
    { payment: 'x2', percent: 100, why: 'taken-out' },
  ])
  expect(desk.holders.player).toEqual(new Set(['g']))
})

test('GROUP-6 the captain goes on with fewer, and alone', () => {
  const desk = group().pays('g', 'x', 0)
  desk.joins('g', 'm1')
  expect(desk.ask('g', { type: 'GiveUpSeats', seats: ['g.1.2', 'g.1.3'] })?.code).toBe('NO_SEAT')
  desk.does('g', { type: 'LeaveSeat', person: 'm1', by: 'm1', asOrganiser: false })
  desk.does('g', { type: 'GiveUpSeats', seats: ['g.1.2', 'g.1.3'] })
  expect([desk.stage('g'), desk.holders.player.size]).toEqual(['confirmed', 1])
  expect(desk.ask('g', { type: 'GiveUpSeats', seats: ['g.1.2'] })?.code).toBe('DECIDED')
})

test('GROUP-7 a team’s shares stay, and anybody may pay an open one', () => {
  const desk = group({}, 'owner')
  expect(desk.ask('g', { type: 'GiveUpSeats', seats: ['g.1.3'] })?.code).toBe('SHARE_KEPT')
  desk.joins('g', 'm1')
  for (const n of [0, 1, 2]) desk.pays('g', `x${n}`, n)
  expect(desk.stage('g')).toBe('confirmed')
  const leaves = { type: 'LeaveSeat', person: 'm1', by: 'm1', asOrganiser: false } as const
  expect(desk.ask('g', leaves)?.code).toBe('SHARE_KEPT')
})
