import type { FinanceOverview } from '@gavel/api'
import { Section } from '@gavel/ui'
import { STAGE, type StageIs } from '../payments/stands.ts'

/** How many payments stand how. */
export function Stages({ stages }: { stages: FinanceOverview['stages'] }) {
  const all = Object.values(stages).reduce((sum, count) => sum + count, 0)
  return (
    <Section title="Payments by state" aside={all || null}>
      <dl className="grid grid-cols-2 gap-x-8 sm:grid-cols-4">
        {(Object.keys(STAGE) as StageIs[]).map((stage) => (
          <div key={stage} className="flex items-baseline justify-between gap-3 border-b py-2 text-sm">
            <dt className="text-muted">{STAGE[stage].words}</dt>
            <dd className="font-semibold tabular-nums">{stages[stage] ?? 0}</dd>
          </div>
        ))}
      </dl>
    </Section>
  )
}
