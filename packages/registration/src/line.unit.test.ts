import { expect, test } from 'vitest'
import { fitsEvent } from './decide.ts'
import { DAY, Desk, HOUR, playersBy, RULES, START } from './given.ts'
import { lineOf } from './places.ts'
import { stageWords } from './saying.ts'

const one = () => new Desk(RULES, { player: 1 })
const leave = { type: 'Withdraw', by: 'x', asOrganiser: false } as const

test('LINE-1 the line is by time, then by id', () => {
  const desk = one().comes('z', 'c', 'b')
  desk.nowMs -= 1_000
  desk.comes('a')
  expect(lineOf(desk.registrations.values(), 'player').map(({ id }) => id)).toEqual(['c', 'a', 'b'])
})

test('LINE-2 a newcomer waits behind the line, also where a place is free', () => {
  const desk = one().comes('a', 'b')
  desk.does('a', leave)
  desk.comes('c')
  expect([desk.stage('b'), desk.stage('c')]).toEqual(['waiting', 'waiting'])
  desk.settleAll()
  expect([desk.stage('b'), desk.stage('c')]).toEqual(['offered', 'waiting'])
})

test('LINE-3 a group at the head waits for all its places, and the captain may make it smaller', () => {
  const desk = new Desk(RULES, { player: 3 }).comes('a', 'b', 'c')
  desk.enter('g', { seats: 3 })
  desk.nowMs += 1_000
  desk.does('g', { type: 'Settle' }).comes('d')
  desk.does('a', leave).does('b', leave).settleAll()
  expect([desk.stage('g'), desk.stage('d'), desk.holders.player.size]).toEqual(['waiting', 'waiting', 1])
  desk.does('g', { type: 'GiveUpSeats', seats: ['g.1.3'] }).settleAll()
  expect([desk.stage('g'), desk.stage('d'), desk.holders.player.size]).toEqual(['offered', 'waiting', 3])
  expect(fitsEvent(desk.of('g'), 1)).toBe(false)
})

test('LINE-4 who waits is told the number', () => {
  const desk = one().comes('a', 'b', 'c')
  expect(stageWords(desk.of('b'), desk.context('b'))).toContain('number 1 in line')
  expect(stageWords(desk.of('c'), desk.context('c'))).toContain('number 2 in line')
})

test('LINE-5 after the end of offers the line stands still, and says so', () => {
  const desk = one().comes('a').pays('a').comes('b')
  desk
    .passes(40 * DAY)
    .does('a', leave)
    .settleAll()
  expect([desk.stage('b'), desk.holders.player.size]).toEqual(['waiting', 0])
  expect(stageWords(desk.of('b'), desk.context('b'))).toContain('closed')
})

test('OFFER-1 a freed place is offered until a deadline; accepting goes on to the payment', () => {
  const desk = one().comes('a', 'b').does('a', leave).settleAll()
  expect(desk.of('b').stage).toEqual({ is: 'offered', untilMs: desk.nowMs + 2 * HOUR })
  desk.nowMs += HOUR
  desk.does('b', { type: 'Accept' })
  expect(desk.of('b').stage).toMatchObject({ is: 'owing', untilMs: desk.nowMs + HOUR })
})

test('OFFER-1 no offer lasts longer than offers are made, and an event without offers gives the place at once', () => {
  const late = one().comes('a', 'b')
  late.does('a', { type: 'HearSlow', payment: 'bank' })
  late.rules = { ...RULES, offersUntilMs: late.nowMs + HOUR }
  late.does('a', leave).settleAll()
  expect(late.of('b').stage).toMatchObject({ is: 'offered', untilMs: late.rules.offersUntilMs })
  const plain = new Desk({ ...RULES, offerMs: null }, { player: 1 }).comes('a', 'b').does('a', leave).settleAll()
  expect(plain.stage('b')).toBe('owing')
})

test('OFFER-2 an offer that runs out passes on, whoever is first', () => {
  const desk = one().comes('a', 'b', 'c').does('a', leave).settleAll()
  expect(desk.ask('b', { type: 'Expire' })?.code).toBe('TOO_EARLY')
  desk.nowMs += 2 * HOUR
  expect(desk.ask('b', { type: 'Accept' })?.code).toBe('TOO_LATE')
  desk.passes(0)
  expect([desk.of('b').stage, desk.stage('c')]).toMatchObject([{ is: 'lapsed', what: 'offer' }, 'offered'])
  expect(desk.ask('b', { type: 'Accept' })?.code).toBe('NO_OFFER')
})

