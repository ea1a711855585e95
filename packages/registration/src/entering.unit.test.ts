import { expect, test } from 'vitest'
import { fold } from './evolve.ts'
import { applicant, DAY, Desk, FREE, HOUR, playersBy, RULES, START } from './given.ts'
import { freeAgents, owingUntilMs } from './registration.ts'

test('ENTER-1 an entry is stored with the fee of its day before anything is decided', () => {
  const desk = new Desk()
  desk.enter('a')
  expect(desk.of('a')).toMatchObject({ stage: { is: 'submitted' }, fee: { amount: 50_000 }, enteredAtMs: START })
  expect(desk.holders.player.size).toBe(0)
  desk.rules = playersBy({ fee: { amount: 90_000, currency: 'INR' } })
  desk.does('a', { type: 'Settle' })
  expect(desk.of('a').fee?.amount).toBe(50_000)
})

test('ENTER-2 sending it again changes nothing while it stands; later it is a new entry with a new number', () => {
  const desk = new Desk().comes('a')
  expect(desk.enter('a')).toBeNull()
  expect(desk.of('a')).toMatchObject({ entry: 1, stage: { is: 'owing' } })
  desk.passes(HOUR)
  expect(desk.stage('a')).toBe('lapsed')
  desk.comes('a')
  expect(desk.of('a')).toMatchObject({ entry: 2, enteredAtMs: START + HOUR + 1_000, stage: { is: 'owing' } })
})

test('ENTER-2 money for the earlier entry does not pay for the new one', () => {
  const desk = new Desk().comes('a')
  const seat = desk.of('a').seats[0]?.id ?? ''
  desk.does('a', { type: 'Withdraw', by: 'p-a', asOrganiser: false }).comes('a')
  desk.does('a', { type: 'HearPaid', seat, payment: 'old' })
  expect(desk.of('a')).toMatchObject({ stage: { is: 'owing' }, returned: [{ payment: 'old', percent: 100 }] })
  desk.pays('a').does('a', { type: 'Withdraw', by: 'p-a', asOrganiser: false }).comes('a')
  expect(desk.of('a').returned.map(({ payment }) => payment)).toEqual(['old', 'pay-a'])
})

test('ENTER-3 settling asks for approval, then for the money, then confirms, and may be repeated', () => {
  const desk = new Desk(playersBy({ approval: true }))
  desk.comes('a').settleAll()
  expect(desk.stage('a')).toBe('awaiting')
  desk.does('a', { type: 'Approve', by: 'boss' }).settleAll()
  expect(desk.of('a')).toMatchObject({ stage: { is: 'owing' }, approvedBy: 'boss' })
  desk.pays('a').settleAll()
  expect(desk.stage('a')).toBe('confirmed')
  expect(desk.logs.get('a')?.map(({ type }) => type)).toEqual([
    'Entered',
    'ApprovalAsked',
    'Approved',
    'PaymentAsked',
    'SeatPaid',
    'Confirmed',
  ])
})

test('ENTER-4 the log gives the registration again, from anywhere on, and a gap is a bug', () => {
  const desk = new Desk().comes('a').pays('a')
  desk.does('a', { type: 'Withdraw', by: 'p-a', asOrganiser: false })
  const log = desk.logs.get('a') ?? []
  for (let n = 0; n <= log.length; n += 1) expect(fold(log.slice(n), fold(log.slice(0, n)))).toEqual(desk.of('a'))
  expect(() => fold(log.slice(1))).toThrow('does not follow')
})

test('WINDOW-1 before the opening and from the closing on the refusal names the time', () => {
  const desk = new Desk()
  desk.nowMs = START - 1
  expect(desk.enter('a')).toEqual({ code: 'NOT_OPEN', detail: { opensAtMs: START } })
  desk.nowMs = START + 30 * DAY
  expect(desk.enter('a')).toEqual({ code: 'CLOSED', detail: { closesAtMs: START + 30 * DAY } })
  desk.nowMs -= 1
  expect(desk.enter('a')).toBeNull()
})

test('WINDOW-2 a kind that the event does not take is not entered', () => {
  const desk = new Desk({ ...RULES, kinds: { player: FREE } })
  expect(desk.enter('t', { kind: 'owner' })?.code).toBe('NOT_OFFERED')
})

test('FEE-1 without a fee nobody is asked for money; with one nobody is in before it is paid', () => {
  const free = new Desk(playersBy({ fee: null })).comes('a')
  expect(free.stage('a')).toBe('confirmed')
  free.does('a', { type: 'HearPaid', seat: 'a.1.1', payment: 'gift' })
  expect(free.of('a').returned).toEqual([{ payment: 'gift', percent: 100, why: 'not-asked' }])
  const desk = new Desk().comes('a')
  desk.does('a', { type: 'Approve', by: 'boss' }).settleAll()
  expect(desk.stage('a')).toBe('owing')
  expect(desk.pays('a').stage('a')).toBe('confirmed')
})

test('FEE-2 a hold ends at its time and not before, and the place passes on', () => {
  const desk = new Desk(RULES, { player: 1 }).comes('a', 'b')
  desk.nowMs = START + HOUR - 1
  expect(desk.ask('a', { type: 'Expire' })).toEqual({ code: 'TOO_EARLY', detail: { untilMs: START + HOUR } })
  desk.passes(1)
  expect([desk.stage('a'), desk.stage('b')]).toEqual(['lapsed', 'offered'])
  desk.does('a', { type: 'Expire' })
  expect(desk.stage('a')).toBe('lapsed')
})

