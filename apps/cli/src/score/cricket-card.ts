import type { CricketImport } from '@gavel/match-files'
import {
  type CricketScore,
  cricketResult,
  dismissalText,
  type InningsCard,
  type Names,
  resultText,
  type Side,
  scorecard,
} from '@gavel/scoring'
import { indented, lines, nameIn } from './lines.ts'

/** A cricket match as the papers print it: each innings with its batting and bowling, then the result. */
export function cricketCard(match: CricketImport): string {
  const { setup } = match.state
  const score: CricketScore = match.state.score
  const names: Names = {
    team: (side) => nameIn(match, setup.sides[side].team),
    player: (player) => (player === null ? 'somebody' : nameIn(match, player)),
  }
  const { match_type: kind, dates, venue } = match.about
  const about = [kind, dates[0], venue].filter(Boolean).join(', ')
  const teams = { home: names.team('home'), away: names.team('away') }
  return lines(
    `${teams.home} v ${teams.away} (${about})`,
    ...scorecard(score).map((innings) => inningsCard(innings, names)),
    `  ${resultText(cricketResult(score), teams)}`,
  )
}

const ENDS = { declared: ' declared', forfeited: ' forfeited', 'called off': ' called off' } as const

function inningsCard(innings: InningsCard, names: Names): string {
  const { batting, superOver, runs, wickets, overs, end, extras, batters, bowlers, falls, toBat, absent } = innings
  const how = end !== null && end in ENDS ? ENDS[end as keyof typeof ENDS] : ''
  const team = (side: Side) => `${names.team(side)}${superOver > 0 ? ' (super over)' : ''}`
  const list = (label: string, players: readonly string[]) =>
    players.length > 0 ? `  ${label}: ${players.join(', ')}` : ''
  return lines(
    `${team(batting)} ${runs}/${wickets}${how} (${overs} overs)`,
    indented([
      ['', '', 'R', 'B', '4s', '6s'],
      ...batters.map((one) => [
        names.player(one.player),
        dismissalText(one.status, names),
        one.runs,
        one.balls,
        one.fours,
        one.sixes,
      ]),
    ]),
    `  extras ${extras.total} (wides ${extras.wides}, no-balls ${extras.noBalls}, byes ${extras.byes}, leg byes ${extras.legByes}, penalty ${extras.penalty})`,
    list('did not bat', toBat.map(names.player)),
    list('absent', absent.map(names.player)),
    list(
      'wickets',
      falls.map((fall) => `${fall.wicket}-${fall.runs} ${names.player(fall.out)} (${fall.over})`),
    ),
    indented([
      ['', 'O', 'M', 'R', 'W'],
      ...bowlers.map((one) => [names.player(one.player), one.overs, one.maidens, one.runs, one.wickets]),
    ]),
  )
}
