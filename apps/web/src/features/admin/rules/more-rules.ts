import { type CategoryRule, type MatchRule, type RuleSet, ruleSet, type TieBreakRule } from '@gavel/auction'
import { z } from 'zod'
import { amountText } from './amount.ts'
import { amounts, bands, counts, moneyOrNone, secondsOrNone, secondsText, whole, wholeOrNone } from './fields.ts'

/** Kinds of players of whom a squad may have to hold some. `overseas` has its own most, beside the squad. */
export const KINDS = [
  { id: 'overseas', label: 'overseas' },
  { id: 'uncapped', label: 'uncapped' },
  { id: 'emerging', label: 'uncapped under-23' },
  { id: 'junior', label: 'junior' },
  { id: 'keeper', label: 'keeper' },
] as const
type Kind = (typeof KINDS)[number]['id']
type KindFields<Min, Max> = { [K in Kind as `${K}Min`]: Min } & { [K in Exclude<Kind, 'overseas'> as `${K}Max`]: Max }

/** The parts of the rules that most organisers leave as they are. */
export const moreFields = (currency: string) => ({
  ladder: bands(currency),
  basePrices: amounts(currency),
  minSpend: wholeOrNone(1, 100),
  recallFloor: moneyOrNone(currency),
  match: z.enum(['none', 'match', 'raise']),
  cards: counts(25),
  tieBreak: z.enum(['no', 'yes', 'after']),
  naming: z.enum(['auctioneer', 'straight', 'snake', 'winner', 'free']),
  turnSeconds: secondsOrNone(5, 86_400),
  openLots: whole(1, 75),
  proxies: z.enum(['no', 'yes']),
  overseasMin: wholeOrNone(0, 100),
  uncappedMin: wholeOrNone(0, 100),
  uncappedMax: wholeOrNone(0, 100),
  emergingMin: wholeOrNone(0, 100),
  emergingMax: wholeOrNone(0, 100),
  juniorMin: wholeOrNone(0, 100),
  juniorMax: wholeOrNone(0, 100),
  keeperMin: wholeOrNone(0, 100),
  keeperMax: wholeOrNone(0, 100),
})
type Fields = ReturnType<typeof moreFields>
export type MoreInput = { [Name in keyof Fields]: z.input<Fields[Name]> }
export type MoreOutput = { [Name in keyof Fields]: z.output<Fields[Name]> }

/** How a desk calls each of them. */
export const MORE_WORDS: Readonly<Record<keyof MoreInput, string>> = {
  ladder: 'Ladder',
  basePrices: 'Base prices',
  minSpend: 'Least of the purse to spend, in percent',
  recallFloor: 'Lowest base for recalled players',
  match: 'Right to match',
  cards: 'Cards of a team',
  tieBreak: 'Sealed tie-break',
  naming: 'Who puts players up',
  turnSeconds: 'Time to name a player',
  openLots: 'Players up at once',
  proxies: 'Hidden maximum bids',
  overseasMin: 'Overseas players, at least',
  uncappedMin: 'Uncapped players, at least',
  uncappedMax: 'Uncapped players, at most',
  emergingMin: 'Uncapped under-23 players, at least',
  emergingMax: 'Uncapped under-23 players, at most',
  juniorMin: 'Junior players, at least',
  juniorMax: 'Junior players, at most',
  keeperMin: 'Keepers, at least',
  keeperMax: 'Keepers, at most',
}

/** What a rule set without them starts from: no cap by type, no time limit, cards kept where a claim is not kept up. */
const MATCH: MatchRule = {
  cardsByRetained: [1],
  caps: { capped: null, uncapped: null, overseas: null },
  raiseGrid: null,
  declineUsesCard: false,
  terms: [],
  answerMs: null,
}
const TIE_BREAK: TieBreakRule = { inviteMs: 60_000, sealMs: 120_000, revealMs: 60_000 }

