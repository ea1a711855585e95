import { describe, expect, it } from 'vitest'
import { firstSquare, laidBehind, moved, resized } from './square.ts'

const wide = { width: 400, height: 200 }
const tall = { width: 200, height: 500 }

describe('the square of a picture', () => {
  it('AVATAR-2 begins as large as the picture lets it, in the middle, and higher in a portrait', () => {
    expect(firstSquare(wide)).toEqual({ side: 1, x: 0.25, y: 0 })
    const { x, y } = firstSquare(tall)
    expect(x).toBe(0)
    expect(y).toBeCloseTo(0.2)
  })

  it('AVATAR-2 moves by its own size, and never out of the picture', () => {
    const half = resized(wide, firstSquare(wide), 0.5)
    expect(half).toEqual({ side: 0.5, x: 0.375, y: 0.25 })
    expect(moved(wide, half, { right: 1, down: 0 }).x).toBeCloseTo(0.625)
    expect(moved(wide, half, { right: 99, down: 99 })).toEqual({ side: 0.5, x: 0.75, y: 0.5 })
    expect(moved(wide, half, { right: -99, down: -99 })).toEqual({ side: 0.5, x: 0, y: 0 })
  })

  it('AVATAR-2 grows and shrinks around its middle, between a fifth of the shorter side and the whole', () => {
    const corner = { side: 0.2, x: 0, y: 0 }
    expect(resized(wide, corner, 9)).toEqual({ side: 1, x: 0, y: 0 })
    expect(resized(wide, corner, 0).side).toBe(0.2)
    const there = resized(tall, resized(tall, firstSquare(tall), 0.4), 1)
    expect(there.y).toBeCloseTo(firstSquare(tall).y)
  })

  it('AVATAR-2 is what the frame shows', () => {
    expect(laidBehind(wide, { side: 1, x: 0.5, y: 0 })).toEqual({ width: 200, height: 100, left: -100, top: -0 })
    expect(laidBehind(wide, { side: 0.5, x: 0.25, y: 0.5 })).toEqual({ width: 400, height: 200, left: -100, top: -100 })
  })
})
