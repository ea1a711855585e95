'use client'

import {
  type BallView,
  manhattan,
  type Names,
  type OverBar,
  type Partnership,
  partnerships,
  timeline,
} from '@gavel/scoring'
import { EmptyState } from '@gavel/ui'
import dynamic from 'next/dynamic'
import { useMemo } from 'react'
import { ChartFrame } from '../../../features/results/chart-frame.tsx'
import { PlainTable } from '../../../features/results/sale-tables.tsx'
import type { SportViewProps } from '../sport-page.ts'
import { type DrawnInnings, drawnInnings } from './drawn-innings.ts'

// Whoever follows a match needs its figures at once, and what draws pictures only with the pictures.
const Worm = dynamic(() => import('./worm.tsx').then((drawn) => drawn.Worm), { ssr: false })
const Manhattan = dynamic(() => import('./manhattan.tsx').then((drawn) => drawn.Manhattan), { ssr: false })
const Stands = dynamic(() => import('./stands.tsx').then((drawn) => drawn.Stands), { ssr: false })

/** The match in pictures, each with its table: how the totals grew, what every over brought, who was in together. */
export function Charts({ info, score, moments, names }: SportViewProps<'cricket'>) {
  const balls = useMemo<readonly BallView[]>(
    () =>
      timeline(
        moments.rules,
        moments.setup,
        moments.all.map(({ written }) => written.play),
      ),
    [moments],
  )
  const bars = useMemo(() => manhattan(balls), [balls])
  const drawn = useMemo(() => drawnInnings(score, info, names), [score, info, names])
  if (balls.length === 0)
    return (
      <EmptyState
        title="Nothing to draw yet"
        words="How the totals grow, what each over brings and who bats together are drawn here from the first ball."
      />
    )
  const main = drawn.filter(({ n, superOver }) => superOver === 0 && bars.some(({ innings }) => innings === n))
  const own = bars.filter(({ innings }) => main.some(({ n }) => n === innings))
  const stands = partnerships(balls)
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-10">
      <ChartFrame
        title="Worm"
        words="The total of each innings ball by ball. A dot is a wicket."
        height={20}
        table={
          <OversTable
            label="Totals over by over"
            innings={main}
            bars={own}
            cell={({ total }) => `${total.runs}/${total.wickets}`}
          />
        }
      >
        <Worm innings={main} balls={balls} ballsPerOver={score.rules.ballsPerOver} />
      </ChartFrame>
      <ChartFrame
        title="Manhattan"
        words="The runs of each over. A dot above a bar is a wicket."
        height={18}
        table={
          <OversTable
            label="Runs over by over"
            innings={main}
            bars={own}
            cell={({ runs, wickets }) => (wickets > 0 ? `${runs} (${wickets} out)` : String(runs))}
          />
        }
      >
        <Manhattan innings={main} bars={own} />
      </ChartFrame>
      {drawn.map((one) => (
        <InningsStands
          key={one.n}
          innings={one}
          stands={stands.filter(({ innings }) => innings === one.n)}
          names={names}
        />
      ))}
    </div>
  )
}

type InningsStandsProps = { innings: DrawnInnings; stands: readonly Partnership[]; names: Names }

function InningsStands({ innings: { title, colour }, stands, names }: InningsStandsProps) {
  if (stands.length === 0) return null
  const heading = `Partnerships, ${title}`
  return (
    <ChartFrame
      title={heading}
      words="The runs that two batters added together, extras included; the parts are what each of the two hit."
      height={Math.max(7, stands.length * 2.6 + 3)}
      table={
        <PlainTable
          label={heading}
          rows={stands.map((stand, at) => ({ ...stand, at }))}
          keyOf={({ at }) => at}
          columns={[
            { name: 'Wicket', numeric: true, muted: true, cell: ({ wicket }) => wicket },
            {
              name: 'Together',
              cell: ({ batters }) =>
                batters.map(({ player, runs, balls }) => `${names.player(player)} ${runs} (${balls})`).join(', '),
            },
            { name: 'Runs', numeric: true, cell: ({ runs, broken }) => (broken ? runs : `${runs}*`) },
            { name: 'Balls', numeric: true, cell: ({ balls }) => balls },
          ]}
        />
      }
    >
      <Stands stands={stands} names={names} colour={colour} />
    </ChartFrame>
  )
}

type OversTableProps = {
  label: string
  innings: readonly DrawnInnings[]
  bars: readonly OverBar[]
  cell: (bar: OverBar) => string
}

function OversTable({ label, innings, bars, cell }: OversTableProps) {
  return (
    <PlainTable
      label={label}
      rows={Array.from({ length: Math.max(...bars.map(({ over }) => over)) + 1 }, (_, over) => over)}
      keyOf={(over) => over}
      columns={[
        { name: 'Over', numeric: true, muted: true, cell: (over) => over + 1 },
        ...innings.map(({ n, title }) => ({
          name: title,
          numeric: true,
          cell: (over: number) => {
            const bar = bars.find((one) => one.innings === n && one.over === over)
            return bar ? cell(bar) : ''
          },
        })),
      ]}
    />
  )
}
