import { CRORE, LAKH, RUPEE } from '@gavel/auction'
import { expect, test } from 'vitest'
import { amountFrom, amountText } from './amount.ts'

test.each([
  ['30 crore', 30 * CRORE],
  ['₹2.5 cr', 2.5 * CRORE],
  ['2.3cr', 230 * LAKH],
  ['50 L', 50 * LAKH],
  [' 1,500 ', 1_500 * RUPEE],
  ['₹ 75k', 75_000 * RUPEE],
  ['12,345.67', 1_234_567],
  ['Rs. 20 lakh', 20 * LAKH],
])('FORM-5 %j is read as money', (typed, amount) => {
  expect(amountFrom(typed, 'INR')).toBe(amount)
  expect(amountFrom(amountText(amount, 'INR'), 'INR')).toBe(amount)
})

test.each(['', 'ten', '0', '-5', '1.234', '1e9', '999999999999 crore', '5 apples'])(
  'FORM-5 %j is no money',
  (typed) => {
    expect(amountFrom(typed, 'INR')).toBeNull()
  },
)

test('FORM-5 lakh and crore are rupees’ words alone', () => {
  expect(amountFrom('3 lakh', 'USD')).toBeNull()
  expect(amountFrom('3k', 'USD')).toBe(300_000)
})
