import type { PaymentRow, RegistrationEntry } from '@gavel/api'
import { describe, expect, it } from 'vitest'
import { depositsOf, filtered, filtersFrom, linesOf, searchFrom, sumsOf, wordsOf } from './rows.ts'

const INR = (amount: number) => ({ amount, currency: 'INR' })

const entry = (id: string, changed: Partial<RegistrationEntry> = {}): RegistrationEntry => ({
  ...{ id, kind: 'player', status: 'owing', reason: null, person: id, email: '', approved: true, dueAtMs: 9_000 },
  ...{ createdAtMs: 0, updatedAtMs: 0, born: null, age: null, category: null, answers: {}, place: null },
  ...{ fee: INR(500), seats: 1, paid: 0, unpaid: [{ seat: `${id}.s`, money: INR(500) }], entryId: id, group: null },
  details: {
    kind: 'player',
    name: id,
    country: 'India',
    role: 'Batter',
    base: 100,
    age: null,
    caps: null,
    photoUrl: null,
  },
  ...changed,
})

const team = (id: string, name: string, changed: Partial<RegistrationEntry> = {}) =>
  entry(id, { kind: 'owner', details: { kind: 'owner', team: name, short: 'BWH', colour: '#006b3c' }, ...changed })

const payment = (id: string, stage: PaymentRow['stage'], changed: Partial<PaymentRow> = {}): PaymentRow => ({
  ...{ id, registrationId: id.split('.')[0] ?? id, seat: id.split('.').slice(0, 2).join('.'), stage, stageWords: '' },
  ...{ payer: { userId: id, name: id.split('.')[0] ?? id }, purpose: 'fee', money: INR(500), kept: stage === 'paid' },
  ...{ source: null, reference: null, paidAtMs: null, returned: INR(0), refundable: INR(0), asks: [], next: [] },
  ...{ createdAtMs: 0, updatedAtMs: 0 },
  ...changed,
})

const settled: Partial<RegistrationEntry> = { paid: 1, unpaid: [], status: 'confirmed' }
const told = (lines: ReturnType<typeof linesOf>) => lines.map(({ id, name, stands }) => [id, name, stands])

