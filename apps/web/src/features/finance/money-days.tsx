'use client'

import type { MoneyDay } from '@gavel/api'
import { EmptyState, Field, Section, Select } from '@gavel/ui'
import dynamic from 'next/dynamic'
import { useState } from 'react'
import { ChartFrame } from '../results/chart-frame.tsx'
import { PlainTable } from '../results/sale-tables.tsx'
import { barsOf, barWords, currenciesOf, totalOf } from './days.ts'
import { booked, someOf } from './said.ts'

// Figures come at once; what draws pictures only with the picture.
const DaysChart = dynamic(() => import('./days-chart.tsx').then((drawn) => drawn.DaysChart), { ssr: false })

type MoneyDaysProps = { days: readonly MoneyDay[]; fromMs: number; toMs: number; title: string }

/** What came in and went back day by day, in one currency at a time. Days are those of UTC, as in the books. */
export function MoneyDays({ days, fromMs, toMs, title }: MoneyDaysProps) {
  const currencies = currenciesOf(days)
  const [chosen, choose] = useState<string | null>(null)
  const currency = chosen !== null && currencies.includes(chosen) ? chosen : currencies[0]
  if (currency === undefined) {
    return (
      <Section title={title}>
        <EmptyState
          className="mt-2"
          title="No money moved in this time"
          words="What comes in and what goes back is drawn here, day by day."
        />
      </Section>
    )
  }
  const bars = barsOf(days, currency, { fromMs, toMs })
  const total = totalOf(bars)
  const money = (amount: number) => booked({ amount, currency })
  const some = (amount: number) => someOf({ amount, currency })
  const moved = bars.filter(({ cameIn, gaveBack, kept, fees }) => cameIn || gaveBack || kept || fees)
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-3">
      {currencies.length > 1 ? (
        <Field label="Currency" className="w-32">
          {(control) => (
            <Select {...control} value={currency} onChange={(event) => choose(event.target.value)}>
              {currencies.map((one) => (
                <option key={one}>{one}</option>
              ))}
            </Select>
          )}
        </Field>
      ) : null}
      <ChartFrame
        title={title}
        words={`${capital(some(total.cameIn))} came in and ${some(total.gaveBack)} went back. Stripe’s fees: ${some(total.fees)}.`}
        height={16}
        table={
          <PlainTable
            label={title}
            rows={moved}
            keyOf={({ from }) => from}
            columns={[
              { name: bars[0]?.week ? 'Week' : 'Day', cell: barWords },
              { name: 'Came in', numeric: true, cell: ({ cameIn }) => money(cameIn) },
              { name: 'Kept', numeric: true, cell: ({ kept }) => money(kept) },
              { name: 'Went back', numeric: true, cell: ({ gaveBack }) => money(gaveBack) },
              { name: 'Fees', numeric: true, muted: true, cell: ({ fees }) => money(fees) },
            ]}
          />
        }
      >
        <DaysChart bars={bars} currency={currency} />
      </ChartFrame>
    </div>
  )
}

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1)
