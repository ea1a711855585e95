import type { MyRegistration } from '@gavel/api'
import { expect, test } from 'vitest'
import { draftKey, storedDraft, withDraft } from './draft.ts'
import { seatPrice } from './price.ts'
import { placesWords, promiseWords, wouldWait } from './promise.ts'
import { badgeWords, givesBackWords, isStanding, lookAgainMs, type MySeat, payableSeats, STATUS } from './standing.ts'

const money = (amount: number) => ({ amount, currency: 'INR' })
const seat = (change: Partial<MySeat>): MySeat => ({
  ...{ id: 's1', open: false, name: 'Asha Rao', you: true, paid: false, money: money(50_000), moneyWords: '₹500' },
  ...change,
})
type Status = MyRegistration['status']

test('STANDING-1 who waits is told the number in line, everybody else the state', () => {
  expect(badgeWords({ status: 'waitlisted', place: 7 })).toBe('Waiting list, place 7')
  expect(badgeWords({ status: 'waitlisted', place: null })).toBe('Waiting list')
  expect(badgeWords({ status: 'confirmed', place: null })).toBe('Confirmed')
})

test('STANDING-1 what may change by itself is looked at again, what stands is not', () => {
  const statuses = Object.keys(STATUS) as Status[]
  const settled = statuses.filter((status) => lookAgainMs([status]) === null)
  expect(settled).toEqual(['confirmed', 'rejected', 'withdrawn', 'lapsed'])
  expect(settled.filter(isStanding)).toEqual(['confirmed'])
  expect(lookAgainMs(['confirmed', 'waitlisted', 'owing'])).toBe(lookAgainMs(['owing']))
  expect(lookAgainMs([])).toBeNull()
})

test('STANDING-2 one pays for the own seat, and of a team for a share that nobody has', () => {
  const mine = seat({})
  const theirs = seat({ id: 's2', you: false })
  const open = [seat({ id: 's3', open: true, you: false }), seat({ id: 's4', open: true, you: false })]
  const payable = (status: Status, kind: 'player' | 'owner', seats: MySeat[]) =>
    payableSeats({ status, kind, seats }).map(({ id }) => id)
  expect(payable('owing', 'player', [mine, theirs, ...open])).toEqual(['s1'])
  expect(payable('owing', 'player', [{ ...mine, paid: true }, ...open])).toEqual([])
  expect(payable('owing', 'owner', [{ ...mine, paid: true }, theirs, ...open])).toEqual(['s3'])
  expect(payable('confirmed', 'player', [mine])).toEqual([])
  expect(payable('owing', 'player', [seat({ money: null })])).toEqual([])
})

test('STANDING-3 what leaving gives back is said before: per cent and amount, of everybody where the captain leaves', () => {
  const paid = seat({ paid: true })
  const other = seat({ id: 's2', you: false, paid: true })
  const back = (seats: MySeat[], leavingGivesBack: number, captain = true) =>
    givesBackWords({ seats, leavingGivesBack, captain })
  expect(back([seat({})], 100)).toBeNull()
  expect(back([seat({ paid: true, money: null })], 100)).toBeNull()
  expect(back([paid], 50)).toBe('You get back 50 %: ₹250 of ₹500.')
  expect(back([paid], 0)).toBe('Nothing of the ₹500 that was paid is given back.')
  expect(back([paid, other], 50)).toBe('50 % of what was paid is given back, to each who paid: ₹500 of ₹1,000.')
  expect(back([paid, other], 50, false)).toBe('You get back 50 %: ₹250 of ₹500.')
})

const TERMS = {
  ...{ kind: 'player' as const, opensAtMs: null, closesAtMs: null, ages: { min: null, max: null }, categories: [] },
  ...{ questions: [], seats: 4, closed: null, fee: money(50_000), feeWords: '₹500', shares: [], approval: false },
  ...{ places: 100, taken: 98, waiting: 0 },
}
const HOLD = { payMs: 30 * 60_000, offerMs: null }

test('STANDING-4 places that are left are said, and whether who enters now would wait', () => {
  expect(placesWords(TERMS)).toBe('2 of 100 player places open')
  expect(placesWords({ ...TERMS, taken: 100, waiting: 7 })).toBe('All 100 player places taken, 7 waiting')
  expect(placesWords({ ...TERMS, kind: 'owner', places: 0 })).toBe('No team places')
  expect([1, 2, 3].map((seats) => wouldWait(TERMS, seats))).toEqual([false, false, true])
  expect(wouldWait({ ...TERMS, kind: 'owner', taken: 99 }, 4)).toBe(false)
  expect(wouldWait({ ...TERMS, waiting: 1 }, 1)).toBe(true)
})

test('STANDING-4 what is promised is what will happen: a hold with its time, a wait, or a place at once', () => {
  expect(promiseWords(TERMS, HOLD, 1)).toBe('You hold a place for 30 minutes to pay. Nothing is charged before.')
  expect(promiseWords(TERMS, HOLD, 2)).toContain('You hold 2 places for 30 minutes')
  expect(promiseWords(TERMS, HOLD, 3)).toContain('Fewer than 3 places are free.')
  expect(promiseWords({ ...TERMS, taken: 100 }, { ...HOLD, offerMs: 7_200_000 }, 1)).toContain('stands for 2 hours')
  expect(promiseWords({ ...TERMS, approval: true }, HOLD, 1)).toContain('lets each in')
  expect(promiseWords({ ...TERMS, fee: null }, HOLD, 1)).toContain('as soon as this is sent')
  expect(promiseWords({ ...TERMS, kind: 'owner', fee: null }, HOLD, 1)).toContain('paddle')
})

test('ASKED-3 a seat that somebody else passes on says what it costs', () => {
  const team = { kind: 'owner' as const, fee: money(100), shares: [[money(100)], [money(51), money(49)]] }
  expect(seatPrice(team, [{ open: false }, { open: true }])).toBe('₹0.49')
  expect(seatPrice({ ...TERMS }, [{ open: false }, { open: true }])).toBe('₹500')
  expect(seatPrice({ ...TERMS, fee: null }, [{ open: true }])).toBe('Free')
})

test('ASKED-4 what was typed comes back for the same person, event and form, as far as the form still asks it', () => {
  const form = { name: '', seats: '1', answers: { shirt: '', phone: '' } }
  const typed = { name: 'Asha', seats: 3, gone: 'x', answers: { shirt: 'M', old: 'y', phone: null } }
  expect(withDraft(form, typed)).toEqual({ name: 'Asha', seats: '1', answers: { shirt: 'M', phone: '' } })
  expect(withDraft(form, { answers: 'nonsense' })).toEqual(form)
  expect(new Set([draftKey('a', 'x', 'player'), draftKey('b', 'x', 'player'), draftKey('a', 'x', 'owner')]).size).toBe(
    3,
  )
})

test('ASKED-4 a draft that cannot be read, or is a month old, is none', () => {
  const draft = JSON.stringify({ keptAtMs: 1_000, typed: { name: 'Asha' } })
  expect(storedDraft(draft, 2_000)?.typed).toEqual({ name: 'Asha' })
  expect(storedDraft(draft, 31 * 24 * 60 * 60_000)).toBeNull()
  expect([null, '', '{', '[]', '{"typed":1}'].map((text) => storedDraft(text, 0))).toEqual([
    null,
    null,
    null,
    null,
    null,
  ])
})