/** What a form shows of them. */
export function moreInput(rules: RuleSet): MoreInput {
  const { currency, categories, match } = rules
  const turnMs = rules.nomination?.turnMs ?? null
  const say = (amount: number) => (amount === 0 ? '0' : amountText(amount, currency))
  const of = (id: string) => categories.find((category) => category.id === id)
  const least = (id: string) => String(of(id)?.min || '')
  const most = (id: string) => String(of(id)?.max ?? '')
  return {
    ladder: rules.ladder.map(({ from, step }) => `${say(from)}: ${say(step)}`).join('\n'),
    basePrices: rules.basePrices.map(say).join('\n'),
    minSpend: String(rules.minSpendPercent ?? ''),
    recallFloor: rules.recallFloor === null ? '' : say(rules.recallFloor),
    match: match === null ? 'none' : match.raiseGrid === null ? 'match' : 'raise',
    cards: (match ?? MATCH).cardsByRetained.join(', '),
    tieBreak: rules.tieBreak === null ? 'no' : rules.tieBreak.afterMatch ? 'after' : 'yes',
    naming: rules.nomination?.order ?? 'auctioneer',
    turnSeconds: turnMs === null ? '' : secondsText(turnMs / 1_000),
    openLots: String(rules.openLots),
    proxies: rules.proxies ? 'yes' : 'no',
    overseasMin: least('overseas'),
    uncappedMin: least('uncapped'),
    uncappedMax: most('uncapped'),
    emergingMin: least('emerging'),
    emergingMax: most('emerging'),
    juniorMin: least('junior'),
    juniorMax: most('junior'),
    keeperMin: least('keeper'),
    keeperMax: most('keeper'),
  }
}

/** The same as the API takes it. What a form does not ask stays as the rule set has it. */
export function moreChanges(ruleSetId: string, given: MoreOutput) {
  const base = ruleSet(ruleSetId)
  return {
    ladder: given.ladder,
    basePrices: given.basePrices,
    minSpendPercent: given.minSpend,
    recallFloor: given.recallFloor,
    match: matchOf(base?.match ?? null, given),
    tieBreak: tieBreakOf(base?.tieBreak ?? TIE_BREAK, given.tieBreak),
    nomination: nominationOf(given),
    openLots: given.openLots,
    proxies: given.proxies === 'yes',
    categories: categoriesOf(base?.categories ?? [], given),
  }
}

function tieBreakOf({ afterMatch: _, ...times }: TieBreakRule, when: MoreOutput['tieBreak']): TieBreakRule | null {
  if (when === 'no') return null
  return when === 'after' ? { ...times, afterMatch: true } : times
}

function nominationOf({ naming, turnSeconds }: MoreOutput) {
  if (naming === 'auctioneer') return null
  return { order: naming, turnMs: turnSeconds === null ? null : turnSeconds * 1_000 }
}

function matchOf(base: MatchRule | null, { match, cards, ladder }: MoreOutput) {
  if (match === 'none') return null
  const { caps, declineUsesCard, terms, answerMs, raiseGrid } = base ?? MATCH
  return {
    ...{ caps: { ...caps }, declineUsesCard, terms: [...terms], answerMs, cardsByRetained: cards },
    // Observed raises lay on the largest step of the ladder (rules A5).
    raiseGrid: match === 'match' ? null : (raiseGrid ?? ladder.at(-1)?.step ?? null),
  }
}

function categoriesOf(base: readonly CategoryRule[], given: MoreOutput & KindFields<number | null, number | null>) {
  const asked = KINDS.flatMap(({ id, label }) => {
    const min = given[`${id}Min`] ?? 0
    const max = id === 'overseas' ? null : given[`${id}Max`]
    const rule = { id, label: base.find((category) => category.id === id)?.label ?? label, min, max }
    return min > 0 || max !== null ? [rule] : []
  })
  const others = base.filter(({ id }) => !KINDS.some((kind) => kind.id === id))
  return [...others, ...asked].toSorted((one, other) => placeOf(base, one.id) - placeOf(base, other.id))
}

/** Where a rule set has the category; others come last. */
const placeOf = (base: readonly CategoryRule[], id: string): number => {
  const at = base.findIndex((category) => category.id === id)
  return at < 0 ? base.length : at
}
