import { expect, test } from 'vitest'
import { nextPrice } from '../ladder.ts'
import { CRORE, isAmount, LAKH } from '../money.ts'
import type { RuleSet } from '../rule-set.ts'
import { RULE_SETS, ruleSet } from './index.ts'

const known = (id: string): RuleSet => {
  const rules = ruleSet(id)
  if (!rules) throw new Error(`no rule set ${id}`)
  return rules
}

test('RULES-3 every league and room that Gavel knows has its rule set, once', () => {
  expect(RULE_SETS.map(({ id }) => id).sort()).toEqual(
    [
      ...['ipl-2018', 'ipl-2021', 'ipl-2022', 'ipl-2023', 'ipl-2024', 'ipl-2025', 'ipl-2026'],
      ...['wpl-2026', 'psl-2026', 'pkl-12', 'hil-2026', 'fantasy-200', 'open'],
    ].sort(),
  )
})

test.each([...RULE_SETS])('RULES-4 $id is sound and says its source', (rules) => {
  const { ladder, basePrices, purse, squad, categories, retention, match } = rules
  const ascends = (amounts: readonly number[]) => amounts.every((one, at) => at === 0 || one > (amounts[at - 1] ?? 0))
  expect(rules.source).not.toBe('')
  expect(ladder[0]?.from).toBe(0)
  expect(ascends(ladder.map(({ from }) => from))).toBe(true)
  expect(ascends(basePrices)).toBe(true)
  expect([purse, ...basePrices, ...ladder.map(({ step }) => step)].every(isAmount)).toBe(true)
  expect(squad.min).toBeLessThanOrEqual(squad.max)
  // The purse pays for the smallest squad, and the asked-for players fit into it.
  expect((basePrices[0] ?? 0) * squad.min).toBeLessThanOrEqual(purse)
  expect(categories.reduce((sum, { min }) => sum + min, 0)).toBeLessThanOrEqual(squad.min)
  if (retention) {
    expect(ascends(retention.cappedTotals)).toBe(true)
    expect(retention.cappedTotals.at(-1) ?? 0).toBeLessThan(purse)
  }
  if (match) expect(match.cardsByRetained.every((cards, at, all) => at === 0 || cards <= (all[at - 1] ?? 0))).toBe(true)
})

test.each([...RULE_SETS])(
  'RULES-5 $id: each base price climbs its ladder in whole steps, up to a tenth of the purse',
  (rules) => {
    for (const base of rules.basePrices)
      for (let price = base; price < rules.purse / 10; ) {
        const next = nextPrice(rules, price)
        expect(next).toBeGreaterThan(price)
        expect(isAmount(next)).toBe(true)
        price = next
      }
  },
)

test('RULES-6 purses, squads and caps are those of their sources', () => {
  const said = (id: string) => {
    const { purse, squad, overseasMax, currency } = known(id)
    return [purse / CRORE, squad.min, squad.max, overseasMax, currency]
  }
  expect(said('ipl-2018')).toEqual([80, 18, 25, 8, 'INR'])
  expect([2021, 2022, 2023, 2024, 2025, 2026].map((year) => said(`ipl-${year}`)[0])).toEqual([
    85, 90, 95, 100, 120, 125,
  ])
  expect(said('wpl-2026')).toEqual([15, 15, 18, 6, 'INR'])
  expect(said('psl-2026')).toEqual([45, 16, 20, 7, 'PKR'])
  expect(said('pkl-12')).toEqual([5, 18, 25, 4, 'INR'])
  expect(said('hil-2026')).toEqual([4, 20, 20, 7, 'INR'])
  const fantasy = known('fantasy-200')
  expect([fantasy.purse / 100, fantasy.currency, fantasy.openLots]).toEqual([200, 'USD', 1])
})

test('RULES-7 who may match, and how: a raise in 2025, none in 2018 and in kabaddi, nothing in 2022 and in the PSL', () => {
  const form = (id: string) => {
    const { match } = known(id)
    return (
      match && [match.raiseGrid === null ? null : match.raiseGrid / LAKH, match.cardsByRetained, match.terms.length]
    )
  }
  expect(form('ipl-2025')).toEqual([25, [6, 5, 4, 3, 2, 1, 0], 0])
  expect(form('wpl-2026')).toEqual([5, [5, 4, 3, 2, 1, 0], 0])
  expect(form('ipl-2018')).toEqual([null, [3, 3, 3, 2], 0])
  expect(form('pkl-12')).toEqual([null, [3, 3, 3, 3, 3, 2, 1], 2])
  expect(['ipl-2022', 'ipl-2026', 'psl-2026', 'hil-2026', 'open'].map(form)).toEqual([null, null, null, null, null])
})

test('RULES-8 the IPL has a silent tie-break, its mini auction of 2026 a fee cap for players from overseas', () => {
  const ipl = RULE_SETS.filter(({ id }) => id.startsWith('ipl-'))
  expect(ipl.every(({ tieBreak }) => tieBreak !== null)).toBe(true)
  expect(ipl.filter(({ feeCap }) => feeCap !== null).map(({ id, feeCap }) => [id, feeCap])).toEqual([
    ['ipl-2026', { category: 'overseas', amount: 18 * CRORE }],
  ])
})
