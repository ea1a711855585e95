import { MAX_AMOUNT, type RuleSet, ruleSet } from '@gavel/auction'
import { z } from 'zod'
import { AppError } from '../errors.ts'

const amount = z.number().int().positive().lt(MAX_AMOUNT)

const count = (max: number) => z.number().int().min(0).max(max)
const answerMs = z.number().int().min(5_000).max(86_400_000)
const caps = z.strictObject({
  capped: count(100).nullable(),
  uncapped: count(100).nullable(),
  overseas: count(100).nullable(),
})

/** What an organiser may set apart from the rule set that the event starts from. Money in the currency's smallest unit. */
export const ruleChanges = z
  .strictObject({
    purse: amount,
    minSpendPercent: z.number().int().min(1).max(100).nullable(),
    squad: z.strictObject({ min: count(100), max: z.number().int().min(1).max(1_000) }),
    overseasMax: count(100).nullable(),
    categories: z
      .array(
        z.strictObject({
          id: z.string().regex(/^[a-z0-9-]{1,40}$/),
          label: z.string().trim().min(1).max(40),
          min: count(100),
          max: count(100).nullable(),
        }),
      )
      .max(10),
    basePrices: z.array(amount).min(1).max(40),
    ladder: z
      .array(z.strictObject({ from: z.number().int().min(0).lt(MAX_AMOUNT), step: amount }))
      .min(1)
      .max(20),
    jumpGrid: amount.nullable(),
    clock: z.discriminatedUnion('mode', [
      z.strictObject({ mode: z.literal('auctioneer') }),
      z.strictObject({
        mode: z.literal('clock'),
        // A slow auction's clock runs for days.
        lotMs: z.number().int().min(3_000).max(604_800_000),
        extendMs: z.number().int().min(1_000).max(604_800_000),
      }),
    ]),
    retention: z
      .strictObject({
        max: count(100),
        caps,
        cappedTotals: z.array(amount).max(25),
        cappedSlabs: z.array(z.array(amount).max(25)).max(25).optional(),
        uncappedCost: amount.nullable(),
      })
      .nullable(),
    match: z
      .strictObject({
        cardsByRetained: z.array(count(25)).min(1).max(26),
        caps,
        raiseGrid: amount.nullable(),
        declineUsesCard: z.boolean(),
        terms: z.array(z.string().trim().min(1).max(40)).max(5),
        answerMs: answerMs.nullable(),
      })
      .nullable(),
    tieBreak: z
      .strictObject({
        inviteMs: answerMs.nullable(),
        sealMs: answerMs,
        revealMs: answerMs,
        afterMatch: z.boolean().optional(),
      })
      .nullable(),
    feeCap: z.strictObject({ category: z.string().min(1).max(40), amount }).nullable(),
    recallFloor: amount.nullable(),
    nomination: z
      .strictObject({ order: z.enum(['straight', 'snake', 'winner', 'free']), turnMs: answerMs.nullable() })
      .nullable(),
    openLots: z.number().int().min(1).max(75),
    proxies: z.boolean(),
  })
  .partial()
export type RuleChanges = z.infer<typeof ruleChanges>

/**
 * The rules of an auction.
 * @param from the id of a rule set, or the rules that are to be changed.
 * @throws AppError EVENT.UNKNOWN_RULES, EVENT.BAD_RULES
 */
export const rulesFor = (from: string | RuleSet, changes: RuleChanges = {}): RuleSet => {
  const base = typeof from === 'string' ? ruleSet(from) : from
  if (!base) throw new AppError('EVENT.UNKNOWN_RULES', { ruleSetId: String(from) })
  const rules: RuleSet = { ...base, ...said(changes) }
  const reason = contradiction(rules)
  if (reason !== null) throw new AppError('EVENT.BAD_RULES', { reason })
  return rules
}

/** Without what is left out. */
const said = (changes: RuleChanges): Partial<RuleSet> =>
  Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined))

/** In words why nobody could play by these rules, or null. */
const contradiction = ({ squad, purse, basePrices, ladder, categories }: RuleSet): string | null => {
  if (squad.min > squad.max) return 'The smallest squad may not be larger than the largest.'
  if (purse < (basePrices[0] ?? 1) * squad.min)
    return 'The purse does not pay for the smallest squad at the lowest price.'
  if (!isAscending(basePrices)) return 'Base prices go up, each once.'
  if (ladder[0]?.from !== 0 || !isAscending(ladder.map(({ from }) => from)))
    return 'A ladder starts at nothing, and its bands go up.'
  if (new Set(categories.map(({ id }) => id)).size < categories.length) return 'Each category is counted once.'
  if (categories.some(({ min, max }) => max !== null && min > max))
    return 'A category cannot need more players than it may have.'
  if (categories.reduce((sum, { min }) => sum + min, 0) > squad.max)
    return 'The players whom the categories ask for do not fit into the largest squad.'
  return null
}

const isAscending = (numbers: readonly number[]): boolean =>
  numbers.every((number, at) => at === 0 || number > (numbers[at - 1] ?? 0))
