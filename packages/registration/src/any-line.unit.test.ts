// Properties of every event's entries, over random commands, late money and shells that die between two steps.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Command } from './commands.ts'
import { fold } from './evolve.ts'
import { applicant, DAY, Desk, HOUR, PLAYERS, playersBy } from './given.ts'
import { aheadOf, heldPlaces, lineOf, placeIds } from './places.ts'
import { refusalWords } from './refusals.ts'
import { isComplete, type Registration } from './registration.ts'
import { stageWords } from './saying.ts'

const IDS = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'] as const
/** Some enter as groups. */
const SEATS: Readonly<Record<string, number>> = { c: 2, g: 3 }
const CAPACITY = 3

const act = fc.record({
  kind: fc.constantFrom(
    'enter',
    'enter',
    'settle',
    'settle',
    'settle',
    'settle',
    'accept',
    'approve',
    'turnAway',
    'join',
    'leave',
    'giveUp',
    'withdraw',
    'expire',
    'pay',
    'pay',
    'payAgain',
    'slow',
    'slow',
    'failed',
    'failed',
    'sweep',
  ),
  id: fc.constantFrom(...IDS),
  n: fc.integer({ min: 0, max: 3 }),
  waitMs: fc.constantFrom(0, 0, 0, 0, 1, 1, 20 * 60_000, 20 * 60_000, HOUR, DAY),
  /** Where the shell dies: never, with the places taken, or with the changes stored. */
  dies: fc.constantFrom('never', 'never', 'never', 'taken', 'stored'),
})
type Of<T> = T extends fc.Arbitrary<infer V> ? V : never
type Act = Of<typeof act>

const night = fc.record({
  approval: fc.boolean(),
  fee: fc.boolean(),
  offers: fc.boolean(),
  groupEnd: fc.constantFrom('whole', 'each'),
  acts: fc.array(act, { minLength: 20, maxLength: 90 }),
})

function commandOf(desk: Desk, { kind, id, n }: Act, count: number): Command | null {
  const one = desk.registrations.get(id)
  switch (kind) {
    case 'enter': {
      const seats = SEATS[id] ?? 1
      return { type: 'Enter', id, kind: 'player', team: null, seats, captain: applicant(`p-${id}`) }
    }
    case 'settle':
      return { type: 'Settle' }
    case 'accept':
      return { type: 'Accept' }
    case 'approve':
      return { type: 'Approve', by: 'boss' }
    case 'turnAway':
      return { type: 'TurnAway', by: 'boss', why: 'Because.' }
    case 'join':
      return { type: 'TakeSeat', seat: null, applicant: applicant(`m${n}`) }
    case 'leave':
      return { type: 'LeaveSeat', person: `m${n}`, by: 'x', asOrganiser: n === 0 }
    case 'giveUp':
      return { type: 'GiveUpSeats', seats: one?.seats[n] ? [one.seats[n].id] : [] }
    case 'withdraw':
      return { type: 'Withdraw', by: 'x', asOrganiser: n === 0 }
    case 'expire':
      return { type: 'Expire' }
    case 'pay':
      return { type: 'HearPaid', seat: `${id}.1.${n + 1}`, payment: `new-${count}` }
    case 'payAgain':
      return { type: 'HearPaid', seat: one?.seats[n]?.id ?? 'none', payment: `of-${id}-${n}` }
    case 'slow':
      return { type: 'HearSlow', payment: `of-${id}-${n % 2}` }
    case 'failed':
      return { type: 'HearFailed', payment: `of-${id}-${n % 2}` }
    case 'sweep':
      return null
    default:
      return kind satisfies never
  }
}

function rulesOf({ approval, fee, offers, groupEnd }: Of<typeof night>) {
  return playersBy({ approval, fee: fee ? PLAYERS.fee : null }, { groupEnd, offerMs: offers ? 2 * HOUR : null })
}

/** Plays a night; `look` sees the desk before and after each act. */
function play(
  given: Of<typeof night>,
  look: (desk: Desk, before: ReadonlyMap<string, Registration>, heard: Set<string>) => void,
) {
  const desk = new Desk(rulesOf(given), { player: CAPACITY })
  const heard = new Set<string>()
  for (const id of IDS) desk.enter(id, { seats: SEATS[id] ?? 1 })
  given.acts.forEach((one, count) => {
    const before = new Map(desk.registrations)
    desk.nowMs += one.waitMs
    const command = commandOf(desk, one, count)
    if (command === null) {
      for (const id of desk.registrations.keys()) desk.giveBack(id)
    } else {
      const held = desk.take(one.id, command)
      const refusal = one.dies === 'taken' ? null : desk.decide(one.id, command, held)
      if (refusal) expect(refusalWords(refusal, 'UTC')).toMatch(/^[A-Z][^{}?]+\.$/)
      if (command.type === 'HearPaid' && !refusal && one.dies !== 'taken') heard.add(`${one.id} ${command.payment}`)
      if (one.dies === 'never') desk.giveBack(one.id)
    }
    look(desk, before, heard)
  })
  return desk
}

