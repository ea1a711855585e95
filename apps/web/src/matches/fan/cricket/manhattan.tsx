'use client'

import type { OverBar } from '@gavel/scoring'
import { Bar, BarChart, CartesianGrid, LabelList, Legend, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts'
import { AXIS, GRID, Hint } from '../../../features/results/chart-look.tsx'
import { lineColour } from '../team-lines.ts'
import type { DrawnInnings } from './drawn-innings.ts'

type ManhattanProps = { innings: readonly DrawnInnings[]; bars: readonly OverBar[] }

/** The runs of every over, the innings side by side. */
export function Manhattan({ innings, bars }: ManhattanProps) {
  const barOf = (n: number, over: number) => bars.find((bar) => bar.innings === n && bar.over === over)
  const rows = Array.from({ length: Math.max(...bars.map(({ over }) => over)) + 1 }, (_, over) => ({
    over: over + 1,
    ...Object.fromEntries(
      innings.flatMap(({ n }) => {
        const bar = barOf(n, over)
        return [
          [`i${n}`, bar?.runs ?? null],
          [`w${n}`, '●'.repeat(Math.min(3, bar?.wickets ?? 0))],
        ]
      }),
    ),
  }))
  return (
    <ResponsiveContainer width="100%" height="100%">
      <BarChart data={rows} accessibilityLayer={false} margin={{ top: 16, right: 16, bottom: 0, left: 0 }} barGap={0}>
        <CartesianGrid {...GRID} vertical={false} />
        <XAxis dataKey="over" {...AXIS} minTickGap={16} />
        <YAxis {...AXIS} width={36} allowDecimals={false} />
        <Tooltip
          cursor={{ fill: 'var(--color-sunken)' }}
          isAnimationActive={false}
          content={({ active, label }) =>
            active ? (
              <Hint title={`Over ${label}`}>
                {innings.map(({ n, title }) => {
                  const bar = barOf(n, Number(label) - 1)
                  return bar ? (
                    <p key={n}>
                      {title}: {bar.runs} {bar.runs === 1 ? 'run' : 'runs'}
                      {bar.wickets > 0 ? `, ${bar.wickets} out` : ''}
                    </p>
                  ) : null
                })}
              </Hint>
            ) : null
          }
        />
        <Legend />
        {innings.map(({ n, title, colour }, index) => (
          <Bar
            key={n}
            dataKey={`i${n}`}
            name={title}
            fill={lineColour(colour)}
            fillOpacity={index % 2 === 0 ? 1 : 0.55}
            stroke={lineColour(colour)}
            isAnimationActive={false}
          >
            <LabelList dataKey={`w${n}`} position="top" fill="var(--color-bad)" fontSize={10} />
          </Bar>
        ))}
      </BarChart>
    </ResponsiveContainer>
  )
}
