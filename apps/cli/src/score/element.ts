import type { FootballImport, MatchImport } from '@gavel/match-files'
import { TEAMS } from '@gavel/match-files'
import {
  type BySide,
  cricketResult,
  type FootballRow,
  gameScores,
  kabaddiPoints,
  resultText,
  setScores,
} from '@gavel/scoring'

type Pair = readonly [number, number]

/** What `score --json` says of one match (of football: of one file). Its shape is a promise to scripts. */
export function elementOf(file: string, match: MatchImport): object {
  switch (match.sport) {
    case 'cricket':
      return { file, ...cricketElement(match) }
    case 'football':
      return { file, ...footballElement(match) }
    case 'badminton':
      return { file, ...sidesOf(match), sets: gameScores(match.state.score).map(pair), winner: match.winner }
    case 'volleyball':
      return { file, ...sidesOf(match), sets: setScores(match.state.score).map(pair), winner: match.winner }
    case 'kabaddi':
      return { file, ...sidesOf(match), score: pair(kabaddiPoints(match.state.score)), winner: match.winner }
    default:
      return match satisfies never
  }
}

const pair = ({ home, away }: BySide<number>): Pair => [home, away]

function sidesOf({ sport, names }: Exclude<MatchImport, { sport: 'football' | 'cricket' }>) {
  return { sport, home: names[TEAMS.home], away: names[TEAMS.away] }
}

function cricketElement({ sport, state, names, anomalies }: MatchImport & { sport: 'cricket' }) {
  const { score, setup } = state
  const team = (side: 'home' | 'away') => names[setup.sides[side].team] ?? side
  const result = cricketResult(score)
  return {
    sport,
    innings: score.innings.map(({ batting, runs, wickets, balls, extras, superOver }) => ({
      team: team(batting),
      runs,
      wickets,
      balls,
      extras: Object.values(extras).reduce((sum, some) => sum + some, 0),
      superOver: superOver > 0,
    })),
    outcome: {
      winner: 'winner' in result ? team(result.winner) : null,
      by: result.is === 'won' ? result.by : null,
      method:
        result.is === 'won'
          ? result.method
          : result.is === 'awarded'
            ? result.conceded
              ? 'Conceded'
              : 'Awarded'
            : null,
      text: resultText(result, { home: team('home'), away: team('away') }),
    },
    anomalies,
    strikeMismatches: score.strikeMismatches,
  }
}

function footballElement({ sport, fixtures, matches, tables }: FootballImport) {
  return {
    sport,
    matches: fixtures,
    counted: matches.length,
    tables: tables.map(({ group, rows }) => ({ group, rows: rows.map(rowOf) })),
    knockout: matches
      .filter(({ stage }) => stage.in === 'knockout')
      .map(({ round, teams, result, winner }) => ({
        round,
        ...teams,
        score: result.fullTime && pair(result.fullTime),
        extraTime: result.extraTime && pair(result.extraTime),
        penalties: result.kicks && pair(result.kicks),
        winner,
      })),
  }
}

function rowOf({ team, played, won, level, lost, scored, conceded, points }: FootballRow) {
  return { team, played, won, drawn: level, lost, goalsFor: scored, goalsAgainst: conceded, points }
}
