'use client'

import { formatMoney } from '@gavel/ui'
import { Bar, BarChart, CartesianGrid, Legend, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts'
import { AXIS, GRID, Hint, SERIES } from './chart-look.tsx'

/** One team's bar: its short name, and what it spent on each role. */
type TeamSpend = { team: string; name: string; spent: Readonly<Record<string, number>> }

type SpendChartProps = { rows: readonly TeamSpend[]; roles: readonly string[]; currency: string }

/** What each team spent, role by role. */
export function SpendChart({ rows, roles, currency }: SpendChartProps) {
  const money = (amount: number) => formatMoney(amount, currency, 'short')
  return (
    <ResponsiveContainer width="100%" height="100%">
      <BarChart
        data={[...rows]}
        layout="vertical"
        accessibilityLayer={false}
        margin={{ top: 0, right: 16, bottom: 0, left: 0 }}
      >
        <CartesianGrid {...GRID} horizontal={false} />
        <XAxis type="number" {...AXIS} tickFormatter={money} />
        <YAxis type="category" dataKey="team" width={64} {...AXIS} />
        <Tooltip
          cursor={{ fill: 'var(--color-sunken)' }}
          isAnimationActive={false}
          content={({ active, payload }) => {
            const row = payload?.[0]?.payload as TeamSpend | undefined
            if (!active || !row) return null
            return (
              <Hint title={row.name}>
                {roles.map((role) => (
                  <p key={role} className="flex justify-between gap-4">
                    <span className="text-muted">{role}</span>
                    <span>{money(row.spent[role] ?? 0)}</span>
                  </p>
                ))}
              </Hint>
            )
          }}
        />
        <Legend
          wrapperStyle={{ color: 'var(--color-ink)' }}
          formatter={(role) => <span className="text-ink">{role}</span>}
        />
        {roles.map((role, at) => (
          <Bar
            key={role}
            stackId="spent"
            name={role}
            dataKey={({ spent }: TeamSpend) => spent[role] ?? 0}
            fill={SERIES[at % SERIES.length] ?? SERIES[0]}
            isAnimationActive={false}
          />
        ))}
      </BarChart>
    </ResponsiveContainer>
  )
}
