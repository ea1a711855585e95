import type { RuleSet } from '../rule-set.ts'
import { fantasy200 } from './fantasy-200.ts'
import { hil2026 } from './hil-2026.ts'
import { ipl2018 } from './ipl-2018.ts'
import { ipl2021 } from './ipl-2021.ts'
import { ipl2022 } from './ipl-2022.ts'
import { ipl2023 } from './ipl-2023.ts'
import { ipl2024 } from './ipl-2024.ts'
import { ipl2025 } from './ipl-2025.ts'
import { ipl2026 } from './ipl-2026.ts'
import { open } from './open.ts'
import { pkl12 } from './pkl-12.ts'
import { psl2026 } from './psl-2026.ts'
import { wpl2026 } from './wpl-2026.ts'

/** Every rule set that an auction may start from: the IPL's, newest first, then other leagues, then rooms of one's own. */
export const RULE_SETS: readonly RuleSet[] = [
  ...[ipl2026, ipl2025, ipl2024, ipl2023, ipl2022, ipl2021, ipl2018],
  ...[wpl2026, psl2026, pkl12, hil2026],
  ...[fantasy200, open],
]

/** The rule set with this id, or undefined. */
export function ruleSet(id: string): RuleSet | undefined {
  return RULE_SETS.find((r) => r.id === id)
}
