import { expect, test } from 'vitest'
import { amountProblem, currencyOf, decimalsOf, feeOf, written } from './money.ts'
import { Refusal } from './problem.ts'

const codeOf = (amount: number, currency: string) => amountProblem(amount, currency, 'amount')?.error.code

test('STRIPE-8 each currency has its decimals', () => {
  expect(['jpy', 'inr', 'kwd'].map(decimalsOf)).toEqual([0, 2, 3])
  expect([written(500, 'jpy'), written(50_000, 'inr'), written(1_500, 'kwd')]).toEqual([
    '¥500',
    '₹500.00',
    'KWD\u00a01.500',
  ])
})

test('STRIPE-8 what is too little, too much or too fine is refused', () => {
  expect([codeOf(50, 'usd'), codeOf(49, 'usd')]).toEqual([undefined, 'amount_too_small'])
  expect([codeOf(99_999_999, 'inr'), codeOf(100_000_000, 'inr')]).toEqual([undefined, 'amount_too_large'])
  expect(amountProblem(1_001, 'kwd', 'amount')?.error.message).toContain('multiple of 10')
  expect(amountProblem(1_010, 'kwd', 'amount')).toBeNull()
  expect(amountProblem(150, 'isk', 'amount')?.error.message).toContain('multiple of 100')
  expect(codeOf(0, 'usd')).toBe('parameter_invalid_integer')
})

test('STRIPE-8 a currency is one that Stripe takes, in any case of letters', () => {
  expect(currencyOf('INR', 'currency')).toBe('inr')
  expect(currencyOf('xyz', 'currency')).toBeInstanceOf(Refusal)
})

test('STRIPE-27 a fee is a whole number, and never more than the charge', () => {
  expect([feeOf(50_000, 'inr'), feeOf(500, 'jpy'), feeOf(5_000, 'kwd'), feeOf(1, 'usd')]).toEqual([1_480, 15, 245, 1])
})