test('FEE-3 a slow payment holds the place longer, once, and its failure leaves time to pay in another way', () => {
  const desk = new Desk().comes('a')
  const until = () => {
    const { stage } = desk.of('a')
    return stage.is === 'owing' ? owingUntilMs(stage) : null
  }
  const slow = { type: 'HearSlow', payment: 'bank' } as const
  desk.nowMs = START + 1_000
  desk.does('a', slow)
  expect(until()).toBe(START + 1_000 + 5 * DAY)
  desk.nowMs += DAY
  desk.does('a', slow)
  expect(until()).toBe(START + 1_000 + 5 * DAY)
  desk.does('a', { type: 'HearFailed', payment: 'bank' }, { type: 'HearFailed', payment: 'other' })
  expect(until()).toBe(START + 1_000 + DAY + HOUR)
  desk.does('a', slow)
  expect(until()).toBe(START + 1_000 + DAY + HOUR)
})

test('FEE-3 the failure of one slow payment does not end another', () => {
  const desk = new Desk().comes('a')
  desk.does('a', { type: 'HearSlow', payment: 'one' })
  desk.nowMs += DAY
  desk.does('a', { type: 'HearSlow', payment: 'two' }, { type: 'HearFailed', payment: 'one' })
  const { stage } = desk.of('a')
  expect(stage.is === 'owing' && owingUntilMs(stage)).toBe(desk.nowMs + 5 * DAY)
})

test('FEE-3 a failure just before the end gives no more time than the payment had', () => {
  const desk = new Desk().comes('a').does('a', { type: 'HearSlow', payment: 'bank' })
  const { nowMs } = desk
  desk.nowMs += 5 * DAY - 60_000
  desk.does('a', { type: 'HearFailed', payment: 'bank' })
  expect(desk.of('a').stage).toMatchObject({ untilMs: nowMs + 5 * DAY })
})

test('FEE-4 a payment counts once, however often it is told, and a second one goes back', () => {
  const desk = new Desk().comes('a').pays('a').pays('a')
  desk.pays('a', 'again').pays('a', 'again')
  const { seats, returned } = desk.of('a')
  expect(seats[0]?.payment).toBe('pay-a')
  expect(returned).toEqual([{ payment: 'again', percent: 100, why: 'second' }])
})

test('AGENT-1 confirmed players without a team go to the pool', () => {
  const desk = new Desk(RULES, { player: 4 }).comes('a', 'b').pays('a')
  desk.enter('c', { team: 'Lions' })
  desk.does('c', { type: 'Settle' }).pays('c')
  desk.enter('t', { kind: 'owner' })
  desk.does('t', { type: 'Settle' }).pays('t')
  expect(['a', 'c', 't'].map((id) => desk.stage(id))).toEqual(['confirmed', 'confirmed', 'confirmed'])
  expect(['a', 'b', 'c', 't'].map((id) => freeAgents(desk.of(id)))).toEqual([['p-a'], [], [], []])
})

test('CAPACITY-2 places of players and of teams are counted apart, and a shared team is one', () => {
  const desk = new Desk(RULES, { player: 1, owner: 1 }).comes('a')
  desk.enter('t', { kind: 'owner', seats: 4 })
  desk.does('t', { type: 'Settle' })
  expect([desk.stage('a'), desk.stage('t')]).toEqual(['owing', 'owing'])
  expect(desk.holders).toEqual({ player: new Set(['a']), owner: new Set(['t']) })
})

test('ADMIT-1 approval can come ahead of the place, and is not asked again', () => {
  const desk = new Desk(playersBy({ approval: true }, { offerMs: null }), { player: 1 }).comes('a', 'b')
  expect([desk.stage('a'), desk.stage('b')]).toEqual(['awaiting', 'waiting'])
  desk.does('b', { type: 'Approve', by: 'boss' }, { type: 'Approve', by: 'other' })
  desk.does('a', { type: 'TurnAway', by: 'boss', why: 'No whites.' }).settleAll()
  expect(desk.of('b')).toMatchObject({ stage: { is: 'owing' }, approvedBy: 'boss' })
})

test('ADMIT-2 who is turned away is told why and gets everything back', () => {
  const desk = new Desk(playersBy({ approval: true })).comes('a').pays('a')
  expect(desk.stage('a')).toBe('awaiting')
  expect(desk.ask('a', { type: 'TurnAway', by: 'boss', why: ' ' })?.code).toBe('NO_REASON')
  desk.does('a', { type: 'TurnAway', by: 'boss', why: 'The squad is for women. ' })
  expect(desk.of('a')).toMatchObject({
    stage: { is: 'refused', why: 'The squad is for women.' },
    returned: [{ payment: 'pay-a', percent: 100, why: 'turned-away' }],
  })
  expect(desk.holders.player.size).toBe(0)
  expect(desk.ask('a', { type: 'Approve', by: 'boss' })?.code).toBe('DECIDED')
  const paid = new Desk().comes('b').pays('b')
  expect(paid.ask('b', { type: 'TurnAway', by: 'boss', why: 'Late.' })?.code).toBe('DECIDED')
})

test('ADMIT-3 who awaits approval goes on where the event asks no longer', () => {
  const desk = new Desk(playersBy({ approval: true, fee: null })).comes('a')
  desk.rules = playersBy({ fee: null })
  expect(desk.settleAll().stage('a')).toBe('confirmed')
})

test('a command for nobody is refused', () => {
  expect(new Desk().ask('nobody', { type: 'Settle' })?.code).toBe('NO_ENTRY')
  expect(new Desk().ask('x', { type: 'TakeSeat', seat: null, applicant: applicant('p') })?.code).toBe('NO_ENTRY')
})
