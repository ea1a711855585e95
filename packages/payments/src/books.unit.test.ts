import { expect, test } from 'vitest'
import { charge, DAY, HOUR, START, Till } from './given.ts'
import { ACCOUNTS, postings, statement, trialBalance } from './ledger.ts'
import { accepted, carriedOver, type Movement, movementsOf, reconcile } from './reconcile.ts'

const story = () => {
  const till = new Till().opens().learns({ charges: [charge('ch1', undefined, 1_480)] })
  till.nowMs += HOUR
  till.does({ type: 'Keep' })
  till.nowMs += DAY
  till.does({ type: 'Return', refund: 'r1', percent: 50 })
  return till.learns({ refunds: [{ id: 're1', charge: 'ch1', amount: 25_000, state: 'done', ours: 'r1' }] })
}

test('LEDGER-1 each movement is one entry that adds up to nothing, and counts once', () => {
  const { log } = story()
  const entries = postings('p1', log)
  expect(entries.map(({ id, words }) => [id, words])).toEqual([
    ['p1/4', 'Money came in'],
    ['p1/5', 'Fee of the provider'],
    ['p1/7', 'Kept'],
    ['p1/8', 'To be given back'],
    ['p1/9', 'Given back'],
  ])
  for (const { lines } of entries) expect(lines.reduce((sum, { amount }) => sum + amount, 0)).toBe(0)
  expect(trialBalance([...entries, ...entries])).toEqual(trialBalance(entries))
})

test('LEDGER-2, LEDGER-3 the accounts of a currency add up to nothing', () => {
  const balance = trialBalance(postings('p1', story().log)).INR
  expect(balance).toMatchObject({ stripe: 23_520, income: -25_000, fees: 1_480, received: 0, 'refunds-owed': 0 })
  expect(Object.keys(balance ?? {}).toSorted()).toEqual(ACCOUNTS.toSorted())
  expect(Object.values(balance ?? {}).reduce((sum, amount) => sum + amount, 0)).toBe(0)
})

test('LEDGER-4 a statement runs in order, with the balance after each row', () => {
  const entries = postings('p1', story().log).toReversed()
  const all = { account: 'stripe', currency: 'INR', fromMs: 0, toMs: START + 10 * DAY } as const
  expect(statement(entries, all).rows.map(({ amount, balance }) => [amount, balance])).toEqual([
    [50_000, 50_000],
    [-1_480, 48_520],
    [-25_000, 23_520],
  ])
  const later = statement(entries, { ...all, fromMs: START + DAY })
  expect([later.before, later.rows.map(({ balance }) => balance)]).toEqual([48_520, [23_520]])
  expect(statement(entries, { ...all, currency: 'EUR' })).toEqual({ before: 0, rows: [] })
  expect(statement(entries, { ...all, toMs: START }).rows).toEqual([])
})

const NOW = START + 10 * DAY
const span = { fromMs: START - DAY, nowMs: NOW }
const theirs = (id: string, more: Partial<Movement> = {}): Movement => ({
  id,
  kind: 'charge',
  money: { amount: 50_000, currency: 'INR' },
  atMs: START,
  state: 'done',
  payment: 'p1',
  ...more,
})
const refunded = theirs('re1', { kind: 'refund', money: { amount: 25_000, currency: 'INR' } })

test('RECON-1 charges and refunds are paired by Stripe’s id, each once', () => {
  const ours = movementsOf(story().payment)
  expect(ours.map(({ id, kind }) => [id, kind])).toEqual([
    ['ch1', 'charge'],
    ['re1', 'refund'],
  ])
  const twice = [theirs('ch1'), theirs('ch1'), refunded]
  expect(reconcile(ours, twice, span)).toEqual({ pairs: 2, found: [] })
  const cash = new Till().does({ type: 'MarkPaid', charge: 'c', how: 'cash', reference: 'R', by: 'b' })
  expect(movementsOf(cash.payment)).toEqual([])
})

test('RECON-2 each mismatch has a kind, an owner and a next step', () => {
  const ours = movementsOf(story().payment)
  const found = reconcile(
    ours,
    [
      theirs('ch1', { money: { amount: 49_000, currency: 'INR' } }),
      theirs('ch2'),
      theirs('ch3', { payment: null }),
      theirs('ch4', { state: 'failed' }),
    ],
    span,
  ).found
  expect(found.map(({ id, owner }) => [id, owner])).toEqual([
    ['amount:ch1', 'administrator'],
    ['not-with-us:ch2', 'machine'],
    ['nobodys:ch3', 'administrator'],
    ['not-with-them:re1', 'administrator'],
  ])
  for (const { step } of found) expect(step).toMatch(/^[A-Z].+\.$/)
  const failed = reconcile(ours, [theirs('ch1'), { ...refunded, state: 'failed' }], span).found
  expect(failed).toMatchObject([{ id: 'state:re1', owner: 'machine' }])
})

test('RECON-2 what is before the days that were listed is not missed', () => {
  expect(reconcile(movementsOf(story().payment), [], { fromMs: START + 5 * DAY, nowMs: NOW }).found).toEqual([])
})

test('RECON-3 what is younger than an hour waits', () => {
  const ours = movementsOf(story().payment)
  const young = { fromMs: START - DAY, nowMs: START + HOUR / 2 }
  expect(reconcile(ours, [theirs('ch9')], young).found).toEqual([])
})

test('RECON-4 a mismatch keeps its id and first time, is resolved when it is gone, and stays accepted', () => {
  const { found } = reconcile([], [theirs('ch1'), theirs('ch2', { payment: null })], span)
  const monday = carriedOver([], found, NOW)
  const noted = monday.map((one) => (one.kind === 'nobodys' ? accepted(one, 'boss', 'A test of ours.', NOW) : one))
  const tuesday = carriedOver(noted, found, NOW + DAY)
  expect(tuesday.map(({ id, sinceMs, state }) => [id, sinceMs, state.is])).toEqual([
    ['not-with-us:ch1', NOW, 'open'],
    ['nobodys:ch2', NOW, 'accepted'],
  ])
  const wednesday = carriedOver(tuesday, [], NOW + 2 * DAY)
  expect(wednesday.map(({ state }) => state.is)).toEqual(['resolved', 'accepted'])
  expect(carriedOver(wednesday, found, NOW + 3 * DAY).map(({ state }) => state.is)).toEqual(['open', 'accepted'])
})
