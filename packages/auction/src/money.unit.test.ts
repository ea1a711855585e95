import { expect, test } from 'vitest'
import { CRORE, formatMoney, formatMoneyExact, isAmount, LAKH, MAX_AMOUNT } from './money.ts'

test.each([
  [18.25 * CRORE, '₹18.25 crore'],
  [120 * CRORE, '₹120 crore'],
  [30 * LAKH, '₹30 lakh'],
  [62.5 * LAKH, '₹62.50 lakh'],
  [4.2 * CRORE, '₹4.20 crore'],
  [5_000_00, '₹5,000'],
  [1_23_456_50, '₹1,23,456.50'],
  [0, '₹0'],
  [-2 * CRORE, '-₹2 crore'],
])('%d paise is said %s', (amount, words) => {
  expect(formatMoney(amount, 'INR')).toBe(words)
})

test('an amount that lakh would round is said in full', () => {
  expect(formatMoney(30 * LAKH + 1, 'INR')).toBe('₹30,00,000.01')
})

test('Pakistani rupees are said in lakh and crore too, with a half where there is one', () => {
  expect(formatMoney(45 * CRORE, 'PKR')).toBe('Rs 45 crore')
  expect(formatMoney(62.5 * LAKH, 'PKR')).toBe('Rs 62.50 lakh')
  expect(formatMoneyExact(62.5 * LAKH, 'PKR')).toBe('Rs 62,50,000')
  expect(formatMoneyExact(-150, 'PKR')).toBe('-Rs 1.50')
})

test('other currencies follow their own digits', () => {
  expect(formatMoney(1_250_00, 'USD')).toBe('$1,250')
  expect(formatMoney(1250, 'JPY')).toBe('¥1,250')
  expect(formatMoneyExact(1_250_500, 'KWD')).toContain('1,250.500')
})

test.each([0, -1, 1.5, 1e308, Number.NaN, MAX_AMOUNT, '100', null])('%s is no amount', (value) => {
  expect(isAmount(value)).toBe(false)
})
