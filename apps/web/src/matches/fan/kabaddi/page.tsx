import {
  type BySide,
  defenders,
  type KabaddiRules,
  type KabaddiScore,
  kabaddiPoints,
  kabaddiSentence,
  type Names,
  onMat,
  otherSide,
  type PlayerId,
  raiders,
  raidWorth,
} from '@gavel/scoring'
import { EmptyState } from '@gavel/ui'
import { ChartFrame } from '../../../features/results/chart-frame.tsx'
import { PlainTable } from '../../../features/results/sale-tables.tsx'
import { halfWords, matWords } from '../../kabaddi/mat-words.ts'
import type { Moment, Moments } from '../moments.ts'
import { PartEnd } from '../part-end.tsx'
import { PointsChart } from '../points-chart.tsx'
import type { Board, SportPage, SportViewProps } from '../sport-page.ts'
import { KabaddiCard } from './card.tsx'
import { OnMat } from './on-mat.tsx'

function kabaddiBoard(score: KabaddiScore, names: Names): Board {
  const points = kabaddiPoints(score)
  const begun = score.phase !== 'before'
  const live = score.phase === 'half' || score.phase === 'tie-break'
  return {
    rows: (['home', 'away'] as const).map((side) => ({
      side,
      score: begun ? String(points[side]) : null,
      more: live ? `${onMat(score, side)} on the mat` : null,
      doing: live && score.raiding === side ? 'raiding' : null,
    })),
    says: saysOf(score, points, names),
    details: begun && score.phase !== 'ended' ? [halfWords(score), ...matWords(score)] : [],
    steady: true,
  }
}

function saysOf({ phase, toss }: KabaddiScore, points: BySide<number>, names: Names): string {
  const ahead = points.home === points.away ? null : points.home > points.away ? 'home' : 'away'
  if (phase === 'before') return 'Not a raid yet'
  if (phase !== 'ended')
    return ahead ? `${names.team(ahead)} lead by ${points[ahead] - points[otherSide(ahead)]}` : `${points.home} all`
  if (ahead) return `${names.team(ahead)} won ${points[ahead]}-${points[otherSide(ahead)]}`
  return toss ? `${points.home} all; ${names.team(toss)} won by the toss` : `Tie, ${points.home} all`
}

function Charts({ info, moments, names }: SportViewProps<'kabaddi'>) {
  const raids = moments.all
    .filter(({ written }) => written.play.type === 'Raid')
    .map(({ after }, at) => ({ raid: at + 1, ...kabaddiPoints(after) }))
  if (raids.length === 0)
    return <EmptyState title="Nothing to draw yet" words="How the points went is drawn here from the first raid." />
  return (
    <ChartFrame
      title="Raid by raid"
      words="The points of both sides after every raid."
      height={18}
      table={
        <PlainTable
          label="Points raid by raid"
          rows={raids}
          keyOf={({ raid }) => raid}
          columns={[
            { name: 'Raid', numeric: true, muted: true, cell: ({ raid }) => raid },
            { name: names.team('home'), numeric: true, cell: ({ home }) => home },
            { name: names.team('away'), numeric: true, cell: ({ away }) => away },
          ]}
        />
      }
    >
      <PointsChart info={info} names={names} points={raids} unit="Raid" />
    </ChartFrame>
  )
}

/** A half that has ended: its score, and where the points came from so far. */
function halfEnd({ written, before, after }: Moment<'kabaddi'>, names: Names) {
  if (written.play.type !== 'HalfEnd') return null
  const points = kabaddiPoints(after)
  const { home, away } = after.sides
  const both = (of: (side: typeof home) => number) => `${of(home)} and ${of(away)}`
  return (
    <PartEnd
      key={`half-${before.half}`}
      rows={[
        [`After half ${before.half}`, `${names.team('home')} ${points.home}, ${names.team('away')} ${points.away}`],
        [
          `Raid points ${both((side) => side.points.touch + side.points.bonus)}`,
          `tackle points ${both((side) => side.points.tackle + side.points.superTackle)}`,
        ],
      ]}
    />
  )
}

const counted = (count: number, what: string): string[] =>
  count > 0 ? [`${count} ${what} ${count === 1 ? 'point' : 'points'}`] : []

/** What each has brought, for the squads. */
function notes({ rules, all }: Moments<'kabaddi'>): ReadonlyMap<PlayerId, readonly string[]> {
  const plays = all.map(({ written }) => written.play)
  const said = new Map<PlayerId, string[]>()
  const add = (player: PlayerId, words: string[]) => said.set(player, [...(said.get(player) ?? []), ...words])
  for (const { player, points } of raiders(rules, plays)) add(player, counted(points, 'raid'))
  for (const { player, points } of defenders(rules, plays)) add(player, counted(points, 'tackle'))
  return said
}

const formatWords = ({ players, halves, halfMinutes, substitutions }: KabaddiRules): string =>
  [
    `${players} a side`,
    `${halves} halves of ${halfMinutes} minutes`,
    ...(substitutions === null ? [] : [`${substitutions} substitutions`]),
  ].join(', ')

/** Everybody of a side: those who play now, then the rest of its sheet. */
const playing = ({ sides, setup }: KabaddiScore): BySide<readonly PlayerId[]> => {
  const of = (side: 'home' | 'away') => [...new Set([...sides[side].seven, ...setup.sides[side].players])]
  return { home: of('home'), away: of('away') }
}

export const kabaddiPage: SportPage<'kabaddi'> = {
  board: kabaddiBoard,
  line: ({ written, before, after }, names) => {
    const { play } = written
    const words = kabaddiSentence(before, play, names)
    const place = before.phase === 'tie-break' ? 'TB' : `H${Math.max(1, before.half)}`
    if (play.type !== 'Raid') return { place, mark: null, words }
    const worth = raidWorth(after.rules, play)
    const [mine, theirs] = [worth[play.raiding], worth[otherSide(play.raiding)]]
    const mark =
      theirs > mine
        ? ({ text: `-${theirs}`, tone: 'wicket' } as const)
        : ({
            text: mine === 0 ? '•' : `+${mine}`,
            tone: mine >= after.rules.superRaidFrom ? 'six' : mine === 0 ? 'none' : 'four',
          } as const)
    return { place, mark, words }
  },
  divider: halfEnd,
  Now: OnMat,
  Card: KabaddiCard,
  cardTitle: 'Figures',
  format: formatWords,
  notes,
  playing,
  Charts,
  streamTitle: 'Raid by raid',
  streamEmpty: 'Every raid is told here in a sentence, the newest first.',
}
