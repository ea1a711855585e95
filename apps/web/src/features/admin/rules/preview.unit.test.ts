import { CRORE, LAKH, RULE_SETS, ruleSet } from '@gavel/auction'
import { expect, test } from 'vitest'
import { limitsOf, nextBids } from './preview.ts'

test('RULES-1 the preview shows the bids that the auction would take next', () => {
  const rules = ruleSet('ipl-2025') ?? RULE_SETS[0]
  if (!rules) throw new Error('no rules')
  expect(nextBids(rules, 90 * LAKH, 4)).toEqual([95 * LAKH, CRORE, 110 * LAKH, 120 * LAKH])
})

test('RULES-2 the preview’s limits keep the cheapest base price for every other place', () => {
  for (const rules of RULE_SETS) {
    const floor = rules.basePrices[0] ?? 1
    const [empty] = limitsOf(rules)
    expect(empty).toEqual({ held: 0, left: rules.purse, most: rules.purse - floor * (rules.squad.min - 1) })
    expect(limitsOf(rules).at(-1)).toMatchObject({ held: rules.squad.min - 1 })
  }
})

test('RULES-2 a squad without a minimum keeps nothing back', () => {
  const [rules] = RULE_SETS
  if (!rules) throw new Error('no rules')
  expect(limitsOf({ ...rules, squad: { min: 0, max: 11 } })).toEqual([
    { held: 0, left: rules.purse, most: rules.purse },
  ])
})
