'use client'

import type { Names, Partnership } from '@gavel/scoring'
import { Bar, BarChart, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts'
import { AXIS, Hint } from '../../../features/results/chart-look.tsx'
import { shortName } from '../match-info.ts'
import { lineColour } from '../team-lines.ts'

type StandsProps = { stands: readonly Partnership[]; names: Names; colour: string }

/** The partnerships of an innings as bars, each in three parts: the one batter, the extras, the other. */
export function Stands({ stands, names, colour }: StandsProps) {
  const rows = stands.map(({ batters, runs, broken, wicket, balls }) => {
    const [first, second] = [batters[0]?.runs ?? 0, batters[1]?.runs ?? 0]
    return {
      who: batters.map(({ player }) => shortName(names.player(player)).split(' ').at(-1)).join(', '),
      full: batters.map(({ player, runs: own, balls: faced }) => `${names.player(player)} ${own} (${faced})`),
      ...{ first, second, extras: Math.max(0, runs - first - second), runs, broken, wicket, balls },
    }
  })
  const fill = lineColour(colour)
  return (
    <ResponsiveContainer width="100%" height="100%">
      <BarChart
        data={rows}
        layout="vertical"
        accessibilityLayer={false}
        margin={{ top: 0, right: 16, bottom: 0, left: 0 }}
        barCategoryGap="25%"
      >
        <XAxis type="number" {...AXIS} allowDecimals={false} />
        <YAxis type="category" dataKey="who" {...AXIS} width={132} interval={0} />
        <Tooltip
          cursor={{ fill: 'var(--color-sunken)' }}
          isAnimationActive={false}
          content={({ active, payload }) => {
            const row = payload?.[0]?.payload as (typeof rows)[number] | undefined
            if (!active || !row) return null
            return (
              <Hint title={`${row.runs}${row.broken ? '' : '*'} off ${row.balls} balls`}>
                {row.full.map((words) => (
                  <p key={words}>{words}</p>
                ))}
                {row.extras > 0 ? <p className="text-muted">Extras {row.extras}</p> : null}
              </Hint>
            )
          }}
        />
        <Bar dataKey="first" stackId="stand" fill={fill} isAnimationActive={false} />
        <Bar dataKey="extras" stackId="stand" fill="var(--color-edge)" isAnimationActive={false} />
        <Bar dataKey="second" stackId="stand" fill={fill} fillOpacity={0.5} isAnimationActive={false} />
      </BarChart>
    </ResponsiveContainer>
  )
}
