import { expect, test } from 'vitest'
import { isCallable, nextPrice } from './ladder.ts'
import { LAKH } from './money.ts'
import { ipl2018 } from './rule-sets/ipl-2018.ts'
import { ipl2024 } from './rule-sets/ipl-2024.ts'
import { ipl2025 } from './rule-sets/ipl-2025.ts'
import { psl2026 } from './rule-sets/psl-2026.ts'

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

test.each([ipl2018, ipl2024])('LADDER-4 in $name the step from 5 to 10 crore was 20 lakh', (rules) => {
  expect(ladder(rules, 660, 2)).toEqual([660, 680, 700])
  expect(ladder(rules, 1000, 2)).toEqual([1000, 1025, 1050])
})

test('LADDER-5 the PSL ladder of 2026 has half-lakh steps and stays exact', () => {
  expect(ladder(psl2026, 60, 2)).toEqual([60, 62.5, 65])
  expect(ladder(psl2026, 107.5, 2)).toEqual([107.5, 110, 115])
  expect(ladder(psl2026, 215, 2)).toEqual([215, 220, 230])
  expect(ladder(psl2026, 410, 2)).toEqual([410, 420, 435])
  expect(nextPrice(psl2026, 60 * LAKH)).toBe(625_000_000)
  expect(Number.isInteger(ladder(psl2026, 60, 200).at(-1))).toBe(true)
})
