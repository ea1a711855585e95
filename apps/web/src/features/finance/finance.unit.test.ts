import type { MoneyDay } from '@gavel/api'
import { trialBalance } from '@gavel/payments'
import { describe, expect, it } from 'vitest'
import { booksOf, signOf } from './books.ts'
import { barsOf, barWords, currenciesOf, totalOf } from './days.ts'
import { lastOf, periodOf, periodSpan } from './period.ts'
import { daysAsked, spanOf } from './spans.ts'

const DAY_MS = 86_400_000
const day = (at: string, currency: string, cameIn: number, gaveBack = 0): MoneyDay => ({
  ...{ day: at, currency, cameIn, kept: cameIn, gaveBack, fees: 1 },
})

describe('the books in words', () => {
  const entries = [
    { debit: 'stripe', credit: 'received', amount: 1_000 },
    { debit: 'fees', credit: 'stripe', amount: 30 },
    { debit: 'received', credit: 'income', amount: 600 },
    { debit: 'cash', credit: 'deposits', amount: 500 },
    { debit: 'deposits', credit: 'refunds-owed', amount: 200 },
  ] as const
  const balance = trialBalance(
    entries.map(({ debit, credit, amount }, at) => ({
      ...{ id: String(at), atMs: at, payment: 'p', currency: 'INR', words: '' },
      lines: [
        { account: debit, amount },
        { account: credit, amount: -amount },
      ],
    })),
  )

  it('FINANCE-1 what is others’ and what is one’s own add up to what there is; costs stand below nothing', () => {
    const [books] = booksOf(balance)
    expect(books?.groups.map(({ id, total }) => [id, total.amount])).toEqual([
      ['there', 1_470],
      ['owed', 900],
      ['own', 570],
    ])
    expect(books?.apart.amount).toBe(0)
    const own = books?.groups[2]?.lines.map(({ account, money }) => [account, money.amount])
    expect(own).toEqual([
      ['income', 600],
      ['fees', -30],
      ['disputes-lost', 0],
    ])
  })

  it('FINANCE-1 books that do not add up say by how much, each currency for itself', () => {
    const wrong: typeof balance = balance.INR ? { ...balance, AUD: { ...balance.INR, stripe: 7 } } : {}
    expect(booksOf(wrong).map(({ currency, apart }) => [currency, apart.amount])).toEqual([
      ['AUD', 7 - 970],
      ['INR', 0],
    ])
  })

  it('FINANCE-1 an account grows by what people call more of it', () => {
    expect([signOf('cash'), signOf('fees'), signOf('income'), signOf('deposits')]).toEqual([1, 1, -1, -1])
  })
})

describe('money day by day', () => {
  const days = [day('2026-11-18', 'INR', 500), day('2026-11-20', 'INR', 300, 100), day('2026-11-20', 'USD', 9)]
  const toMs = Date.UTC(2026, 10, 21, 9)

  it('FINANCE-2 days without a movement are there too, from the first one on where no beginning is asked for', () => {
    const bars = barsOf(days, 'INR', { fromMs: 0, toMs })
    expect(bars.map(({ from, cameIn, gaveBack }) => [from, cameIn, gaveBack])).toEqual([
      ['2026-11-18', 500, 0],
      ['2026-11-19', 0, 0],
      ['2026-11-20', 300, 100],
      ['2026-11-21', 0, 0],
    ])
    expect(barsOf(days, 'INR', { fromMs: Date.UTC(2026, 10, 17, 5), toMs })).toHaveLength(5)
    expect(totalOf(bars)).toEqual({ cameIn: 800, kept: 800, gaveBack: 100, fees: 2 })
  })

  it('FINANCE-2 a long time is drawn by weeks that begin on Mondays, and loses nothing', () => {
    const bars = barsOf(days, 'INR', { fromMs: toMs - 90 * DAY_MS, toMs })
    expect(bars.every(({ from }) => new Date(from).getUTCDay() === 1)).toBe(true)
    expect(totalOf(bars).cameIn).toBe(800)
    expect(bars.at(-1)).toMatchObject({ from: '2026-11-16', week: true, cameIn: 800 })
    expect(bars.map(barWords).at(-1)).toBe('Week of 16 Nov')
  })

  it('FINANCE-2 each currency is drawn for itself, the busiest first; nothing where none moved', () => {
    expect(currenciesOf(days)).toEqual(['INR', 'USD'])
    expect(barsOf(days, 'EUR', { fromMs: 0, toMs })).toEqual([])
    expect(barsOf([], 'INR', { fromMs: toMs - DAY_MS, toMs })).toHaveLength(2)
  })
})

describe('the time that is looked at', () => {
  it('FINANCE-3 a statement covers whole days of the viewer, the last one too', () => {
    const span = periodSpan({ from: '2026-11-20', to: '2026-11-20' }, 'Asia/Kolkata')
    expect(span).toEqual({ fromMs: Date.UTC(2026, 10, 19, 18, 30), toMs: Date.UTC(2026, 10, 20, 18, 30) })
    expect(periodOf(Date.UTC(2026, 10, 20, 20), 'Asia/Kolkata')).toEqual({ from: '2026-10-22', to: '2026-11-21' })
  })

  it('FINANCE-3 what is no day, or ends before it begins, is no time', () => {
    expect(periodSpan({ from: '', to: '2026-11-20' }, 'UTC')).toBeNull()
    expect(periodSpan({ from: '2026-11-20', to: '' }, 'UTC')).toBeNull()
    expect(periodSpan({ from: '2026-11-21', to: '2026-11-20' }, 'UTC')).toBeNull()
  })

  it('FINANCE-3 a long statement shows its last rows, with what the account stood at before them', () => {
    const rows = [1, 2, 3].map((n) => ({ id: `${n}`, atMs: n, payment: 'p', words: '', amount: 1, balance: 10 + n }))
    expect(lastOf({ before: 10, rows }, 2)).toEqual({ before: 11, rows: rows.slice(1), left: 1 })
    expect(lastOf({ before: 10, rows }, 3)).toEqual({ before: 10, rows, left: 0 })
  })

  it('FINANCE-3 an address asks for one of the spans; anything else is a month', () => {
    expect([daysAsked('7'), daysAsked('365'), daysAsked('8'), daysAsked(undefined)]).toEqual([7, 365, 30, 30])
    const nowMs = Date.UTC(2026, 10, 20, 9)
    expect(spanOf(7, nowMs)).toEqual({ fromMs: Date.UTC(2026, 10, 14), toMs: nowMs })
  })
})
