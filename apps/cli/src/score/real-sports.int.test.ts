import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type MatchImport, readMatch } from '@gavel/match-files'
import { describe, expect, test } from 'vitest'
import { elementOf } from './element.ts'
import { findMatches, readFiles } from './find.ts'
import { scorecardOf } from './scorecard.ts'

const folder = join(import.meta.dirname, '../../../../../shared/data/other')

/** Every match of a folder, by the last part of its name. */
function matchesIn(sport: string): ReadonlyMap<string, MatchImport> {
  const found = findMatches([join(folder, sport)]).flatMap((one) => {
    if ('refusal' in one) return []
    const files = readFiles(one.paths)
    const match = 'code' in files ? { refusal: files } : readMatch(one.name, files)
    return 'refusal' in match ? [] : [[one.name.split('/').at(-1) ?? '', match] as const]
  })
  return new Map(found)
}

/** The rows of `expected.csv`; no cell of it holds a comma. */
function expected(sport: string): readonly Readonly<Record<string, string>>[] {
  const [header = '', ...rows] = readFileSync(join(folder, sport, 'expected.csv'), 'utf8')
    .trim()
    .split(/\r?\n/)
  const names = header.split(',')
  return rows.map((row) => Object.fromEntries(row.split(',').map((cell, at) => [names[at] ?? '', cell])))
}

/** What a script reads of a match. */
type Element = {
  home: string
  away: string
  sets: [number, number][]
  score: [number, number]
  winner: string | null
  matches: number
  counted: number
  tables: { group: string | null; rows: { team: string; points: number; goalsFor: number; goalsAgainst: number }[] }[]
  knockout: {
    home: string
    away: string
    score: number[]
    extraTime: number[] | null
    penalties: number[] | null
    winner: string
  }[]
}
const element = (match: MatchImport | undefined): Element => {
  if (!match) throw new Error('There is no such match.')
  return elementOf('', match) as Element
}
const setsText = ({ sets }: Element) => sets.map(([home, away]) => `${home}-${away}`).join(' ')
/** Codes of what was odd about a match, or about all matches of a season. */
const oddities = (match: MatchImport): string[] =>
  match.sport === 'football'
    ? match.matches.flatMap((one) => one.anomalies.map(({ code }) => code))
    : match.anomalies.map(({ code }) => code)

describe.skipIf(!existsSync(folder))('real matches (skipped: ../shared/data/other is not here)', () => {
  test('RECORD-8 badminton: every set as expected, player A at home', () => {
    const matches = matchesIn('badminton')
    const rows = expected('badminton')
    expect([...matches.keys()].toSorted()).toEqual(rows.map((row) => row.folder).toSorted())
    for (const row of rows) {
      const match = matches.get(row.folder ?? '')
      expect(setsText(element(match))).toBe(row.set_scores_A_B)
      expect(element(match).winner).toBe('home')
      expect(match && oddities(match)).toEqual([])
    }
    expect(matches.size).toBe(readdirSync(join(folder, 'badminton')).length - 1)
  })

  test('RECORD-8 volleyball: every set as expected, every server the one whose turn it was', () => {
    const matches = matchesIn('volleyball')
    for (const row of expected('volleyball')) {
      const match = matches.get(row.file ?? '')
      const { home, away, winner } = element(match)
      expect(setsText(element(match))).toBe(row.set_scores_from_point_lines)
      expect([home, away]).toEqual([row.home_team, row.visiting_team])
      expect(winner).toBe(Number(row.sets_won_home) > Number(row.sets_won_visiting) ? 'home' : 'away')
      expect(match && oddities(match)).toEqual([])
    }
    expect(matches.size).toBe(3)
  })

  test('RECORD-8 kabaddi: every score as expected, and every all out follows from who was on the mat', () => {
    const matches = matchesIn('kabaddi')
    for (const row of expected('kabaddi')) {
      const match = matches.get(row.file ?? '')
      const { home, away, score, winner } = element(match)
      expect([home, away, ...score.map(String)]).toEqual([row.team_a, row.team_b, row.score_a, row.score_b])
      const [a = 0, b = 0] = score
      expect(winner).toBe(a === b ? null : a > b ? 'home' : 'away')
      expect(match && oddities(match)).toEqual([])
    }
    expect(matches.size).toBe(2)
  })

  test('RECORD-8 football: the final tables of the Premier League', () => {
    const matches = matchesIn('football')
    const table = (file: string) => element(matches.get(file)).tables[0]?.rows.map(({ team, points }) => [team, points])
    expect(table('2023-24_en.1.json')?.slice(0, 4)).toEqual([
      ['Manchester City FC', 91],
      ['Arsenal FC', 89],
      ['Liverpool FC', 82],
      ['Aston Villa FC', 68],
    ])
    expect(table('2023-24_en.1.json')?.slice(-3)).toEqual([
      ['Luton Town FC', 26],
      ['Burnley FC', 24],
      ['Sheffield United FC', 16],
    ])
    expect(table('2024-25_en.1.json')?.slice(0, 4)).toEqual([
      ['Liverpool FC', 84],
      ['Arsenal FC', 74],
      ['Manchester City FC', 71],
      ['Chelsea FC', 69],
    ])
    expect(table('2024-25_en.1.json')?.slice(-3)).toEqual([
      ['Leicester City FC', 25],
      ['Ipswich Town FC', 22],
      ['Southampton FC', 12],
    ])
  })

  test('RECORD-8 football: the Champions League has one table and a knock-out, and its final has no score yet', () => {
    const league = element(matchesIn('football').get('2024-25_uefa.cl.json'))
    expect(league).toMatchObject({ matches: 189, counted: 188 })
    expect(league.tables).toHaveLength(1)
    expect(league.tables[0]?.rows).toHaveLength(36)
    expect(league.knockout).toHaveLength(44)
  })

  test('RECORD-8 football: the groups and knock-outs of two World Cups', () => {
    const matches = matchesIn('football')
    for (const [file, champion, tie, kicks] of [
      ['worldcup_2018.json', 'France', ['Croatia', 'England', [1, 1], [2, 1], null], 4],
      ['worldcup_2022.json', 'Argentina', ['Argentina', 'France', [2, 2], [3, 3], [4, 2]], 5],
    ] as const) {
      const { tables, knockout } = element(matches.get(file))
      expect(tables.map(({ group, rows }) => [group, rows.length])).toEqual(
        [...'ABCDEFGH'].map((group) => [`Group ${group}`, 4]),
      )
      expect(knockout).toHaveLength(16)
      const final = knockout.at(-1)
      expect(final?.[final.winner as 'home' | 'away']).toBe(champion)
      expect(
        knockout.map(({ home, away, score, extraTime, penalties }) => [home, away, score, extraTime, penalties]),
      ).toContainEqual(tie)
      expect(knockout.filter(({ penalties }) => penalties)).toHaveLength(kicks)
      expect(knockout.every(({ winner }) => winner !== null)).toBe(true)
    }
  })

  test('TALLY-5 every match has a scorecard for people', () => {
    for (const sport of ['badminton', 'volleyball', 'kabaddi', 'football', 'hundred_csv']) {
      for (const match of matchesIn(sport).values()) {
        expect(scorecardOf(match)).toMatch(/\S v \S|matches/)
        expect(scorecardOf(match)).not.toMatch(/undefined|\[object|NaN|team-home/)
      }
    }
  })
})
