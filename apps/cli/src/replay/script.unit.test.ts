import type { Delivery } from '@gavel/scoring'
import { expect, test } from 'vitest'
import { waitAfter } from './script.ts'

const ball = (bowler: string, more: Partial<Delivery> = {}): Delivery => ({
  type: 'Delivery',
  ...{ striker: 'h1', nonStriker: 'h2', bowler, runs: { bat: 0 } },
  ...more,
})

test('RERUN-2 an over waits longer than a ball, a wicket longer, an interval longest, and the end not at all', () => {
  const wicket = ball('a1', { wickets: [{ kind: 'bowled', out: 'h1' }] })
  const waits = [
    waitAfter(ball('a1'), undefined),
    waitAfter({ type: 'InningsStart', batting: 'home' }, ball('a1')),
    waitAfter(ball('a1'), ball('a1')),
    waitAfter(ball('a1'), ball('a2')),
    waitAfter(wicket, ball('a1')),
    waitAfter(ball('a1'), { type: 'InningsStart', batting: 'away' }),
  ]
  expect(waits).toEqual(waits.toSorted((a, b) => a - b))
  expect(new Set(waits).size).toBe(waits.length)
})