test('OFFER-3 declining is withdrawing, and paying is accepting', () => {
  const desk = one().comes('a', 'b', 'c').does('a', leave).settleAll().does('b', leave).settleAll()
  expect([desk.stage('b'), desk.stage('c')]).toEqual(['withdrawn', 'offered'])
  expect(desk.pays('c').stage('c')).toBe('confirmed')
})

test('REVIVE-1 late money revives where the place is free and nobody with an earlier number waits', () => {
  const desk = one().comes('a').passes(HOUR)
  expect(desk.stage('a')).toBe('lapsed')
  expect(desk.pays('a').stage('a')).toBe('confirmed')
  const waiting = one().comes('a', 'b').does('a', leave).pays('b')
  expect(waiting.stage('b')).toBe('confirmed')
})

test('REVIVE-1 it passes those who came later, and nobody who came earlier', () => {
  const desk = one().comes('a', 'b', 'c')
  desk.nowMs += HOUR
  desk.does('a', { type: 'Expire' })
  expect(desk.pays('c').of('c')).toMatchObject({ stage: { is: 'waiting' }, returned: [{ why: 'late' }] })
  expect(desk.pays('a').stage('a')).toBe('confirmed')
  expect(desk.settleAll().stage('b')).toBe('waiting')
})

test('REVIVE-2 where the place is gone it goes back, and the old number counts again', () => {
  const desk = one().comes('a', 'b', 'c').passes(HOUR).pays('b').pays('a')
  expect(desk.of('a')).toMatchObject({
    stage: { is: 'waiting' },
    returned: [{ payment: 'pay-a', percent: 100, why: 'late' }],
  })
  expect(lineOf(desk.registrations.values(), 'player').map(({ id }) => id)).toEqual(['a', 'c'])
  desk.does('b', leave).settleAll()
  expect([desk.stage('a'), desk.stage('c')]).toEqual(['offered', 'waiting'])
})

test('REVIVE-2 after the end of offers it goes back, and that is all', () => {
  const desk = one()
    .comes('a')
    .passes(40 * DAY)
    .pays('a')
  expect(desk.of('a')).toMatchObject({ stage: { is: 'lapsed' }, returned: [{ why: 'late' }] })
})

test('REVIVE-3 money for who has left, or was turned away, goes back', () => {
  const desk = new Desk().comes('a', 'b').does('a', leave).does('b', { type: 'TurnAway', by: 'boss', why: 'Full.' })
  desk.pays('a').pays('b')
  for (const id of ['a', 'b']) expect(desk.of(id).returned).toMatchObject([{ percent: 100, why: 'late' }])
  expect([desk.stage('a'), desk.stage('b'), desk.holders.player.size]).toEqual(['withdrawn', 'refused', 0])
})

test('WITHDRAW-1 leaving frees the place, and repeating it changes nothing', () => {
  const desk = one().comes('a', 'b').pays('a').does('a', leave, leave)
  expect(desk.logs.get('a')?.filter(({ type }) => type === 'Withdrawn')).toHaveLength(1)
  expect(desk.holders.player.size).toBe(0)
  expect(desk.passes(HOUR).stage('b')).toBe('offered')
  const lapsed = one().comes('c').passes(HOUR)
  expect(lapsed.ask('c', leave)?.code).toBe('DECIDED')
})

test.each([
  [0, 100],
  [10 * DAY - 1_001, 100],
  [10 * DAY, 50],
  [20 * DAY, 0],
])('WITHDRAW-2 leaving after %d ms gives %d per cent back', (ms, percent) => {
  const desk = one().comes('a').pays('a')
  desk.nowMs += ms
  expect(desk.does('a', leave).of('a').returned).toEqual([{ payment: 'pay-a', percent, why: 'left' }])
})

test('WITHDRAW-2 everything goes back to who is taken out, or was never in', () => {
  const taken = one().comes('a').pays('a')
  taken.nowMs += 25 * DAY
  taken.does('a', { type: 'Withdraw', by: 'boss', asOrganiser: true })
  expect(taken.of('a').returned).toEqual([{ payment: 'pay-a', percent: 100, why: 'taken-out' }])
  const never = new Desk(playersBy({ approval: true }, { refunds: [] })).comes('a').pays('a').does('a', leave)
  expect(never.of('a').returned).toMatchObject([{ percent: 100 }])
  const none = new Desk({ ...RULES, refunds: [] }).comes('a').pays('a').does('a', leave)
  expect(none.of('a').returned).toMatchObject([{ percent: 0 }])
  expect(START).toBeLessThan(none.nowMs)
})
