import { CRORE, LAKH } from '@gavel/auction'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type MoneyUnit, parseMoney } from './money.ts'

const amount = (text: string, unit?: MoneyUnit, currency = 'INR') => {
  const parsed = parseMoney(text, currency, unit)
  return parsed.ok ? parsed.amount : null
}

test.each([
  ['459.99999999999994', 'lakh', 460 * LAKH],
  ['0.30', 'crore', 30 * LAKH],
  ['26.75', 'crore', 2675 * LAKH],
  ['50000000.0', 'one', 5 * CRORE],
  ['2 Cr', 'one', 2 * CRORE],
  ['1.5 Cr.', 'lakh', 1.5 * CRORE],
  ['40 Lakh', 'one', 40 * LAKH],
  ['20L', 'crore', 20 * LAKH],
  ['₹1,50,00,000', 'one', 1.5 * CRORE],
  ['Rs. 20,00,000/-', 'one', 20 * LAKH],
  ['INR 150,000,000', 'one', 15 * CRORE],
  ['2.0E+07', 'one', 2 * CRORE],
  ['0,30', 'crore', 30 * LAKH],
  ['2.5 million', 'one', 25 * LAKH],
  ['.75', 'crore', 75 * LAKH],
] as const)('LIST-3 %s in %s', (text, unit, expected) => {
  expect(amount(text, unit)).toBe(expected)
})

test.each([
  '',
  '-5',
  '0',
  '0.0',
  'nan',
  '1e308',
  '0x1F4',
  '1,2,3',
  'two crores',
  '$500',
  '20 30',
  '12.345.678',
  '1'.repeat(80),
])('LIST-3 “%s” is no price', (text) => {
  expect(parseMoney(text, 'INR').ok).toBe(false)
})

test('LIST-3 what is further off than float noise is refused, with the reason', () => {
  expect(parseMoney('459.123456789012', 'INR', 'lakh')).toEqual({
    ok: false,
    problem: '“459.123456789012” is finer than the smallest unit of INR',
  })
})

test('LIST-3 a currency without decimals, and one of another country', () => {
  expect(amount('1500', 'one', 'JPY')).toBe(1500)
  expect(amount('12.5', 'one', 'JPY')).toBeNull()
  expect(amount('$1,250.50', 'one', 'USD')).toBe(125050)
})

test('LIST-3 every amount that floats print is read back exactly', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 2_000_000 }), (thousands) => {
      const paise = thousands * 100_000
      expect(amount(String(paise / LAKH), 'lakh')).toBe(paise)
      expect(amount(String(paise / CRORE), 'crore')).toBe(paise)
      expect(amount((paise / 100).toFixed(1))).toBe(paise)
    }),
  )
})

test('LIST-3 no text makes it throw, and every amount is whole and positive', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 40 }), fc.constantFrom<MoneyUnit>('one', 'lakh', 'crore'), (text, unit) => {
      const parsed = parseMoney(text, 'INR', unit)
      if (parsed.ok) expect(Number.isSafeInteger(parsed.amount) && parsed.amount > 0).toBe(true)
      else expect(parsed.problem.length).toBeGreaterThan(0)
    }),
  )
})
