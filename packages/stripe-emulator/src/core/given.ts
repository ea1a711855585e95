import type { Desk } from './desk.ts'
import { newWorld } from './world.ts'

/** A desk of a world of its own, whose ids count and whose time stands at 2026-06-01. */
export const deskForTest = (): Desk => {
  let made = 0
  return {
    world: newWorld(),
    nowMs: Date.UTC(2026, 5, 1),
    newId: (prefix) => {
      made += 1
      return `${prefix}_${made}`
    },
    baseUrl: 'http://localhost:4242',
    settleMs: 60_000,
    request: null,
  }
}
