import { type BySide, defenders, kabaddiPoints, raiders } from '@gavel/scoring'
import { EmptyState, Section } from '@gavel/ui'
import { PlainTable } from '../../../features/results/sale-tables.tsx'
import type { Moments } from '../moments.ts'
import type { SportViewProps } from '../sport-page.ts'

const POINTS = [
  ['Touch', 'touch'],
  ['Bonus', 'bonus'],
  ['Tackle', 'tackle'],
  ['Super tackle', 'superTackle'],
  ['All out', 'allOut'],
  ['Technical', 'technical'],
] as const

/** Where the points came from, half by half, and who raided and who caught. */
export function KabaddiCard({ info, score, moments, names }: SportViewProps<'kabaddi'>) {
  const plays = moments.all.map(({ written }) => written.play)
  if (plays.length === 0)
    return (
      <EmptyState
        title="Not a raid yet"
        words="Where the points came from, the raiders and the defenders stand here."
      />
    )
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-8">
      <Section title="Points">
        <PlainTable
          label="Points"
          rows={POINTS}
          keyOf={([name]) => name}
          columns={[
            { name: 'From', cell: ([name]) => name },
            { name: names.team('home'), numeric: true, cell: ([, key]) => score.sides.home.points[key] },
            { name: names.team('away'), numeric: true, cell: ([, key]) => score.sides.away.points[key] },
          ]}
        />
      </Section>
      <Section title="By half">
        <PlainTable
          label="By half"
          rows={[...halves(moments), { half: 'In all', ...kabaddiPoints(score) }]}
          keyOf={({ half }) => half}
          columns={[
            { name: 'Half', cell: ({ half }) => half },
            { name: names.team('home'), numeric: true, cell: ({ home }) => home },
            { name: names.team('away'), numeric: true, cell: ({ away }) => away },
          ]}
        />
      </Section>
      <Section title="Raiders">
        <PlainTable
          label="Raiders"
          rows={raiders(score.rules, plays)}
          keyOf={({ player, side }) => `${side} ${player}`}
          columns={[
            { name: 'Raider', cell: ({ player }) => names.player(player) },
            { name: 'Team', muted: true, cell: ({ side }) => info.sides[side].short },
            { name: 'Raids', numeric: true, cell: ({ raids }) => raids },
            { name: 'Points', numeric: true, cell: ({ points }) => points },
            { name: 'Super', numeric: true, cell: ({ superRaids }) => superRaids },
            { name: 'Empty', numeric: true, cell: ({ empty }) => empty },
            { name: 'Out', numeric: true, cell: ({ lost }) => lost },
          ]}
        />
      </Section>
      <Section title="Defenders">
        <PlainTable
          label="Defenders"
          rows={defenders(score.rules, plays)}
          keyOf={({ player, side }) => `${side} ${player}`}
          columns={[
            { name: 'Defender', cell: ({ player }) => names.player(player) },
            { name: 'Team', muted: true, cell: ({ side }) => info.sides[side].short },
            { name: 'Tackles', numeric: true, cell: ({ tackles }) => tackles },
            { name: 'Super', numeric: true, cell: ({ superTackles }) => superTackles },
            { name: 'Points', numeric: true, cell: ({ points }) => points },
          ]}
        />
      </Section>
    </div>
  )
}

/** The points of each half that has been begun, then of the tie-break. */
function halves({ all }: Pick<Moments<'kabaddi'>, 'all'>): (BySide<number> & { half: string })[] {
  const rows = new Map<string, BySide<number>>()
  for (const { before, after } of all) {
    const [was, is] = [kabaddiPoints(before), kabaddiPoints(after)]
    const half = before.phase === 'tie-break' ? 'Tie-break' : `Half ${Math.max(after.half, 1)}`
    const { home, away } = rows.get(half) ?? { home: 0, away: 0 }
    rows.set(half, { home: home + is.home - was.home, away: away + is.away - was.away })
  }
  return [...rows].map(([half, points]) => ({ half, ...points }))
}
