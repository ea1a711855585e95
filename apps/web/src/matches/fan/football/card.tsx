import { type BySide, type FootballScore, fairPlayOf, footballResult, type Names, scorers } from '@gavel/scoring'
import { EmptyState, Section } from '@gavel/ui'
import { PlainTable } from '../../../features/results/sale-tables.tsx'
import { Kicks } from '../../football/kicks.tsx'
import type { SportViewProps } from '../sport-page.ts'
import { footballEvents } from './events.ts'
import { Timeline } from './timeline.tsx'

/** The match in one view: what mattered in order, the kicks, the score at each end, who has scored, cards and changes. */
export function FootballCard({ info, score, moments, names }: SportViewProps<'football'>) {
  if (score.period === null)
    return (
      <EmptyState title="Not kicked off yet" words="Goals, cards and changes of both sides stand here, in order." />
    )
  const events = footballEvents(moments, names)
  const rows = scorers(moments.all.map(({ written }) => written.play))
  const shot = score.kicks.length > 0 || score.toldKicks !== null
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-8">
      <Section title="Timeline">
        {events.length === 0 ? (
          <p className="py-2 text-muted">No goal, no card and no change yet.</p>
        ) : (
          <Timeline events={events} names={names} />
        )}
      </Section>
      {shot ? (
        <Section title="Shoot-out">
          <Kicks score={score} info={info} names={names} />
        </Section>
      ) : null}
      <Section title="Scorers">
        {rows.length === 0 ? (
          <p className="py-2 text-muted">Nobody has scored.</p>
        ) : (
          <PlainTable
            label="Scorers"
            rows={rows}
            keyOf={({ player, side }) => `${side} ${player}`}
            columns={[
              { name: 'Player', cell: ({ player }) => names.player(player) },
              { name: 'Team', muted: true, cell: ({ side }) => names.team(side) },
              { name: 'Goals', numeric: true, cell: ({ goals }) => goals },
              { name: 'Assists', numeric: true, cell: ({ assists }) => assists },
            ]}
          />
        )}
      </Section>
      <Figures score={score} names={names} />
    </div>
  )
}

function Figures({ score, names }: { score: FootballScore; names: Names }) {
  const { halfTime, fullTime, extraTime, kicks } = footballResult(score)
  const { home, away } = score.sides
  const of = (key: 'yellows' | 'secondYellows' | 'reds' | 'substitutions' | 'concussions') => ({
    home: home[key],
    away: away[key],
  })
  const ends: readonly (readonly [string, BySide<number> | null])[] = [
    ['Half-time', halfTime],
    ['Full time', fullTime],
    ['After extra time', extraTime],
    ['Kicks', kicks],
  ]
  const rows: readonly (readonly [string, BySide<number>])[] = [
    ...ends.flatMap(([name, at]) => (at ? [[name, at] as const] : [])),
    ['Yellow cards', of('yellows')],
    ['Sent off by a second yellow', of('secondYellows')],
    ['Red cards', of('reds')],
    ['Substitutions', of('substitutions')],
    ...(home.concussions + away.concussions > 0 ? [['For a concussion', of('concussions')] as const] : []),
    ['Fair play, the fewer the better', { home: fairPlayOf(score, 'home'), away: fairPlayOf(score, 'away') }],
  ]
  return (
    <Section title="Figures">
      <PlainTable
        label="Figures"
        rows={rows}
        keyOf={([name]) => name}
        columns={[
          { name: 'What', cell: ([name]) => name },
          { name: names.team('home'), numeric: true, cell: ([, value]) => value.home },
          { name: names.team('away'), numeric: true, cell: ([, value]) => value.away },
        ]}
      />
    </Section>
  )
}
