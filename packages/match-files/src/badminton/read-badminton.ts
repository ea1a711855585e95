import {
  BADMINTON_FORMATS,
  type BadmintonPlay,
  type BadmintonRules,
  type BadmintonSetup,
  badminton,
  couldEnd,
  gameScores,
  leaderBySets,
  setsCouldBe,
} from '@gavel/scoring'
import { headerOf, tableOf } from '../csv.ts'
import { bookOf, type Imported, type Oddity, TEAMS } from '../imported.ts'
import { Refused } from '../refused.ts'
import { baseName, type NamedFile, textOf } from '../text.ts'
import { type FileGame, gameOf } from './game.ts'
import { playersIn } from './names.ts'
import { ralliesOf } from './rallies.ts'

export type BadmintonImport = Imported<'badminton'>

const MAX_GAMES = 9

/** Whether a table with these columns holds the strokes of a badminton set. */
export function isBadmintonSet(columns: readonly string[]): boolean {
  return columns.includes('rally') && (columns.includes('getpoint_player') || columns.includes('roundscore_a'))
}

/** The number in `set2.csv`; null for a file that does not say. */
export function setNumberIn(name: string): number | null {
  const digits = /^set[ _-]?(\d{1,2})\.csv$/i.exec(baseName(name))?.[1]
  return digits === undefined ? null : Number(digits)
}

/**
 * A match of singles from its sets, one file each (ShuttleSet22: a row a stroke). Player A is at home. `folder`: its name, which is all that
 * names the players. The format is the first of ours in which the games can have ended so; else the games count as the file ends them.
 */
export function readBadminton(files: readonly NamedFile[], folder: string): BadmintonImport {
  if (files.length > MAX_GAMES) throw new Refused('TOO_MANY', folder, { max: MAX_GAMES, what: 'sets' })
  const sets = files.toSorted((a, b) => (setNumberIn(a.name) ?? 0) - (setNumberIn(b.name) ?? 0))
  const games = sets.map((file, at) => gameIn(file, `set ${setNumberIn(file.name) ?? at + 1}`))
  const missing = sets
    .flatMap((file, at) => ((setNumberIn(file.name) ?? at + 1) === at + 1 ? [] : [at + 1]))
    .slice(0, 1)
  const rules = formatOf(games)
  const { players, title } = playersIn(folder)
  const setup: BadmintonSetup = {
    discipline: 'singles',
    firstServer: null,
    sides: { home: { team: TEAMS.home, players: ['A'] }, away: { team: TEAMS.away, players: ['B'] } },
  }
  const called = rules.target === null
  const plays = games.flatMap((game): BadmintonPlay[] => [
    ...game.points.map(({ winner, serving }) => ({ type: 'Rally', winner, serving, server: null }) as const),
    ...(called && game.score.home !== game.score.away ? [{ type: 'GameCalled' } as const] : []),
  ])
  const last = games.at(-1)?.score
  const open = !called && last !== undefined && !couldEnd(rules, games.length, last)
  const oddities: readonly Oddity[] = [
    ...(called ? [{ code: 'OWN_FORMAT', where: 'the match' } as const] : []),
    ...(open ? [{ code: 'GAME_OPEN', where: `set ${games.length}` } as const] : []),
    ...missing.map((set) => ({ code: 'SET_MISSING', where: `set ${set}` }) as const),
    ...games.flatMap((game) => game.oddities),
  ]
  const names = { [TEAMS.home]: players.home, [TEAMS.away]: players.away, A: players.home, B: players.away }
  const written = bookOf('badminton', rules, setup, names, plays, oddities)
  const outcome = badminton.outcome(written.state.score)
  return {
    ...written,
    about: { title, date: null, venue: null },
    winner: outcome.is === 'ended' ? outcome.winner : called ? leaderBySets(gameScores(written.state.score)) : null,
  }
}

function gameIn(file: NamedFile, where: string): FileGame {
  const text = textOf(file)
  if (!isBadmintonSet(headerOf(text)))
    throw new Refused('MISSING', `${where}, row 1`, { what: 'a column rally, or getpoint_player' })
  const table = tableOf(text)
  if (table.cutAt !== null)
    throw new Refused('TRUNCATED', `${where}, row ${table.cutAt}`, { why: 'the last row is not whole' })
  const rallies = ralliesOf(table, where)
  if (rallies.length === 0) throw new Refused('MISSING', where, { what: 'every rally' })
  return gameOf(rallies, where)
}

function formatOf(games: readonly FileGame[]): BadmintonRules {
  const scores = games.map((game) => game.score)
  const { '3x21': usual, '3x15': shorter, '5x11': five, called } = BADMINTON_FORMATS
  return [usual, shorter, five].find((rules) => setsCouldBe(rules, scores)) ?? called
}
