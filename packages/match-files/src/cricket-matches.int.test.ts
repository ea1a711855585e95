// Every recorded cricket match beside the project, where somebody has them: none is part of Gavel.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { SPORTS } from '@gavel/scoring'
import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { type CricketImport, readCricsheet, textOfResult } from './cricsheet/read.ts'
import { parseCricsheet } from './cricsheet/schema.ts'
import { writeCricsheet } from './cricsheet/write.ts'
import { readHundred } from './hundred/read-hundred.ts'

const folder = join(import.meta.dirname, '../../../../shared/data')
const text = (...path: string[]) => readFileSync(join(folder, ...path), 'utf8')
type Expected = Readonly<Record<string, string>>
const expected = (...path: string[]): Expected[] =>
  existsSync(join(folder, ...path)) ? parse(text(...path), { columns: true }) : []

const teamOf = ({ names, state }: CricketImport, side: 'home' | 'away') => names[state.setup.sides[side].team]

/** The match in the columns of `expected.csv`. */
function summary(match: CricketImport, columns: readonly string[]): Record<string, string> {
  const { innings } = match.state.score
  const cells: Record<string, string> = {}
  for (const [n, one] of innings.filter(({ superOver }) => superOver === 0).entries()) {
    const { wides, noBalls, byes, legByes, penalty } = one.extras
    const extras = wides + noBalls + byes + legByes + penalty
    const { runs, wickets: wkts, balls } = one
    for (const [key, value] of Object.entries({ team: teamOf(match, one.batting), runs, wkts, balls, extras }))
      cells[`innings${n + 1}_${key}`] = String(value)
  }
  cells.super_overs = innings
    .filter(({ superOver }) => superOver > 0)
    .map((one) => `${teamOf(match, one.batting)} ${one.runs}/${one.wickets} (${one.balls} balls)`)
    .join('; ')
  cells.outcome = textOfResult(match)
  const outcome = SPORTS.cricket.outcome(match.state.score)
  cells.winner = outcome.is === 'ended' && outcome.winner ? (teamOf(match, outcome.winner) ?? '') : ''
  return Object.fromEntries(columns.map((column) => [column, cells[column] ?? '']))
}

const COMPARED = /^(innings\d_(team|runs|wkts|balls|extras)|super_overs|outcome|winner)$/
function same(match: CricketImport, row: Expected): void {
  const columns = Object.keys(row).filter((column) => COMPARED.test(column))
  expect(summary(match, columns)).toEqual(Object.fromEntries(columns.map((column) => [column, row[column]])))
}

/** Faced by another than the runs say: mistakes of the sources, one ball each. */
const MISFACED: Readonly<Record<string, number>> = { '1271627.json': 1, '237242.json': 1, '1187017.json': 1 }
const NAMED: Readonly<Record<string, string>> = {
  '423788.json': 'WIDE_WITH_BAT_RUNS',
  '1383095.json': 'RETIRED_ON_A_WICKET',
  '1072322.json': 'AFTER_TARGET',
  '1377012.json': 'AFTER_TARGET',
  '501245.json': 'AFTER_TARGET',
  '682911.json': 'AFTER_TARGET',
}

for (const kind of ['cricsheet', 'cricsheet_from_xml'])
  describe.skipIf(!existsSync(join(folder, kind)))(`real matches (skipped: ../shared/data/${kind} is not here)`, () => {
    const rows = expected(kind, 'expected.csv')
    it('FILE-2 every file there is known', () => {
      const files = readdirSync(join(folder, kind)).filter((name) => name.endsWith('.json'))
      expect(rows.map((row) => row.file).toSorted()).toEqual(files.toSorted())
    })

    it.each(rows.map((row) => [row.file ?? '', row] as const))('FILE-2, FILE-3 %s', (file, row) => {
      const match = readCricsheet(JSON.parse(text(kind, file)))
      same(match, row)
      expect(match.state.score.strikeMismatches).toBe(MISFACED[file] ?? 0)
      if (NAMED[file]) expect(match.anomalies.map(({ code }) => code)).toContain(NAMED[file])
    })

    it.each(rows.map((row) => row.file ?? ''))('WRITE-1, WRITE-2 %s written and read again', (file) => {
      const json = JSON.parse(text(kind, file))
      const match = readCricsheet(json)
      const written = JSON.parse(JSON.stringify(writeCricsheet(match)))
      const read = JSON.parse(JSON.stringify(parseCricsheet(json)))
      expect(without(written, read)).toEqual(without(read, read))
      const again = readCricsheet(written)
      expect(summary(again, Object.keys(rows[0] ?? {}))).toEqual(summary(match, Object.keys(rows[0] ?? {})))
    })
  })

type Json = { meta: Record<string, unknown>; info: Record<string, unknown>; innings: Record<string, unknown>[] }

/** What only one of the two can say: the version, and what files made of older data lack. Counts that a file has as text are numbers. */
function without(file: Json, original: Json): Json {
  const { data_version: _, ...meta } = file.meta
  const lacks = (key: string) => original.info[key] === undefined
  const info = Object.fromEntries(
    Object.entries(file.info).filter(([key]) => !(lacks(key) && (key === 'players' || key === 'registry'))),
  )
  const innings = file.innings.map((one, n) => {
    const { target, miscounted_overs: miscounted, ...rest } = one
    const kept = original.innings[n]?.target === undefined ? {} : { target }
    const overs = Object.entries((miscounted ?? {}) as Record<string, { balls: unknown }>)
    return { ...rest, ...kept, miscounted: overs.map(([over, said]) => [over, { ...said, balls: Number(said.balls) }]) }
  })
  return { meta, info, innings }
}

describe.skipIf(!existsSync(join(folder, 'other/hundred_csv')))(
  'real matches of The Hundred (skipped: ../shared/data/other is not here)',
  () => {
    const rows = expected('other/hundred_csv', 'expected.csv')
    it.each(rows.map((row) => [row.file ?? '', row] as const))('FILE-8 %s', (file, row) => {
      const balls = text('other/hundred_csv', file)
      const match = readHundred(balls, text('other/hundred_csv', file.replace('.csv', '_info.csv')))
      same(match, row)
      expect(match.state.score.strikeMismatches).toBe(0)
      expect(match.anomalies).toEqual([])
      const alone = readHundred(balls, null)
      expect(alone.state.score.innings.map(({ runs }) => String(runs))).toEqual([row.innings1_runs, row.innings2_runs])
    })
  },
)
