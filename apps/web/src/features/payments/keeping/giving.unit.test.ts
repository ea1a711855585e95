import { expect, it } from 'vitest'
import { givingOf } from './giving.ts'

const left = { amount: 50_000, currency: 'INR' }

it('KEEPER-3 an amount to give back is read exactly, and what stays is said', () => {
  expect(givingOf('200', left)).toEqual({
    money: { amount: 20_000, currency: 'INR' },
    stays: { amount: 30_000, currency: 'INR' },
  })
  expect(givingOf(' ₹ 500.00 ', left)).toMatchObject({ stays: { amount: 0 } })
  expect(givingOf('1,234', { amount: 2_000, currency: 'JPY' })).toMatchObject({ money: { amount: 1_234 } })
})

it('KEEPER-3 what is no amount, or more than is left, says so', () => {
  expect(givingOf('', left)).toEqual({ problem: 'Type an amount, such as ₹100.' })
  expect(givingOf('0', left)).toEqual({ problem: 'Type an amount, such as ₹100.' })
  expect(givingOf('1.234', left)).toEqual({ problem: 'Type an amount, such as ₹100.' })
  expect(givingOf('500.01', left)).toEqual({ problem: 'That is more than is left of it: ₹500 at most.' })
})
