import {
  type CricketScore,
  dismissalText,
  type Innings,
  type Names,
  otherSide,
  oversText,
  type PlayerId,
} from '@gavel/scoring'
import { EmptyState, Section, Table, Td, Th, Tr } from '@gavel/ui'
import { runRate, scoreText } from './board.ts'

type ScorecardProps = { score: CricketScore; names: Names }

/** The printed scorecard: every innings with its batting, extras, total, fall of wickets and bowling. */
export function Scorecard({ score, names }: ScorecardProps) {
  if (score.innings.length === 0)
    return (
      <EmptyState
        title="No innings has begun"
        words="Who batted and bowled, with all their figures, stands here from the first ball."
      />
    )
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-10">
      {score.innings.map((innings) => (
        <InningsCard key={innings.n} score={score} innings={innings} names={names} />
      ))}
    </div>
  )
}

function InningsCard({ score, innings, names }: ScorecardProps & { innings: Innings }) {
  const { ballsPerOver } = score.rules
  const title = `${names.team(innings.batting)}${innings.superOver > 0 ? ', super over' : nth(score, innings)}`
  return (
    <Section
      title={title}
      aside={
        <span className="text-base font-semibold text-ink tabular-nums">
          {scoreText(innings)} ({oversText(innings.balls, ballsPerOver)} overs)
        </span>
      }
    >
      <Batting score={score} innings={innings} names={names} title={title} />
      <Falls innings={innings} names={names} />
      <Bowling innings={innings} names={names} ballsPerOver={ballsPerOver} title={title} />
    </Section>
  )
}

function nth(score: CricketScore, innings: Innings): string {
  if (score.rules.inningsEach === 1) return ''
  const before = score.innings.filter(({ n, batting }) => n < innings.n && batting === innings.batting)
  return before.length === 0 ? ', first innings' : ', second innings'
}

function Batting({ score, innings, names, title }: ScorecardProps & { innings: Innings; title: string }) {
  const { wides, noBalls, byes, legByes, penalty } = innings.extras
  const extras = wides + noBalls + byes + legByes + penalty
  const kinds = [
    [byes, 'b'],
    [legByes, 'lb'],
    [wides, 'w'],
    [noBalls, 'nb'],
    [penalty, 'p'],
  ] as const
  const waiting = score.players[innings.batting].filter(
    (id) => !innings.batters.some(({ player }) => player === id) && !score.gone.includes(id),
  )
  const sheet = (id: PlayerId) => names.player(id)
  return (
    <>
      <Table aria-label={`Batting of ${title}`}>
        <thead>
          <tr>
            <Th>Batter</Th>
            <Th numeric>R</Th>
            <Th numeric>B</Th>
            <Th numeric>4s</Th>
            <Th numeric>6s</Th>
            <Th numeric>SR</Th>
          </tr>
        </thead>
        <tbody>
          {innings.batters.map((batter) => (
            <Tr key={batter.player}>
              <Td className="min-w-36">
                <span className="block font-semibold break-words">{sheet(batter.player)}</span>
                <span className="block text-sm break-words text-muted">{dismissalText(batter.status, names)}</span>
              </Td>
              <Td numeric className="font-bold">
                {batter.runs}
              </Td>
              <Td numeric>{batter.balls}</Td>
              <Td numeric>{batter.fours}</Td>
              <Td numeric>{batter.sixes}</Td>
              <Td numeric>{batter.balls === 0 ? '–' : ((batter.runs * 100) / batter.balls).toFixed(1)}</Td>
            </Tr>
          ))}
          <Tr>
            <Td>
              Extras
              <span className="ml-2 text-muted tabular-nums">
                {kinds
                  .filter(([n]) => n > 0)
                  .map(([n, kind]) => `${kind} ${n}`)
                  .join(', ')}
              </span>
            </Td>
            <Td numeric className="font-bold">
              {extras}
            </Td>
            <Td colSpan={4} />
          </Tr>
          <Tr className="font-semibold">
            <Td>
              Total
              <span className="ml-2 font-normal text-muted tabular-nums">
                run rate {runRate(innings.runs, innings.balls, score.rules.ballsPerOver)}
              </span>
            </Td>
            <Td numeric className="font-bold">
              {scoreText(innings)}
            </Td>
            <Td colSpan={4} />
          </Tr>
        </tbody>
      </Table>
      {waiting.length > 0 ? (
        <p className="border-t py-2.5 text-sm">
          <span className="text-muted">{innings.end === null ? 'Yet to bat: ' : 'Did not bat: '}</span>
          {waiting.map(sheet).join(', ')}
        </p>
      ) : null}
    </>
  )
}

function Falls({ innings, names }: { innings: Innings; names: Names }) {
  if (innings.falls.length === 0) return null
  return (
    <div className="border-t py-2.5 text-sm">
      <h3 className="text-sm text-muted">Fall of wickets</h3>
      <ol className="flex flex-wrap gap-x-4 gap-y-1">
        {innings.falls.map(({ wicket, runs, over, out }) => (
          <li key={wicket}>
            <span className="font-semibold tabular-nums">
              {runs}/{wicket}
            </span>{' '}
            {names.player(out)} <span className="text-muted tabular-nums">{over}</span>
          </li>
        ))}
      </ol>
    </div>
  )
}

type BowlingProps = { innings: Innings; names: Names; ballsPerOver: number; title: string }

function Bowling({ innings, names, ballsPerOver, title }: BowlingProps) {
  if (innings.bowlers.length === 0) return null
  return (
    <Table aria-label={`Bowling of ${names.team(otherSide(innings.batting))} against ${title}`}>
      <thead>
        <tr>
          <Th>Bowler</Th>
          <Th numeric>O</Th>
          <Th numeric>M</Th>
          <Th numeric>R</Th>
          <Th numeric>W</Th>
          <Th numeric>Econ</Th>
          <Th numeric>Dots</Th>
          <Th numeric>wd</Th>
          <Th numeric>nb</Th>
        </tr>
      </thead>
      <tbody>
        {innings.bowlers.map((bowler) => (
          <Tr key={bowler.player}>
            <Td className="min-w-28 font-semibold break-words">{names.player(bowler.player)}</Td>
            <Td numeric>{oversText(bowler.balls, ballsPerOver)}</Td>
            <Td numeric>{bowler.maidens}</Td>
            <Td numeric>{bowler.runs}</Td>
            <Td numeric className="font-bold">
              {bowler.wickets}
            </Td>
            <Td numeric>{runRate(bowler.runs, bowler.balls, ballsPerOver)}</Td>
            <Td numeric>{bowler.dots}</Td>
            <Td numeric>{bowler.wides}</Td>
            <Td numeric>{bowler.noBalls}</Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  )
}
