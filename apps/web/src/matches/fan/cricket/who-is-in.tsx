import { currentInnings, type Innings, type Names, oversText } from '@gavel/scoring'
import { Section, Table, Td, Th, Tr } from '@gavel/ui'
import type { ReactNode } from 'react'
import { BallMark } from '../ball-mark.tsx'
import type { SportViewProps } from '../sport-page.ts'
import { runRate } from './board.ts'
import { markOf, overBalls } from './marks.ts'
import { standNow } from './stand-now.ts'

/** Who bats and bowls now, the over so far, the stand and the last wicket. */
export function WhoIsIn({ score, moments: { all: moments }, names: { player } }: SportViewProps<'cricket'>) {
  const innings = currentInnings(score)
  if (!innings || innings.end !== null) return null
  const { ballsPerOver } = score.rules
  const balls = overBalls(moments)
  const stand = standNow(moments)
  const fall = innings.falls.at(-1)
  return (
    <Section title="In the middle">
      <Batters innings={innings} player={player} />
      <Bowler innings={innings} ballsPerOver={ballsPerOver} player={player} />
      <div className="grid gap-2 py-3">
        <p className="text-sm text-muted">
          {innings.over ? 'This over' : 'The last over'}
          {innings.freeHit ? <span className="font-semibold text-warn"> · the next ball is a free hit</span> : null}
        </p>
        <ul className="flex min-h-7 flex-wrap gap-1">
          {balls.map(({ written }) =>
            written.play.type === 'Delivery' ? (
              <li key={written.seq}>
                <BallMark {...markOf(written.play)} />
              </li>
            ) : null,
          )}
        </ul>
      </div>
      <dl className="grid gap-1 border-t py-3 text-sm">
        {stand ? (
          <Fact name="Together">
            {stand.runs} off {stand.balls} {stand.balls === 1 ? 'ball' : 'balls'}
          </Fact>
        ) : null}
        {fall ? (
          <Fact name="Last out">
            {player(fall.out)}, {fall.runs}/{fall.wicket} in {fall.over} overs
          </Fact>
        ) : null}
      </dl>
    </Section>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="flex flex-wrap gap-x-2">
      <dt className="w-20 text-muted">{name}</dt>
      <dd className="min-w-0 flex-1 basis-40 tabular-nums">{children}</dd>
    </div>
  )
}

function Batters({ innings, player }: { innings: Innings; player: Names['player'] }) {
  const inNow = innings.batters.filter(({ status }) => status.is === 'in')
  return (
    <Table aria-label="At the crease">
      <thead>
        <tr>
          <Th>Batting</Th>
          <Th numeric>R</Th>
          <Th numeric>B</Th>
          <Th numeric>
            <abbr title="Fours and sixes" className="no-underline">
              4/6
            </abbr>
          </Th>
          <Th numeric>
            <abbr title="Strike rate" className="no-underline">
              SR
            </abbr>
          </Th>
        </tr>
      </thead>
      <tbody>
        {inNow.map((batter) => (
          <Tr key={batter.player}>
            <Td className="break-words">
              <span className="font-semibold">{player(batter.player)}</span>
              {batter.player === innings.striker ? (
                <span className="ml-1.5 text-xs font-semibold text-live">facing</span>
              ) : null}
            </Td>
            <Td numeric className="font-bold">
              {batter.runs}
            </Td>
            <Td numeric>{batter.balls}</Td>
            <Td numeric>
              {batter.fours}/{batter.sixes}
            </Td>
            <Td numeric>{batter.balls === 0 ? '–' : ((batter.runs * 100) / batter.balls).toFixed(0)}</Td>
          </Tr>
        ))}
        {inNow.length < 2 ? (
          <Tr>
            <Td colSpan={5} className="text-muted">
              {inNow.length === 0 ? 'The openers are on their way.' : 'A new batter is on the way.'}
            </Td>
          </Tr>
        ) : null}
      </tbody>
    </Table>
  )
}

function Bowler(props: { innings: Innings; ballsPerOver: number; player: Names['player'] }) {
  const { innings, ballsPerOver, player } = props
  const id = (innings.over ?? innings.lastOver)?.bowlers.at(-1)
  const bowler = innings.bowlers.find((one) => one.player === id)
  if (!bowler) return null
  return (
    <Table aria-label="Bowling">
      <thead>
        <tr>
          <Th>Bowling</Th>
          <Th numeric>O</Th>
          <Th numeric>M</Th>
          <Th numeric>R</Th>
          <Th numeric>W</Th>
          <Th numeric>
            <abbr title="Runs an over" className="no-underline">
              Econ
            </abbr>
          </Th>
        </tr>
      </thead>
      <tbody>
        <Tr>
          <Td className="font-semibold break-words">{player(bowler.player)}</Td>
          <Td numeric>{oversText(bowler.balls, ballsPerOver)}</Td>
          <Td numeric>{bowler.maidens}</Td>
          <Td numeric>{bowler.runs}</Td>
          <Td numeric className="font-bold">
            {bowler.wickets}
          </Td>
          <Td numeric>{runRate(bowler.runs, bowler.balls, ballsPerOver)}</Td>
        </Tr>
      </tbody>
    </Table>
  )
}
