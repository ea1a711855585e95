'use client'

import { type BallView, oversText, worm } from '@gavel/scoring'
import { useMemo } from 'react'
import { CartesianGrid, Legend, Line, LineChart, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts'
import { AXIS, GRID, Hint } from '../../../features/results/chart-look.tsx'
import { dashOf, lineColour } from '../team-lines.ts'
import type { DrawnInnings } from './drawn-innings.ts'

type WormProps = { innings: readonly DrawnInnings[]; balls: readonly BallView[]; ballsPerOver: number }

/** The totals of the innings ball by ball. */
export function Worm({ innings, balls, ballsPerOver }: WormProps) {
  const lines = useMemo(() => innings.map((one) => ({ ...one, points: worm(balls, one.n) })), [innings, balls])
  const most = Math.max(...lines.map(({ points }) => points.at(-1)?.balls ?? 0))
  const every = ballsPerOver * (most > ballsPerOver * 30 ? 10 : most > ballsPerOver * 10 ? 5 : 1)
  return (
    <ResponsiveContainer width="100%" height="100%">
      <LineChart accessibilityLayer={false} margin={{ top: 8, right: 16, bottom: 0, left: 0 }}>
        <CartesianGrid {...GRID} />
        <XAxis
          dataKey="balls"
          type="number"
          domain={[0, most]}
          ticks={Array.from({ length: Math.floor(most / every) + 1 }, (_, n) => n * every)}
          tickFormatter={(at: number) => String(at / ballsPerOver)}
          allowDuplicatedCategory={false}
          {...AXIS}
        />
        <YAxis {...AXIS} width={44} allowDecimals={false} />
        <Tooltip
          isAnimationActive={false}
          content={({ active, label, payload }) =>
            active ? (
              <Hint title={`${oversText(Number(label), ballsPerOver)} overs`}>
                {payload.map(({ name, value }) => (
                  <p key={String(name)}>
                    {name} {value}
                  </p>
                ))}
              </Hint>
            ) : null
          }
        />
        <Legend />
        {lines.map(({ n, title, colour, points }, index) => (
          <Line
            key={n}
            data={[...points]}
            dataKey="runs"
            name={title}
            stroke={lineColour(colour)}
            strokeWidth={2.5}
            strokeDasharray={dashOf(index)}
            isAnimationActive={false}
            dot={({ cx, cy, payload, key }) =>
              payload.wicket && cx !== undefined && cy !== undefined ? (
                <circle key={key} cx={cx} cy={cy} r={4.5} fill={lineColour(colour)} stroke="var(--color-surface)" />
              ) : (
                <g key={key} />
              )
            }
          />
        ))}
      </LineChart>
    </ResponsiveContainer>
  )
}
