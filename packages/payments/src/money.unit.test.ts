import { currencyDigits, formatMoneyExact } from '@gavel/auction'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { amountTyped, decimalsOf, moneyWords, partOf, sharesOf, stepOf } from './money.ts'
import { attemptEndsAtMs, chargeRefusal, fromStripe, toStripe } from './stripe-money.ts'

const CURRENCIES = ['INR', 'EUR', 'JPY', 'KWD', 'MGA', 'ISK', 'UGX', 'HUF', 'PKR', 'IDR']
const money = fc.record({ amount: fc.integer({ min: 1, max: 999_999 }), currency: fc.constantFrom(...CURRENCIES) })

test.each([
  ['JPY', 0],
  ['ISK', 0],
  ['UGX', 0],
  ['INR', 2],
  ['HUF', 2],
  ['PKR', 2],
  ['MGA', 2],
  ['KWD', 3],
  ['TND', 3],
])('MONEY-1 %s has %d decimals, whatever the runtime says', (currency, digits) => {
  expect(decimalsOf(currency)).toBe(digits)
})

test.each([
  [
    { amount: 50_000, currency: 'INR' },
    { amount: 50_000, currency: 'inr' },
  ],
  [
    { amount: 500, currency: 'JPY' },
    { amount: 500, currency: 'jpy' },
  ],
  [
    { amount: 5_120, currency: 'KWD' },
    { amount: 5_120, currency: 'kwd' },
  ],
  [
    { amount: 500_000, currency: 'MGA' },
    { amount: 5_000, currency: 'mga' },
  ],
  [
    { amount: 5, currency: 'ISK' },
    { amount: 500, currency: 'isk' },
  ],
  [
    { amount: 5_000, currency: 'UGX' },
    { amount: 500_000, currency: 'ugx' },
  ],
])('MONEY-2 %j is %j at Stripe', (ours, theirs) => {
  expect(toStripe(ours)).toEqual(theirs)
  expect(fromStripe(theirs.amount, theirs.currency)).toEqual(ours)
})

test('MONEY-2 what can be charged comes back as it was', () => {
  fc.assert(
    fc.property(money, (sum) => {
      if (chargeRefusal(sum)) return
      const { amount, currency } = toStripe(sum)
      expect(fromStripe(amount, currency)).toEqual(sum)
    }),
  )
  expect(() => fromStripe(50, 'isk')).toThrow('no amount of ours')
  expect(() => toStripe({ amount: 50, currency: 'MGA' })).toThrow('cannot be said')
})

test.each([
  [29, 'GBP', 'TOO_SMALL'],
  [30, 'GBP', undefined],
  [49, 'JPY', 'TOO_SMALL'],
  [5_124, 'KWD', 'UNEVEN'],
  [5_120, 'KWD', undefined],
  [150, 'MGA', 'UNEVEN'],
  [99_999_999, 'INR', undefined],
  [100_000_000, 'INR', 'TOO_LARGE'],
  [1_000_000, 'UGX', 'TOO_LARGE'],
  [0, 'INR', 'NOT_WHOLE'],
  [0.5, 'INR', 'NOT_WHOLE'],
  [100, 'IQD', 'NO_CURRENCY'],
  [100, 'inr', 'NO_CURRENCY'],
])('MONEY-3 %d %s: %s', (amount, currency, code) => {
  const refusal = chargeRefusal({ amount, currency })
  expect(refusal?.code).toBe(code)
  if (refusal) expect(refusal.words).toMatch(/^[A-Z].+\.$/)
})

test('MONEY-4 money is said as everywhere in Gavel, and rightly where runtimes have other decimals', () => {
  for (const currency of ['INR', 'EUR', 'USD', 'JPY', 'KWD', 'PKR', 'AUD'])
    expect(moneyWords({ amount: 123_450, currency })).toBe(formatMoneyExact(123_450, currency))
  expect(moneyWords({ amount: 50_000, currency: 'INR' })).toBe('₹500')
  expect(moneyWords({ amount: 175_050, currency: 'HUF' })).toMatch(/1,750\.50/)
  expect(moneyWords({ amount: 1_000_000, currency: 'IDR' })).toMatch(/10,000$/)
  expect(currencyDigits('INR')).toBe(decimalsOf('INR'))
})

test.each([
  ['500', 'INR', 50_000],
  [' ₹ 1,500.5 ', 'INR', 150_050],
  ['Rs. 1,00,000', 'INR', 10_000_000],
  ['4.35', 'EUR', 435],
  ['¥500', 'JPY', 500],
  ['1.25', 'KWD', 1_250],
])('MONEY-4 %j in %s is read as %d', (text, currency, amount) => {
  expect(amountTyped(text, currency)).toBe(amount)
})

test.each([
  ['4.355', 'EUR'],
  ['1.5', 'JPY'],
  ['0', 'INR'],
  ['-5', 'INR'],
  ['1e9', 'INR'],
  ['5 apples', 'INR'],
  ['', 'INR'],
  ['1,5', 'EUR'],
  ['99999999999999999', 'INR'],
])('MONEY-4 %j in %s is no amount', (text, currency) => {
  expect(amountTyped(text, currency)).toBeNull()
})

test('MONEY-5 a part can be paid back, is half up, and is never more than the whole', () => {
  expect(partOf({ amount: 333, currency: 'EUR' }, 50).amount).toBe(167)
  expect(partOf({ amount: 5_010, currency: 'KWD' }, 50).amount).toBe(2_510)
  fc.assert(
    fc.property(money, fc.integer({ min: 0, max: 100 }), (sum, percent) => {
      const { amount } = partOf(sum, percent)
      const step = stepOf(sum.currency)
      expect(amount).toBeGreaterThanOrEqual(0)
      expect(amount).toBeLessThanOrEqual(sum.amount)
      if (amount < sum.amount) expect(amount % step).toBe(0)
      expect(Math.abs(amount - (sum.amount * percent) / 100)).toBeLessThanOrEqual(step / 2)
    }),
  )
})

test('MONEY-5 shares add up to the whole and differ by one step at most', () => {
  expect(sharesOf({ amount: 100, currency: 'EUR' }, 3).map(({ amount }) => amount)).toEqual([34, 33, 33])
  expect(sharesOf({ amount: 10_000, currency: 'KWD' }, 3).map(({ amount }) => amount)).toEqual([3_340, 3_330, 3_330])
  fc.assert(
    fc.property(money, fc.integer({ min: 1, max: 32 }), (sum, count) => {
      const step = stepOf(sum.currency)
      const even = { ...sum, amount: sum.amount * step }
      const amounts = sharesOf(even, count).map(({ amount }) => amount)
      expect(amounts.reduce((a, b) => a + b, 0)).toBe(even.amount)
      expect(Math.max(...amounts) - Math.min(...amounts)).toBeLessThanOrEqual(step)
      expect(amounts.toSorted((a, b) => b - a)).toEqual(amounts)
    }),
  )
})

test('PAY-4 a page is open as long as the place is held, as far as Stripe allows', () => {
  const minute = 60_000
  const pageEndsAtMs = (heldUntilMs: number) => attemptEndsAtMs('page', 0, heldUntilMs)
  expect(pageEndsAtMs(45 * minute)).toBe(45 * minute)
  expect(pageEndsAtMs(5 * minute)).toBe(31 * minute)
  expect(pageEndsAtMs(100_000 * minute)).toBe((24 * 60 - 1) * minute)
  expect(attemptEndsAtMs('form', 0, 5 * minute)).toBe(5 * minute)
  expect(attemptEndsAtMs('form', 0, 100_000 * minute)).toBe((24 * 60 - 1) * minute)
})
