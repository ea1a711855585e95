import { MAX_AMOUNT, type RuleSet, ruleSet } from '@gavel/auction'
import { z } from 'zod'
import { AppError } from '../errors.ts'

const amount = z.number().int().positive().lt(MAX_AMOUNT)

/** What an organiser may set apart from the rule set that the event starts from. Money in the currency's smallest unit. */
export const ruleChanges = z.strictObject({
  purse: amount.optional(),
  squad: z.strictObject({ min: z.number().int().min(0).max(100), max: z.number().int().min(1).max(1_000) }).optional(),
  overseasMax: z.number().int().min(0).max(100).nullable().optional(),
  jumpGrid: amount.nullable().optional(),
  clock: z
    .discriminatedUnion('mode', [
      z.strictObject({ mode: z.literal('auctioneer') }),
      z.strictObject({
        mode: z.literal('clock'),
        lotMs: z.number().int().min(3_000).max(600_000),
        extendMs: z.number().int().min(1_000).max(120_000),
      }),
    ])
    .optional(),
})
export type RuleChanges = z.infer<typeof ruleChanges>

/** The rules that an auction is created with. @throws AppError EVENT.UNKNOWN_RULES, EVENT.BAD_RULES */
export const rulesFor = (ruleSetId: string, changes: RuleChanges = {}): RuleSet => {
  const base = ruleSet(ruleSetId)
  if (!base) throw new AppError('EVENT.UNKNOWN_RULES', { ruleSetId })
  const rules: RuleSet = {
    ...base,
    purse: changes.purse ?? base.purse,
    squad: changes.squad ?? base.squad,
    overseasMax: changes.overseasMax === undefined ? base.overseasMax : changes.overseasMax,
    jumpGrid: changes.jumpGrid === undefined ? base.jumpGrid : changes.jumpGrid,
    clock: changes.clock ?? base.clock,
  }
  if (rules.squad.min > rules.squad.max)
    throw new AppError('EVENT.BAD_RULES', { reason: 'The smallest squad may not be larger than the largest.' })
  const floor = rules.basePrices[0] ?? 1
  if (rules.purse < floor * rules.squad.min)
    throw new AppError('EVENT.BAD_RULES', {
      reason: 'The purse does not pay for the smallest squad at the lowest price.',
    })
  return rules
}
