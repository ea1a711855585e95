import { expect, test } from 'vitest'
import { besideRows } from './identity/rows.ts'
import { measured } from './measure.ts'
import { markdown } from './report.ts'
import { generated } from './scoring/recorded.ts'
import { scoringRows } from './scoring/rows.ts'

const short = generated('t20', 'tiny', { overs: 1 })
const rows = scoringRows({ short, long: short, season: [short, short] })
const MACHINE = { cpu: 'a processor', cores: 2, memoryGb: 8, node: '24.0.0', load: 0.5 }

test('BENCH-1 every row has a floor and contestants of other names, and all of them run', async () => {
  expect(rows.map(({ name }) => name)).toEqual([
    'A twenty-over match',
    'A five-day match',
    'Ball 3 of a five-day match corrected',
    'A folder of matches',
  ])
  for (const { floor, contestants } of rows) {
    const all = [floor, ...contestants]
    expect(new Set(all.map(({ name }) => name)).size).toBe(all.length)
    expect(contestants.length).toBeGreaterThan(0)
    for (const { run } of all) await run()
  }
})

test('BENCH-1 contestants are told as multiples of the floor, with the raw figures beside them', async () => {
  const [row] = rows
  if (!row) throw new Error('no row')
  const { figures } = await measured(row, 1)
  const [floor, ...others] = figures
  expect(floor).toMatchObject({ name: row.floor.name, ratio: 1, p99Ratio: 1 })
  for (const one of others) {
    expect(one.runs).toBeGreaterThanOrEqual(5)
    expect(one.ratio).toBeCloseTo(one.medianMs / (floor?.medianMs ?? 0))
    expect(one.p99Ratio).toBeCloseTo(one.p99Ms / (floor?.p99Ms ?? 0))
    expect(one.bestMs).toBeLessThanOrEqual(one.medianMs)
    expect(one.medianMs).toBeLessThanOrEqual(one.p99Ms)
  }
})

test('BENCH-2 a row says what it was measured on, also that nobody played it', () => {
  for (const { input } of rows) {
    expect(input).toContain('a generated match, t20, seed tiny')
    expect(input).toMatch(/\d+ balls/)
  }
})

test('BENCH-3 the report is a table an area, with its machine, and names what missed its target', () => {
  const figure = { p99Ms: 130, bestMs: 1, runs: 9 }
  const text = markdown(MACHINE, [
    {
      area: 'scoring',
      name: 'A match',
      input: 'one: 6 balls',
      items: { count: 6, of: 'balls' },
      targetMs: 100,
      figures: [
        { name: 'floor', ratio: 1, p99Ratio: 1, medianMs: 0.5, ...figure },
        { name: 'ours', ratio: 250, p99Ratio: 1.5, medianMs: 125, ...figure },
      ],
    },
  ])
  expect(text).toContain('a processor, 2 cores, 8 GB, Node 24.0.0, load 0.5 when it began.')
  expect(text).toContain('## scoring')
  expect(text).toContain(
    '| **A match** (one: 6 balls; under 100 ms) | floor | 1.00 | 0.500 | 1.00 | 130 | 1.00 | 12,000 balls | 9 |',
  )
  expect(text).toContain('|  | ours | 250.00 | 125 (over) | 1.50 | 130 | 1.00 | 48 balls | 9 |')
})

test('BENCH-4 bids beside sign-ins are told as multiples of bids alone, with what was refused', () => {
  const [bids, signIns] = besideRows({
    alone: [1, 2, 3],
    beside: [2, 4, 9],
    single: [50],
    signIns: [100, 2_000, 4_000],
    refused: 1,
  })
  expect(bids?.figures).toMatchObject([
    { name: 'alone', ratio: 1, p99Ratio: 1, medianMs: 2, p99Ms: 3, runs: 3 },
    { ratio: 2, p99Ratio: 3, medianMs: 4, p99Ms: 9, runs: 3 },
  ])
  expect(signIns?.input).toContain('1 of 4 refused')
  expect(signIns?.figures[1]).toMatchObject({ ratio: 40, runs: 3 })
})