const every = (look: Parameters<typeof play>[1]) =>
  fc.assert(
    fc.property(night, (given) => void play(given, look)),
    { numRuns: 300 },
  )

test('CAPACITY-1 places held by right never exceed the places, and each is one that was taken', () => {
  every((desk) => {
    const right = [...desk.registrations.values()].flatMap(heldPlaces)
    expect(new Set(right).size).toBe(right.length)
    expect(right.length).toBeLessThanOrEqual(CAPACITY)
    expect(desk.holders.player.size).toBeLessThanOrEqual(CAPACITY)
    for (const place of right) expect(desk.holders.player.has(place)).toBe(true)
  })
})

test('FEE-1 nothing is confirmed that is not complete', () => {
  every((desk) => {
    for (const one of desk.registrations.values()) if (one.stage.is === 'confirmed') expect(isComplete(one)).toBe(true)
  })
})

test('FEE-4 every payment that was told of is kept for one seat, or has gone back once', () => {
  every((desk, _, heard) => {
    const placed = [...desk.registrations.values()].flatMap(({ id, seats, returned }) => [
      ...seats.flatMap(({ payment }) => (payment === null ? [] : `${id} ${payment}`)),
      ...returned.map(({ payment }) => `${id} ${payment}`),
    ])
    expect(placed.toSorted()).toEqual([...heard].toSorted())
  })
})

test('FEE-4 money is kept by those alone who stand, and holds a place', () => {
  every((desk) => {
    for (const one of desk.registrations.values())
      if (one.seats.some(({ payment }) => payment !== null)) expect(heldPlaces(one)).not.toEqual([])
  })
})

test('LINE-2 whoever comes to a place had nobody ahead in the line', () => {
  every((desk, before) => {
    const line = lineOf(before.values(), 'player')
    for (const one of desk.registrations.values()) {
      const was = before.get(one.id)
      if (was && heldPlaces(was).length === 0 && heldPlaces(one).length > 0) expect(aheadOf(one, line)).toBe(0)
    }
  })
})

test('GROUP-1 a group holds all of its places or none', () => {
  every((desk) => {
    for (const one of desk.registrations.values()) {
      const held = heldPlaces(one)
      expect([0, one.seats.length]).toContain(held.length)
      if (one.stage.is !== 'confirmed') continue
      expect(held).toEqual(placeIds(one))
    }
  })
})

test('ENTER-4 the stored registration is the fold of its log', () => {
  fc.assert(
    fc.property(night, (given) => {
      const desk = play(given, () => {})
      for (const [id, log] of desk.logs) if (log.length > 0) expect(fold(log)).toEqual(desk.of(id))
    }),
  )
})

test('TOLD-3 everybody is always told how they stand', () => {
  every((desk) => {
    for (const one of desk.registrations.values())
      expect(stageWords(one, desk.context(one.id))).toMatch(/^[A-Z].{9,}\.$/)
  })
})

test('CAPACITY-1, LINE-1 when the dust settles, no place is idle while the first in line fits it', () => {
  fc.assert(
    fc.property(night, (given) => {
      const desk = play(given, () => {})
      for (const id of desk.registrations.keys()) desk.giveBack(id)
      desk.settleAll()
      const [first] = lineOf(desk.registrations.values(), 'player')
      if (!first || desk.nowMs >= desk.rules.offersUntilMs) return
      expect(desk.holders.player.size + first.seats.length).toBeGreaterThan(CAPACITY)
    }),
    { numRuns: 300 },
  )
})

test('CAPACITY-1 five hundred people enter for a hundred places: a hundred hold one, the others wait in order', () => {
  const desk = new Desk(playersBy({ fee: null }), { player: 100 })
  const ids = Array.from({ length: 500 }, (_, n) => `r${String(n).padStart(3, '0')}`)
  for (const id of ids) desk.enter(id)
  for (const id of ids) desk.does(id, { type: 'Settle' })
  expect(ids.filter((id) => desk.stage(id) === 'confirmed')).toEqual(ids.slice(0, 100))
  expect(lineOf(desk.registrations.values(), 'player').map(({ id }) => id)).toEqual(ids.slice(100))
  expect(stageWords(desk.of('r499'), desk.context('r499'))).toContain('number 400 in line')
})

test('the nights above come to every kind of change', () => {
  const seen = new Map<string, number>()
  const nights = fc.sample(night, { numRuns: 400, seed: 8 })
  for (const given of nights)
    for (const log of play(given, () => {}).logs.values())
      for (const { type } of log) seen.set(type, (seen.get(type) ?? 0) + 1)
  const types = ['Entered', 'PutInLine', 'Offered', 'OfferAccepted', 'ApprovalAsked', 'Approved', 'PaymentAsked']
  const slow = ['SlowPaymentBegan', 'SlowPaymentFailed']
  const seats = ['SeatTaken', 'SeatLeft', 'SeatsGone', 'SeatPaid', 'PaymentReturned']
  const ends = ['Confirmed', 'Refused', 'Withdrawn', 'Lapsed']
  expect([...seen.keys()].toSorted()).toEqual([...types, ...slow, ...seats, ...ends].toSorted())
})
