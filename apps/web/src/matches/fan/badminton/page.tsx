import { type BadmintonScore, badmintonPoints, badmintonSentence, gameScores, setsWon } from '@gavel/scoring'
import { Section } from '@gavel/ui'
import { callWords, Pause } from '../../badminton/calls.tsx'
import { Court } from '../../badminton/court.tsx'
import { shortName } from '../match-info.ts'
import { PartEnd } from '../part-end.tsx'
import { playsOf, RALLIES, rallyLine, type SetsOf, setsBoard } from '../sets/sets-board.ts'
import { SetsCard, SetsCharts } from '../sets/sets-card.tsx'
import type { SportPage, SportViewProps } from '../sport-page.ts'

const ofBadminton = ({ games, points, serving, ended }: BadmintonScore): SetsOf => ({
  ...{ sets: games, points, serving },
  winner: ended?.winner ?? null,
})

const gamePoints = ({ moments: { rules, setup, all } }: SportViewProps<'badminton'>) =>
  badmintonPoints(rules, setup, playsOf(all))

/** Who stands where, who serves to whom, and what the umpire has just called. */
function OnCourt({ info, score, moments: { all }, names }: SportViewProps<'badminton'>) {
  const last = all.at(-1)
  const calls = callWords(last, names)
  return (
    <Section title="On court" aria-label="On court">
      <div className="grid gap-3 pt-2">
        <Court score={score} info={info} names={names} short={(player) => shortName(names.player(player))} />
        {calls.length > 0 ? <p className="font-semibold">{calls.join(' · ')}</p> : null}
        <Pause last={last} />
      </div>
    </Section>
  )
}

export const badmintonPage: SportPage<'badminton'> = {
  ...RALLIES,
  board: (score, names) => setsBoard(ofBadminton(score), names, 'game'),
  line: ({ written, before, after }, names) => ({
    ...rallyLine(
      { before: ofBadminton(before), after: ofBadminton(after) },
      badmintonSentence(before, written.play, names),
    ),
    place: `${before.games.length + 1}.${before.rallies + 1}`,
  }),
  divider: ({ before, after }, { team }) => {
    const game = after.games.length > before.games.length ? after.games.at(-1) : null
    if (!game) return null
    const won = setsWon(after.games)
    return (
      <PartEnd
        rows={[
          [
            `Game ${after.games.length}: ${team('home')} ${game.home}, ${team('away')} ${game.away}`,
            `${won.home}-${won.away} in games`,
          ],
        ]}
      />
    )
  },
  Now: OnCourt,
  format: ({ bestOf, target }, { discipline }) =>
    [
      bestOf === null || target === null
        ? 'games as the umpire calls them'
        : `best of ${bestOf} ${bestOf === 1 ? 'game' : 'games'} to ${target}`,
      discipline,
    ].join(', '),
  Card: (props) => (
    <SetsCard unit="Game" sets={gameScores(props.score)} points={gamePoints(props)} names={props.names} />
  ),
  cardTitle: 'Games',
  Charts: (props) => <SetsCharts unit="Game" points={gamePoints(props)} names={props.names} info={props.info} />,
}
