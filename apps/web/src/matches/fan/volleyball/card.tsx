import { servers, setScores } from '@gavel/scoring'
import { Section } from '@gavel/ui'
import { PlainTable } from '../../../features/results/sale-tables.tsx'
import { playsOf } from '../sets/sets-board.ts'
import { SetsCard } from '../sets/sets-card.tsx'
import type { SportViewProps } from '../sport-page.ts'
import { setPoints } from './set-points.ts'

/** The sets, the figures of both sides, who served how well, and who was shown a card. */
export function VolleyballCard(props: SportViewProps<'volleyball'>) {
  const { info, score, moments, names } = props
  const served = servers(playsOf(moments.all))
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-8">
      <SetsCard unit="Set" sets={setScores(score)} points={setPoints(props)} names={names} />
      {served.length > 0 ? (
        <Section title="On serve">
          <PlainTable
            label="On serve"
            rows={served}
            keyOf={({ player, side }) => `${side} ${player}`}
            columns={[
              { name: 'Server', cell: ({ player }) => names.player(player) },
              { name: 'Team', muted: true, cell: ({ side }) => info.sides[side].short },
              { name: 'Serves', numeric: true, cell: ({ serves }) => serves },
              { name: 'Points', numeric: true, cell: ({ points }) => points },
              { name: '%', numeric: true, cell: ({ serves, points }) => Math.round((points * 100) / serves) },
            ]}
          />
        </Section>
      ) : null}
      {score.sanctions.length > 0 ? (
        <Section title="Cards">
          <PlainTable
            label="Cards"
            rows={score.sanctions.map((one, at) => ({ ...one, at }))}
            keyOf={({ at }) => at}
            columns={[
              { name: 'Who', cell: ({ player, side }) => (player === null ? names.team(side) : names.player(player)) },
              { name: 'Team', muted: true, cell: ({ side }) => info.sides[side].short },
              { name: 'What', cell: ({ what }) => what },
            ]}
          />
        </Section>
      ) : null}
    </div>
  )
}