describe('the lines of the desk', () => {
  it('KEEPER-1 who owes stands there without a payment, who has paid with it, and what waits for a person comes first', () => {
    const handBack = { what: 'hand-back', id: 'r', step: 'Hand this back.', money: INR(500) } as const
    const lines = linesOf(
      [entry('asha'), entry('ben', settled), entry('chen', settled), entry('dev', { status: 'waitlisted' })],
      [payment('ben.s.1', 'paid'), payment('chen.s.1', 'returned', { next: [handBack] })],
    )
    expect(told(lines)).toEqual([
      ['chen.s.1', 'chen', 'back'],
      ['asha.s', 'asha', 'owes'],
      ['ben.s.1', 'ben', 'paid'],
      ['dev.s', 'dev', 'later'],
    ])
    expect(lines[1]?.owed).toEqual({ registrationId: 'asha', seat: 'asha.s' })
    expect(lines[2]?.owed).toBeNull()
  })

  it('KEEPER-1 what was begun for a seat is its line, the last one of it, and money on its way needs no marking', () => {
    const lines = linesOf(
      [entry('asha'), entry('ben')],
      [payment('asha.s.1', 'cancelled'), payment('asha.s.2', 'failed'), payment('ben.s.1', 'processing')],
    )
    expect(told(lines)).toEqual([
      ['asha.s.2', 'asha', 'owes'],
      ['ben.s.1', 'ben', 'way'],
      ['asha.s.1', 'asha', 'over'],
    ])
    expect(lines.map(wordsOf)).toEqual(['Did not go through', 'On its way', 'Called off'])
  })

  it('KEEPER-1 a seat of a group stands once, by whoever has it, and each share of a team by itself', () => {
    const two = [INR(334), INR(333)].map((money, at) => ({ seat: `t.s${at}`, money }))
    const lines = linesOf(
      [
        entry('member', { group: 'captain', entryId: 'captain', unpaid: [{ seat: 'captain.s2', money: INR(500) }] }),
        entry('captain', { seats: 2, unpaid: [1, 2].map((n) => ({ seat: `captain.s${n}`, money: INR(500) })) }),
        team('t', 'Backwater Herons', { seats: 2, unpaid: two }),
      ],
      [],
    )
    expect(lines.map(({ id, name, detail, money }) => [id, name, detail, money.amount])).toEqual([
      ['captain.s1', 'captain', 'Group of 2', 500],
      ['captain.s2', 'member', 'Group of captain', 500],
      ['t.s0', 't', 'Backwater Herons', 334],
      ['t.s1', 't', 'Backwater Herons', 333],
    ])
    expect(lines[1]?.owed?.registrationId).toBe('captain')
  })

  it('KEEPER-1 who runs out of time first stands first, and nobody whose seat costs nothing stands there', () => {
    const lines = linesOf(
      [
        entry('late', { dueAtMs: 9_000 }),
        entry('soon', { dueAtMs: 1_000 }),
        entry('free', { unpaid: [{ seat: 'free.s', money: null }] }),
      ],
      [],
    )
    expect(lines.map(({ name }) => name)).toEqual(['soon', 'late'])
  })

  it('KEEPER-1 a page that closed with its place is called off', () => {
    expect(
      told(
        linesOf(
          [entry('asha', { status: 'lapsed', unpaid: [] })],
          [payment('asha.s.1', 'expired'), payment('asha.s.2', 'open')],
        ),
      ),
    ).toEqual([
      ['asha.s.1', 'asha', 'over'],
      ['asha.s.2', 'asha', 'over'],
    ])
  })

  it('KEEPER-1 is narrowed by state, purpose and words without accents, and its address shows the same again', () => {
    const lines = linesOf(
      [entry('Renée'), team('t', 'Backwater Herons', settled)],
      [payment('t.s.1', 'paid', { purpose: 'deposit', source: 'cash', reference: 'R-12' })],
    )
    const all = { q: '', stands: '', kind: '' }
    const found = (changed: Partial<typeof all>) => filtered(lines, { ...all, ...changed }).map(({ name }) => name)
    expect(found({ q: 'renee' })).toEqual(['Renée'])
    expect(found({ q: 'heron r-12' })).toEqual(['t'])
    expect(found({ stands: 'owes' })).toEqual(['Renée'])
    expect(found({ stands: 'asks' })).toEqual([])
    expect(found({ kind: 'deposit' })).toEqual(['t'])
    expect(lines.map(wordsOf)).toEqual(['Owes', 'Paid in cash'])
    const filters = { q: 'renée', stands: 'asks', kind: 'fee' }
    expect(filtersFrom(new URLSearchParams(searchFrom(filters)))).toEqual(filters)
    expect(filtersFrom(new URLSearchParams('stands=x&kind=y'))).toEqual(all)
    expect(searchFrom(all)).toBe('')
  })
})

describe('the totals of the desk', () => {
  const lines = linesOf(
    [entry('a'), entry('b'), entry('c', settled), team('d', 'Herons', settled)],
    [
      payment('b.s.1', 'processing'),
      payment('c.s.1', 'paid', { returned: INR(200), refundable: INR(300) }),
      payment('d.s.1', 'paid', { purpose: 'deposit', refundable: INR(500) }),
      payment('e.s.1', 'returned', { returned: INR(500) }),
      payment('f.s.1', 'paid', {
        purpose: 'deposit',
        money: { amount: 7, currency: 'USD' },
        refundable: { amount: 7, currency: 'USD' },
      }),
    ],
  )

  it('KEEPER-2 say by currency how much is owed, on its way, paid, and given back', () => {
    expect(sumsOf(lines).map(({ stands, count, money }) => [stands, count, money.amount, money.currency])).toEqual([
      ['owes', 1, 500, 'INR'],
      ['way', 1, 500, 'INR'],
      ['paid', 2, 1_000, 'INR'],
      ['paid', 1, 7, 'USD'],
      ['back', 2, 700, 'INR'],
    ])
  })

  it('KEEPER-2 deposits to give back are what is left of them', () => {
    expect(depositsOf(lines)).toEqual({ count: 2, money: [INR(500), { amount: 7, currency: 'USD' }] })
  })
})
