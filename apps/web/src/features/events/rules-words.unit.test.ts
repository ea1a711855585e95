import { RULE_SETS, ruleSet } from '@gavel/auction'
import { expect, test } from 'vitest'
import { furtherRules, timeWords } from './rules-words.ts'

const told = (id: string) =>
  Object.fromEntries(furtherRules(ruleSet(id) ?? fail(id)).map(({ name, words }) => [name, words]))
const fail = (id: string): never => {
  throw new Error(`no rule set ${id}`)
}

test('every rule set says what it has beyond purse, squad and ladder', () => {
  for (const rules of RULE_SETS)
    for (const { words } of furtherRules(rules)) expect(words, rules.id).not.toMatch(/undefined|null|NaN|\?/)
  expect(told('psl-2026')['Kinds of players']).toBe('At least 5 overseas, at least 2 uncapped under-23')
  expect(told('ipl-2025')['Right to match']).toContain('after one raise by the leader')
  expect(told('ipl-2025')['Right to match']).toContain('6 without retained players, down to 0 with 6')
  expect(told('ipl-2025')['Retained players']).toContain('capped ones cost ₹18 crore, ₹14 crore')
})

test('times of the rules are said in the unit that they are whole in', () => {
  expect([1_000, 30_000, 90_000, 600_000, 3_600_000, 5_400_000, 32_400_000, 172_800_000].map(timeWords)).toEqual([
    ...['1 second', '30 seconds', '90 seconds', '10 minutes', '1 hour', '90 minutes', '9 hours', '2 days'],
  ])
  expect(told('fantasy-200')['Who is put up']).toMatch(/, within 30 seconds$/)
})
