import { type FootballImport, type FootballMatchImport, type MatchImport, TEAMS } from '@gavel/match-files'
import {
  type BySide,
  badmintonPoints,
  defenders,
  gameScores,
  kabaddiPoints,
  minuteWords,
  type PointWon,
  raiders,
  rallyFigures,
  servers,
  setScores,
  volleyballPoints,
} from '@gavel/scoring'
import { cricketCard } from './cricket-card.ts'
import { indented, lines, nameIn } from './lines.ts'

type OneMatch = Exclude<MatchImport, { sport: 'football' }>
type Of<Id extends MatchImport['sport']> = Extract<MatchImport, { sport: Id }>

/** A match as a person reads it at a terminal: some lines of text. */
export function scorecardOf(match: MatchImport): string {
  switch (match.sport) {
    case 'football':
      return seasonCard(match)
    case 'cricket':
      return lines(cricketCard(match), oddities(match))
    case 'badminton':
      return lines(badmintonCard(match), oddities(match))
    case 'volleyball':
      return lines(volleyballCard(match), oddities(match))
    case 'kabaddi':
      return lines(kabaddiCard(match), oddities(match))
    default:
      return match satisfies never
  }
}

function oddities({ anomalies }: OneMatch | FootballMatchImport): string {
  const [more] = [anomalies.length - 10]
  const told = anomalies
    .slice(0, 10)
    .map(({ where, words, times }) => `  odd: ${where}: ${words}${times > 1 ? ` (${times} times)` : ''}`)
  return lines(...told, more > 0 ? `  and ${more} more oddities` : '')
}

function headOf(match: OneMatch): string {
  const sides = `${nameIn(match, TEAMS.home)} v ${nameIn(match, TEAMS.away)}`
  const about = 'title' in match.about ? [match.about.title, match.about.date].filter(Boolean).join(', ') : ''
  return about ? `${sides} (${about})` : sides
}

function winnerLine(match: Exclude<OneMatch, { sport: 'cricket' }>): string {
  if (match.winner) return `  ${nameIn(match, TEAMS[match.winner])} won`
  return match.state.score && 'phase' in match.state.score && match.state.score.phase === 'ended'
    ? '  tied'
    : '  not finished'
}

const setsLine = (sets: readonly BySide<number>[]): string =>
  `  ${sets.map(({ home, away }) => `${home}-${away}`).join(', ')}`

function figuresTable(match: OneMatch, points: readonly PointWon[]): string {
  const figures = rallyFigures(points)
  return indented([
    ['', 'points', 'on serve', 'longest run', 'biggest lead'],
    ...(['home', 'away'] as const).map((side) => {
      const { points: won, onServe, longestRun, biggestLead } = figures[side]
      return [nameIn(match, TEAMS[side]), won, onServe, longestRun, biggestLead]
    }),
  ])
}

function badmintonCard(match: Of<'badminton'>): string {
  const { rules, setup, plays, score } = match.state
  const points = badmintonPoints(
    rules,
    setup,
    plays.map((written) => written.play),
  )
  return lines(headOf(match), setsLine(gameScores(score)), winnerLine(match), figuresTable(match, points))
}

function volleyballCard(match: Of<'volleyball'>): string {
  const { rules, setup, score } = match.state
  const plays = match.state.plays.map((written) => written.play)
  const best = servers(plays).slice(0, 3)
  const serving = best.map(({ player, points, serves }) => `${nameIn(match, player)} ${points} of ${serves}`).join(', ')
  return lines(
    headOf(match),
    setsLine(setScores(score)),
    winnerLine(match),
    figuresTable(match, volleyballPoints(rules, setup, plays)),
    serving ? `  points on serve: ${serving}` : '',
  )
}

function kabaddiCard(match: Of<'kabaddi'>): string {
  const { rules, score } = match.state
  const plays = match.state.plays.map((written) => written.play)
  const { home, away } = kabaddiPoints(score)
  const kinds = (['home', 'away'] as const).map((side) => {
    const { touch, bonus, tackle, superTackle, allOut, technical } = score.sides[side].points
    return [nameIn(match, TEAMS[side]), touch + bonus, tackle + superTackle, allOut, technical]
  })
  const raid = raiders(rules, plays).slice(0, 3)
  const catches = defenders(rules, plays).slice(0, 3)
  const named = (rows: readonly { player: string; points: number }[]) =>
    rows.map(({ player, points }) => `${nameIn(match, player)} ${points}`).join(', ')
  return lines(
    headOf(match),
    `  ${home}-${away}`,
    winnerLine(match),
    indented([['', 'raids', 'tackles', 'all outs', 'technical'], ...kinds]),
    raid.length > 0 ? `  raiders: ${named(raid)}` : '',
    catches.length > 0 ? `  defenders: ${named(catches)}` : '',
  )
}

function seasonCard({ title, fixtures, matches, tables }: FootballImport): string {
  const left = fixtures - matches.length
  const standings = tables.map(({ group, rows }) => {
    const cells = rows.map((row, at) => {
      const { team, played, won, level, lost, scored, conceded, points } = row
      return [at + 1, team, played, won, level, lost, `${scored}-${conceded}`, points] as const
    })
    return lines(group ?? '', indented([['', '', 'P', 'W', 'D', 'L', 'goals', 'pts'], ...cells]))
  })
  const knockout = matches.filter(({ stage }) => stage.in === 'knockout')
  return lines(
    `${title ?? 'Football'}: ${matches.length} ${matches.length === 1 ? 'match' : 'matches'}${left > 0 ? `, ${left} without a score` : ''}`,
    ...standings,
    knockout.length > 0 ? 'Knock-out' : '',
    ...knockout.map(knockoutLine),
    ...matches.map(oddities),
  )
}

function knockoutLine(match: FootballMatchImport): string {
  const { round, teams, result, winner } = match
  const score = (of: BySide<number>) => `${of.home}-${of.away}`
  const extra = result.extraTime ? `, ${score(result.extraTime)} after extra time` : ''
  const kicks = result.kicks ? `, ${score(result.kicks)} on kicks` : ''
  const won = winner ? `: ${teams[winner]}` : ''
  const goals = match.state.plays.flatMap(({ play }) =>
    play.type === 'Goal' && play.scorer !== null ? [`${play.scorer} ${minuteWords(play.at)}`.trim()] : [],
  )
  const line = `  ${round}: ${teams.home} ${result.fullTime ? score(result.fullTime) : ''} ${teams.away}${extra}${kicks}${won}`
  return goals.length > 0 ? `${line}\n    ${goals.join(', ')}` : line
}
