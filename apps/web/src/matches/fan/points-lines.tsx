'use client'

import type { BySide, Names } from '@gavel/scoring'
import { CartesianGrid, Legend, Line, LineChart, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts'
import { AXIS, GRID, Hint } from '../../features/results/chart-look.tsx'
import type { MatchInfo } from './match-info.ts'
import { dashOf, lineColour } from './team-lines.ts'

type PointsLinesProps = { info: MatchInfo; names: Names; points: readonly BySide<number>[]; unit: string }

/** Both sides' points as they grew. `unit`: what a step is: `Rally`, `Raid`. */
export function PointsLines({ info, names, points, unit }: PointsLinesProps) {
  const rows = [{ step: 0, home: 0, away: 0 }, ...points.map((score, at) => ({ step: at + 1, ...score }))]
  return (
    <ResponsiveContainer width="100%" height="100%">
      <LineChart data={rows} accessibilityLayer={false} margin={{ top: 8, right: 16, bottom: 0, left: 0 }}>
        <CartesianGrid {...GRID} />
        <XAxis dataKey="step" type="number" domain={[0, points.length]} allowDecimals={false} {...AXIS} />
        <YAxis {...AXIS} width={36} allowDecimals={false} />
        <Tooltip
          isAnimationActive={false}
          content={({ active, payload }) => {
            const row = payload?.[0]?.payload as (typeof rows)[number] | undefined
            return active && row ? (
              <Hint title={`${unit} ${row.step}`}>
                <p>
                  {names.team('home')} {row.home}
                </p>
                <p>
                  {names.team('away')} {row.away}
                </p>
              </Hint>
            ) : null
          }}
        />
        <Legend />
        {(['home', 'away'] as const).map((side, index) => (
          <Line
            key={side}
            type="stepAfter"
            dataKey={side}
            name={names.team(side)}
            stroke={lineColour(info.sides[side].colour)}
            strokeWidth={2.5}
            strokeDasharray={dashOf(index)}
            dot={false}
            isAnimationActive={false}
          />
        ))}
      </LineChart>
    </ResponsiveContainer>
  )
}
