import { expect, test } from 'vitest'
import { rgbOf } from './appearance.ts'

test('CARD-1 a colour is told to Stripe as it reads colours, within what a screen can show', () => {
  expect(rgbOf('color(srgb 0.5 0.25 1)')).toBe('rgb(128, 64, 255)')
  expect(rgbOf('color(srgb 1.02 -0.004 3.5e-5 / 0.5)')).toBe('rgb(255, 0, 0)')
  expect(rgbOf('oklch(0.5 0.2 6)')).toBeNull()
})
