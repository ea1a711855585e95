'use client'

import { formatMoney } from '@gavel/ui'
import { Bar, BarChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts'
import { AXIS, GRID, Hint } from './chart-look.tsx'

type LotPrice = { lot: number; name: string; team: string; price: number }

type EveningChartProps = { lots: readonly LotPrice[]; currency: string }

/** The prices of the evening in the order of the lots. */
export function EveningChart({ lots, currency }: EveningChartProps) {
  const money = (amount: number) => formatMoney(amount, currency, 'short')
  return (
    <ResponsiveContainer width="100%" height="100%">
      <BarChart
        data={[...lots]}
        accessibilityLayer={false}
        margin={{ top: 8, right: 16, bottom: 0, left: 8 }}
        barCategoryGap={0}
      >
        <CartesianGrid {...GRID} vertical={false} />
        <XAxis dataKey="lot" {...AXIS} minTickGap={40} />
        <YAxis {...AXIS} width={76} tickFormatter={money} />
        <Tooltip
          cursor={{ fill: 'var(--color-sunken)' }}
          isAnimationActive={false}
          content={({ active, payload }) => {
            const lot = payload?.[0]?.payload as LotPrice | undefined
            if (!active || !lot) return null
            return (
              <Hint title={lot.name}>
                <p>
                  Lot {lot.lot}, {money(lot.price)}
                </p>
                <p className="text-muted">{lot.team}</p>
              </Hint>
            )
          }}
        />
        <Bar dataKey="price" fill="var(--color-accent)" minPointSize={1} isAnimationActive={false} />
      </BarChart>
    </ResponsiveContainer>
  )
}
