// `npm run bench [area ...] [-- --ms 1000]`: measures, prints a Markdown table and writes it with the raw figures to bench/out (BENCH-3).
import { mkdirSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, totalmem } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { besideSignIns } from './identity/measure.ts'
import { type MeasuredRow, measured } from './measure.ts'
import { type Machine, markdown } from './report.ts'
import type { Row } from './row.ts'
import { matchesHere } from './scoring/files.ts'
import { scoringRows } from './scoring/rows.ts'

const say = (words: string) => process.stderr.write(`${words}\n`)

/** What is measured, by area. */
const AREAS: Readonly<Record<string, (ms: number) => Promise<readonly MeasuredRow[]>>> = {
  scoring: (ms) => inTurn(scoringRows(matchesHere()), ms),
  identity: () => besideSignIns(say),
}

async function inTurn(rows: readonly Row[], ms: number): Promise<MeasuredRow[]> {
  const done: MeasuredRow[] = []
  for (const row of rows) {
    say(`${row.area}: ${row.name} ...`)
    done.push(await measured(row, ms))
  }
  return done
}

const out = join(import.meta.dirname, '../out')

function machine(): Machine {
  const [first] = cpus()
  return {
    cpu: first?.model.trim() ?? 'an unknown processor',
    cores: cpus().length,
    memoryGb: Math.round(totalmem() / 2 ** 30),
    node: process.versions.node,
    load: loadavg()[0] ?? 0,
  }
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    options: { ms: { type: 'string', default: '1000' } },
    allowPositionals: true,
  })
  const ms = Number(values.ms)
  const unknown = positionals.find((area) => !Object.hasOwn(AREAS, area))
  if (unknown !== undefined || !(ms > 0)) {
    const areas = Object.keys(AREAS).join(', ')
    process.stderr.write(`Say which areas (${areas}), or none for all, and --ms as a number of milliseconds.\n`)
    process.exit(1)
  }
  const on = machine()
  const rows: MeasuredRow[] = []
  for (const [area, rowsOf] of Object.entries(AREAS)) {
    if (positionals.length > 0 && !positionals.includes(area)) continue
    rows.push(...(await rowsOf(ms)))
  }
  const text = markdown(on, rows)
  mkdirSync(out, { recursive: true })
  writeFileSync(join(out, 'latest.md'), text)
  writeFileSync(join(out, 'latest.json'), `${JSON.stringify({ machine: on, rows }, null, 2)}\n`)
  process.stdout.write(text)
}

await main()
