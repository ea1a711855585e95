import { describe, expect, test } from 'vitest'
import { formatMoney, moneyParts } from './money.ts'

test('LOOK-3 two amounts that differ never read the same', () => {
  const amounts = [1_234_567_800, 1_234_567_900, 1_230_000_000, 1_235_000_000, 99_999_999, 10_000_000, 10_000_100]
  expect(new Set(amounts.map((amount) => formatMoney(amount))).size).toBe(amounts.length)
})

describe('LOOK-3 money as people say it', () => {
  test.each([
    [18_250_000_000, '₹18.25 crore', '₹18.25 cr', '₹18,25,00,000'],
    [1_200_000_000, '₹1.20 crore', '₹1.20 cr', '₹1,20,00,000'],
    [1_000_000_000, '₹1 crore', '₹1 cr', '₹1,00,00,000'],
    [300_000_000, '₹30 lakh', '₹30 L', '₹30,00,000'],
    [25_000_000, '₹2.50 lakh', '₹2.50 L', '₹2,50,000'],
    [5_000_000, '₹50,000', '₹50,000', '₹50,000'],
    [0, '₹0', '₹0', '₹0'],
    [-1_500_000_000, '−₹1.50 crore', '−₹1.50 cr', '−₹1,50,00,000'],
  ])('%i paise', (paise, words, short, exact) => {
    expect(formatMoney(paise)).toBe(words)
    expect(formatMoney(paise, 'INR', 'short')).toBe(short)
    expect(formatMoney(paise, 'INR', 'exact')).toBe(exact)
  })

  test.each([
    [1_850_000_000, 'INR', { symbol: '₹', figures: '1.85', unit: 'crore' }],
    [5_000_000, 'INR', { symbol: '₹', figures: '50,000', unit: '' }],
    [125_000_000, 'USD', { symbol: '$', figures: '1,250,000', unit: '' }],
  ])('a price board gets its parts: %i %s', (amount, currency, parts) => {
    expect(moneyParts(amount, currency)).toEqual(parts)
  })
})
