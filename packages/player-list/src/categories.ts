import type { CategoryId } from '@gavel/auction'

type Facts = { capped: boolean | null; role: string; age: number | null }

/**
 * The categories in which the facts about a player put him, for rules that count them. Sources of the ages: PSL 2026 (uncapped under 23,
 * ESPNcricinfo 2026-01-25), HIL 2026 (juniors; common knowledge: under 21).
 */
const CATEGORIES: readonly { id: CategoryId; fits: (facts: Facts) => boolean }[] = [
  { id: 'uncapped', fits: ({ capped }) => capped === false },
  { id: 'emerging', fits: ({ capped, age }) => capped === false && age !== null && age < 23 },
  { id: 'junior', fits: ({ age }) => age !== null && age < 21 },
  { id: 'keeper', fits: ({ role }) => /keeper/i.test(role) },
]

/** What a player counts as where only facts are known; whoever runs the auction may say otherwise. */
export const categoriesOf = (facts: Facts): CategoryId[] =>
  CATEGORIES.filter(({ fits }) => fits(facts)).map(({ id }) => id)
