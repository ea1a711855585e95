import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'

const folder = mkdtempSync(join(tmpdir(), 'gavel-score-'))
afterAll(() => rmSync(folder, { recursive: true }))

function write(name: string, text: string): string {
  const path = join(folder, name)
  mkdirSync(join(path, '..'), { recursive: true })
  writeFileSync(path, text)
  return path
}

function gavel(...args: readonly string[]) {
  const main = join(import.meta.dirname, '../main.ts')
  const { stdout, stderr, status } = spawnSync(process.execPath, [main, 'score', ...args], { encoding: 'utf8' })
  return { stdout, stderr, status }
}

const league = (home: string) =>
  JSON.stringify({
    name: 'Harbour League',
    matches: [{ round: 'Matchday 1', team1: home, team2: 'Gulls', score: { ft: [2, 1] } }],
  })
const set = [
  'rally,ball_round,player,getpoint_player',
  ...Array.from({ length: 21 }, (_, at) => `${at + 1},1,A,A`),
  '',
].join('\n')

test('TALLY-1, TALLY-3 one element a match; a bad file among good ones is an element with its error, and the exit code is 1', () => {
  const good = write('mixed/a.json', league('Terns'))
  const bad = write('mixed/b.json', league('Terns').slice(0, -5))
  write('mixed/c/set1.csv', set)
  write('mixed/c/set2.csv', set)
  const { stdout, status } = gavel('--json', join(folder, 'mixed'), join(folder, 'nowhere.json'))
  expect(status).toBe(1)
  const elements = JSON.parse(stdout)
  expect(elements).toHaveLength(4)
  expect(elements[0]).toEqual({
    file: good,
    sport: 'football',
    matches: 1,
    counted: 1,
    tables: [
      {
        group: null,
        rows: [
          { team: 'Terns', played: 1, won: 1, drawn: 0, lost: 0, goalsFor: 2, goalsAgainst: 1, points: 3 },
          { team: 'Gulls', played: 1, won: 0, drawn: 0, lost: 1, goalsFor: 1, goalsAgainst: 2, points: 0 },
        ],
      },
    ],
    knockout: [],
  })
  expect(elements[1]).toEqual({ file: bad, error: { code: 'NOT_JSON', words: expect.any(String), where: 'line 1' } })
  expect(elements[2]).toEqual({
    file: join(folder, 'mixed/c'),
    sport: 'badminton',
    home: 'Player A',
    away: 'Player B',
    sets: [
      [21, 0],
      [21, 0],
    ],
    winner: 'home',
  })
  expect(elements[3]).toMatchObject({ error: { code: 'NOT_FOUND', where: 'the file' } })
})

test('TALLY-3, TALLY-5 for people the good ones are printed and the bad one is told on standard error', () => {
  const good = write('people/a.json', league('Owls'))
  const bad = write('people/b.json', '{')
  const { stdout, stderr, status } = gavel(good, bad)
  expect(status).toBe(1)
  expect(stdout).toContain('Harbour League: 1 match\n')
  expect(stdout).toMatch(/1 +Owls +1 +1 +0 +0 +2-1 +3/)
  expect(stderr).toContain(`${bad}: line 1: This is not whole JSON`)
})

test('TALLY-4 in a folder a table of something else is left aside; named, it is refused', () => {
  const other = write('aside/expected.csv', 'file,winner\na,Owls\n')
  write('aside/a.json', league('Owls'))
  write('aside/notes.txt', 'nothing')
  const walked = gavel('--json', join(folder, 'aside'))
  expect(walked.status).toBe(0)
  expect(JSON.parse(walked.stdout)).toHaveLength(1)
  expect(walked.stderr).toContain('expected.csv holds no match and is left aside.')
  expect(JSON.parse(gavel('--json', other).stdout)).toMatchObject([{ file: other, error: { code: 'UNKNOWN_FORMAT' } }])
  mkdirSync(join(folder, 'bare'))
  expect(JSON.parse(gavel('--json', join(folder, 'bare')).stdout)).toMatchObject([{ error: { code: 'NO_MATCH' } }])
})

test('TALLY-1 sets that are named one by one are one match', () => {
  const sets = [1, 2].map((n) => write(`loose/set${n}.csv`, set))
  expect(JSON.parse(gavel('--json', ...sets).stdout)).toMatchObject([{ file: join(folder, 'loose'), winner: 'home' }])
  expect(JSON.parse(gavel('--json', sets[0] ?? '').stdout)).toMatchObject([
    { file: sets[0], sets: [[21, 0]], winner: null },
  ])
})
