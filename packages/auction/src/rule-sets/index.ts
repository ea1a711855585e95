import type { RuleSet } from '../rule-set.ts'
import { ipl2021 } from './ipl-2021.ts'
import { ipl2022 } from './ipl-2022.ts'
import { ipl2023 } from './ipl-2023.ts'
import { ipl2024 } from './ipl-2024.ts'
import { ipl2025 } from './ipl-2025.ts'
import { ipl2026 } from './ipl-2026.ts'

/** Every rule set that an auction may start from, newest first. */
export const RULE_SETS: readonly RuleSet[] = [ipl2026, ipl2025, ipl2024, ipl2023, ipl2022, ipl2021]

/** The rule set with this id, or undefined. */
export function ruleSet(id: string): RuleSet | undefined {
  return RULE_SETS.find((r) => r.id === id)
}
