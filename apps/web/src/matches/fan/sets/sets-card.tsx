import type { BySide, Names, PointWon } from '@gavel/scoring'
import { rallyFigures } from '@gavel/scoring'
import { EmptyState, Section, Table, Td, Th, Tr } from '@gavel/ui'
import { ChartFrame } from '../../../features/results/chart-frame.tsx'
import { PlainTable } from '../../../features/results/sale-tables.tsx'
import type { MatchInfo } from '../match-info.ts'
import { PointsChart } from '../points-chart.tsx'

type SetsCardProps = {
  unit: 'Set' | 'Game'
  sets: readonly BySide<number>[]
  points: readonly PointWon[]
  names: Names
}

const ROWS = [
  ['Points won', 'points'],
  ['Won on own serve', 'onServe'],
  ['Longest run', 'longestRun'],
  ['Biggest lead', 'biggestLead'],
] as const

/** Every set, and the figures of the whole match. */
export function SetsCard({ unit, sets, points, names }: SetsCardProps) {
  if (sets.length === 0)
    return (
      <EmptyState
        title={`No ${unit.toLowerCase()} has begun`}
        words="The sets and the figures of both sides stand here from the first rally."
      />
    )
  const figures = rallyFigures(points)
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-8">
      <Section title={`${unit}s`}>
        <Table aria-label={`${unit}s`}>
          <thead>
            <tr>
              <Th>Side</Th>
              {sets.map((_, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a set is its number
                <Th key={at} numeric>
                  {unit} {at + 1}
                </Th>
              ))}
            </tr>
          </thead>
          <tbody>
            {(['home', 'away'] as const).map((side) => (
              <Tr key={side}>
                <Td className="font-semibold">{names.team(side)}</Td>
                {sets.map((set, at) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a set is its number
                  <Td key={at} numeric className={set[side] > Math.min(set.home, set.away) ? 'font-bold' : ''}>
                    {set[side]}
                  </Td>
                ))}
              </Tr>
            ))}
          </tbody>
        </Table>
      </Section>
      <Section title="Figures">
        <PlainTable
          label="Figures"
          rows={ROWS}
          keyOf={([name]) => name}
          columns={[
            { name: 'What', cell: ([name]) => name },
            { name: names.team('home'), numeric: true, cell: ([, key]) => figures.home[key] },
            { name: names.team('away'), numeric: true, cell: ([, key]) => figures.away[key] },
          ]}
        />
      </Section>
    </div>
  )
}

type SetsChartsProps = Pick<SetsCardProps, 'unit' | 'points' | 'names'> & { info: MatchInfo }

/** Each set rally by rally, with its table. */
export function SetsCharts({ unit, points, names, info }: SetsChartsProps) {
  const sets = [...new Set(points.map(({ set }) => set))]
  if (sets.length === 0)
    return <EmptyState title="Nothing to draw yet" words="How the points went is drawn here from the first rally." />
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-10">
      {sets.map((set) => {
        const own = points.filter((point) => point.set === set)
        return (
          <ChartFrame
            key={set}
            title={`${unit} ${set}`}
            words="The points of both sides, rally by rally."
            height={15}
            table={
              <PlainTable
                label={`${unit} ${set}, rally by rally`}
                rows={own.map((point, at) => ({ ...point, rally: at + 1 }))}
                keyOf={({ rally }) => rally}
                columns={[
                  { name: 'Rally', numeric: true, muted: true, cell: ({ rally }) => rally },
                  { name: 'Won by', cell: ({ winner }) => names.team(winner) },
                  { name: 'Score', numeric: true, cell: ({ score }) => `${score.home}-${score.away}` },
                ]}
              />
            }
          >
            <PointsChart info={info} names={names} points={own.map(({ score }) => score)} unit="Rally" />
          </ChartFrame>
        )
      })}
    </div>
  )
}
