'use client'

import { formatMoney } from '@gavel/ui'
import { CartesianGrid, ResponsiveContainer, Scatter, ScatterChart, Tooltip, XAxis, YAxis } from 'recharts'
import { AXIS, GRID, Hint } from './chart-look.tsx'

type PricePoint = { name: string; team: string; base: number; price: number }

type BaseChartProps = { points: readonly PricePoint[]; currency: string }

/** Each sale by its base and its price. Both axes grow by factors, so that a doubling is as far everywhere. */
export function BaseChart({ points, currency }: BaseChartProps) {
  const money = (amount: number) => formatMoney(amount, currency, 'short')
  const bases = [...new Set(points.map(({ base }) => base))].sort((a, b) => a - b)
  const most = Math.max(...points.map(({ price }) => price))
  const least = Math.min(...points.map(({ price }) => price))
  return (
    <ResponsiveContainer width="100%" height="100%">
      <ScatterChart accessibilityLayer={false} margin={{ top: 8, right: 16, bottom: 0, left: 8 }}>
        <CartesianGrid {...GRID} />
        <XAxis
          type="number"
          dataKey="base"
          scale="log"
          domain={[(bases[0] ?? 1) / 1.3, (bases.at(-1) ?? 1) * 1.3]}
          ticks={bases}
          {...AXIS}
          tickFormatter={money}
        />
        <YAxis
          type="number"
          dataKey="price"
          scale="log"
          domain={[least / 1.3, most * 1.3]}
          ticks={factors(least, most)}
          width={76}
          {...AXIS}
          tickFormatter={money}
        />
        <Tooltip
          isAnimationActive={false}
          content={({ active, payload }) => {
            const point = payload?.[0]?.payload as PricePoint | undefined
            if (!active || !point) return null
            return (
              <Hint title={point.name}>
                <p>
                  {money(point.price)} from {money(point.base)}
                </p>
                <p className="text-muted">{point.team}</p>
              </Hint>
            )
          }}
        />
        <Scatter data={[...points]} fill="var(--color-accent)" fillOpacity={0.65} isAnimationActive={false} />
      </ScatterChart>
    </ResponsiveContainer>
  )
}

/** Doublings from the cheapest price on, at most seven marks. */
function factors(least: number, most: number): number[] {
  const doublings = Math.max(1, Math.ceil(Math.log2(most / least)))
  const step = 2 ** Math.ceil(doublings / 7)
  const marks: number[] = []
  for (let mark = least; mark <= most; mark *= step) marks.push(mark)
  return marks
}
