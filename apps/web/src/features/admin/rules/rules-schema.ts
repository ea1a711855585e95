import { type RuleSet, ruleSet } from '@gavel/auction'
import { z } from 'zod'
import { amountText } from './amount.ts'
import { money, moneyOrNone, seconds, secondsText, whole, wholeOrNone } from './fields.ts'
import { KINDS, moreChanges, moreFields, moreInput } from './more-rules.ts'

/** A slow auction's clock runs for hours and days. */
const WEEK = 604_800

/** The rules of an auction as a form asks for them: what is typed is text, what comes out are numbers in their units. */
export const rulesFields = (currency: string) => ({
  ruleSetId: z.string().min(1, 'Choose the rules.'),
  purse: money(currency),
  squadMin: whole(0, 100),
  squadMax: whole(1, 1_000),
  overseasMax: wholeOrNone(0, 100),
  jumpGrid: moneyOrNone(currency),
  clockMode: z.enum(['auctioneer', 'clock']),
  lotSeconds: seconds(3, WEEK),
  extendSeconds: seconds(1, WEEK),
  ...moreFields(currency),
})

type Fields = ReturnType<typeof rulesFields>
export type RulesInput = { [Name in keyof Fields]: z.input<Fields[Name]> }
type RulesOutput = { [Name in keyof Fields]: z.output<Fields[Name]> }

/** Rules that contradict each other, each with the field that should change. */
export function rulesClashes(given: RulesOutput): { path: keyof RulesOutput; message: string }[] {
  if (given.squadMin > given.squadMax) return [{ path: 'squadMax', message: 'Not below the smallest squad.' }]
  const floor = given.basePrices[0] ?? 1
  if (given.purse < floor * given.squadMin) {
    return [{ path: 'purse', message: 'This does not pay for the smallest squad at the lowest base price.' }]
  }
  return KINDS.flatMap(({ id }) => {
    if (id === 'overseas') return []
    const [least, most] = [given[`${id}Min`], given[`${id}Max`]]
    return most !== null && (least ?? 0) > most ? [{ path: `${id}Max` as const, message: 'Not below the least.' }] : []
  })
}

/** What a form shows of rules. */
export function rulesInput(rules: RuleSet): RulesInput {
  const { clock } = rules
  return {
    ruleSetId: rules.id,
    purse: amountText(rules.purse, rules.currency),
    squadMin: String(rules.squad.min),
    squadMax: String(rules.squad.max),
    overseasMax: rules.overseasMax === null ? '' : String(rules.overseasMax),
    jumpGrid: rules.jumpGrid === null ? '' : amountText(rules.jumpGrid, rules.currency),
    clockMode: clock.mode,
    lotSeconds: secondsText(clock.mode === 'clock' ? clock.lotMs / 1_000 : 30),
    extendSeconds: secondsText(clock.mode === 'clock' ? clock.extendMs / 1_000 : 10),
    ...moreInput(rules),
  }
}

/** The same as the API takes it: what differs from the rule set that the event starts from. */
export function rulesChanges(given: RulesOutput) {
  return {
    purse: given.purse,
    squad: { min: given.squadMin, max: given.squadMax },
    overseasMax: given.overseasMax,
    jumpGrid: given.jumpGrid,
    clock:
      given.clockMode === 'auctioneer'
        ? ({ mode: 'auctioneer' } as const)
        : ({ mode: 'clock', lotMs: given.lotSeconds * 1_000, extendMs: given.extendSeconds * 1_000 } as const),
    ...moreChanges(given.ruleSetId, given),
  }
}

/** The rules that a form stands for right now, with what is not readable yet as the rule set has it; null without a rule set. */
export function rulesShown(given: Partial<RulesInput>): RuleSet | null {
  const base = ruleSet(given.ruleSetId ?? '')
  if (!base) return null
  const read = z.object(rulesFields(base.currency))
  const fields = Object.entries(read.shape).flatMap(([name, field]) => {
    const parsed = field.safeParse(given[name as keyof RulesInput])
    return parsed.success ? [[name, parsed.data] as const] : []
  })
  const readable = Object.fromEntries(fields) as Partial<RulesOutput>
  const known = read.parse(rulesInput(base))
  return { ...base, ...rulesChanges({ ...known, ...readable }) }
}
