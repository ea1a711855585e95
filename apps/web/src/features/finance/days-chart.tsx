'use client'

import {
  BarChart,
  CartesianGrid,
  Bar as Column,
  Legend,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts'
import { AXIS, GRID, Hint } from '../results/chart-look.tsx'
import { type Bar, barWords } from './days.ts'
import { booked } from './said.ts'

type DaysChartProps = { bars: readonly Bar[]; currency: string }

/** What came in above the line and what went back below it. */
export function DaysChart({ bars, currency }: DaysChartProps) {
  const money = (amount: number) => booked({ amount, currency })
  const rows = bars.map((bar) => ({ ...bar, words: barWords(bar), back: -bar.gaveBack }))
  return (
    <ResponsiveContainer width="100%" height="100%">
      <BarChart
        data={rows}
        stackOffset="sign"
        maxBarSize={48}
        accessibilityLayer={false}
        margin={{ top: 8, right: 8, bottom: 0, left: 0 }}
      >
        <CartesianGrid {...GRID} vertical={false} />
        <XAxis dataKey="words" {...AXIS} minTickGap={24} />
        <YAxis {...AXIS} width={92} tickFormatter={money} tickCount={4} />
        <ReferenceLine y={0} stroke="var(--color-edge)" />
        <Tooltip
          cursor={{ fill: 'var(--color-sunken)' }}
          isAnimationActive={false}
          content={({ active, payload }) => {
            const bar = payload?.[0]?.payload as Bar | undefined
            if (!active || !bar) return null
            return (
              <Hint title={barWords(bar)}>
                <p>Came in: {money(bar.cameIn)}</p>
                <p>Went back: {money(bar.gaveBack)}</p>
                <p className="text-muted">Stripe’s fees: {money(bar.fees)}</p>
              </Hint>
            )
          }}
        />
        <Legend formatter={(name) => <span className="text-ink">{name}</span>} />
        <Column stackId="day" dataKey="cameIn" name="Came in" fill="var(--color-good)" isAnimationActive={false} />
        <Column stackId="day" dataKey="back" name="Went back" fill="var(--color-warn)" isAnimationActive={false} />
      </BarChart>
    </ResponsiveContainer>
  )
}
