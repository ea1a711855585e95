import type { Amount, RuleSet } from '@gavel/auction'
import { headerWords } from './columns.ts'
import { bareNumber, type MoneyUnit, parseMoney } from './money.ts'
import { priceText } from './words.ts'

/** What the reader needs of a rule set: its money, and prices that are plausible in it. */
export type ListRules = Pick<RuleSet, 'currency' | 'purse' | 'basePrices'>

const HEADER_UNITS: readonly [RegExp, MoneyUnit][] = [
  [/\b(lakhs?|lacs?|lk)\b/, 'lakh'],
  [/\b(crores?|cr|crs)\b/, 'crore'],
  [/\b(millions?|mn)\b/, 'million'],
  [/\b(thousands?|000)\b/, 'thousand'],
  [/\b(rupees|inr|rs)\b|₹/, 'one'],
]

const TRIED: readonly MoneyUnit[] = ['one', 'lakh', 'crore', 'thousand', 'million']

/**
 * The unit of a column's plain numbers: what its header says, if the numbers are possible in it; else the first unit in which they are.
 * Possible: none is above a whole purse, the least is not far below the cheapest base price, and hardly any is below its row's `floor`.
 */
export function unitOfColumn(
  header: string,
  cells: readonly string[],
  floors: readonly (Amount | null)[],
  rules: ListRules,
): { unit: MoneyUnit; contradicted: boolean } {
  const said = HEADER_UNITS.find(([words]) => words.test(headerWords(header)))?.[1]
  const priced = cells.flatMap((cell, i) => {
    const number = bareNumber(priceText(cell))
    return number !== null && number > 0 ? [{ cell, number, floor: floors[i] ?? null }] : []
  })
  if (priced.length === 0) return { unit: said ?? 'one', contradicted: false }
  const numbers = priced.map((p) => p.number).sort((a, b) => a - b)
  // A slip in one row must not change the unit of all: the twentieth from either end stands for it.
  const trim = Math.floor(numbers.length / 20)
  const least = numbers[trim] ?? 0
  const most = numbers[numbers.length - 1 - trim] ?? 0
  const cheapest = rules.basePrices[0] ?? 1
  const possible = (unit: MoneyUnit) => {
    const amount = (n: number) => {
      const parsed = parseMoney(String(n), rules.currency, unit)
      return parsed.ok ? parsed.amount : Number.NaN
    }
    const below = priced.filter((p) => p.floor !== null && amount(p.number) < p.floor).length
    return amount(most) <= rules.purse && amount(least) >= cheapest / 4 && below * 5 <= priced.length
  }
  if (said && possible(said)) return { unit: said, contradicted: false }
  const found = TRIED.find(possible)
  if (said) return { unit: said === 'one' && found ? found : said, contradicted: said === 'one' && found !== undefined }
  return { unit: found ?? 'one', contradicted: false }
}
