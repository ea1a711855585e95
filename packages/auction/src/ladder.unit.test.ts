import { expect, test } from 'vitest'
import { isCallable, nextPrice } from './ladder.ts'
import { LAKH } from './money.ts'
import { ipl2024 } from './rule-sets/ipl-2024.ts'
import { ipl2025 } from './rule-sets/ipl-2025.ts'

const ladder = (rules: typeof ipl2025, from: number, raises: number) => {
  const prices = [from]
  for (let i = 0; i < raises; i++) prices.push(nextPrice(rules, (prices.at(-1) ?? 0) * LAKH) / LAKH)
  return prices
}

test('LADDER-1 a price off the grid returns to it', () => {
  expect(ladder(ipl2025, 125, 2)).toEqual([125, 130, 140])
  expect(ladder(ipl2025, 205, 2)).toEqual([205, 220, 240])
  expect(ladder(ipl2025, 495, 2)).toEqual([495, 500, 525])
})

test('LADDER-1 half steps stay exact', () => {
  const psl = {
    ladder: [
      { from: 0, step: 2.5 * LAKH },
      { from: 110 * LAKH, step: 5 * LAKH },
      { from: 220 * LAKH, step: 10 * LAKH },
      { from: 420 * LAKH, step: 15 * LAKH },
    ],
  }
  const next = (lakh: number) => nextPrice(psl, lakh * LAKH) / LAKH
  expect([60, 107.5, 110, 215, 220, 410, 420].map(next)).toEqual([62.5, 110, 115, 220, 230, 420, 435])
})

test('LADDER-2 a jump must lie on the jump grid', () => {
  const minimum = 100 * LAKH
  expect(isCallable(ipl2025, minimum, minimum)).toBe(true)
  expect(isCallable(ipl2025, minimum, 135 * LAKH)).toBe(true)
  expect(isCallable(ipl2025, minimum, 133 * LAKH)).toBe(false)
  expect(isCallable(ipl2025, minimum, 95 * LAKH)).toBe(false)
  expect(isCallable({ jumpGrid: null }, minimum, 135 * LAKH)).toBe(false)
})

test('LADDER-3 the IPL ladder, and 127 raises from 30 lakh to 27 crore', () => {
  expect(ladder(ipl2025, 90, 5)).toEqual([90, 95, 100, 110, 120, 130])
  expect(ladder(ipl2025, 180, 4)).toEqual([180, 190, 200, 220, 240])
  expect(ladder(ipl2025, 460, 5)).toEqual([460, 480, 500, 525, 550, 575])
  expect(ladder(ipl2025, 30, 127).at(-1)).toBe(2700)
})

test('LADDER-4 in 2024 the step from 5 to 10 crore was 20 lakh', () => {
  expect(ladder(ipl2024, 660, 2)).toEqual([660, 680, 700])
  expect(ladder(ipl2024, 1000, 2)).toEqual([1000, 1025, 1050])
})
