import { FLOOD_LIMIT, MESSAGES_PER_SECOND } from '@gavel/protocol'
import { describe, expect, it } from 'vitest'
import { Budget } from './budget.ts'

const take = (budget: Budget, times: number, atMs: number) =>
  Array.from({ length: times }, () => budget.take(atMs)).at(-1)

describe('Budget', () => {
  it('ANSWER-4 reads so many messages a second, refuses more, and begins anew in the next second', () => {
    const budget = new Budget(MESSAGES_PER_SECOND)
    expect(take(budget, MESSAGES_PER_SECOND, 5_000)).toBe('read')
    expect(budget.take(5_999)).toBe('refuse')
    expect(budget.take(6_000)).toBe('read')
  })

  it('ANSWER-4 calls it a flood after so many refusals without a second between that has none', () => {
    const budget = new Budget(10)
    expect(take(budget, 10 + FLOOD_LIMIT, 1_000)).toBe('refuse')
    expect(budget.take(1_000)).toBe('flood')
    expect(budget.take(3_000)).toBe('read')
  })

  it('ANSWER-4 calls it one too where a window ends within it, or where it is read slowly', () => {
    const budget = new Budget(10)
    expect(take(budget, 10 + FLOOD_LIMIT / 2, 1_900)).toBe('refuse')
    expect(take(budget, 10 + FLOOD_LIMIT / 2, 2_900)).toBe('refuse')
    expect(budget.take(3_000)).toBe('flood')
  })

  it('ANSWER-4 forgives after a second within the limit', () => {
    const budget = new Budget(10)
    expect(take(budget, 10 + FLOOD_LIMIT, 1_000)).toBe('refuse')
    expect(take(budget, 10, 2_000)).toBe('read')
    expect(take(budget, 11, 3_000)).toBe('refuse')
  })
})
