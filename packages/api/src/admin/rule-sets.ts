import { RULE_SETS, type RuleSet } from '@gavel/auction'
import { openProcedure } from '../trpc.ts'

/** Every rule set that an event may start from, newest first. */
export const ruleSets = openProcedure.query((): readonly RuleSet[] => RULE_SETS)
