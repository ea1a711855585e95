import { Bench } from 'tinybench'
import type { Contestant, Row } from './row.ts'

/** Figures of one contestant over all its runs, in milliseconds. `ratio` and `p99Ratio`: its median and 99th percentile as multiples of the floor's. */
export type Measured = {
  readonly name: string
  readonly ratio: number
  readonly p99Ratio: number
  readonly medianMs: number
  readonly p99Ms: number
  readonly bestMs: number
  readonly runs: number
}

/** A row with its figures, the floor first. */
export type MeasuredRow = Omit<Row, 'floor' | 'contestants'> & { readonly figures: readonly Measured[] }

/** Contestants take turns, so that a machine that slows down for a while slows all of them. */
const TURNS = 5

/** Measures each contestant of a row for about `ms` milliseconds, and at least once a turn. */
export async function measured(row: Row, ms: number): Promise<MeasuredRow> {
  const { floor, contestants, ...about } = row
  const all = [floor, ...contestants]
  const samples = new Map(all.map((one) => [one.name, [] as number[]]))
  for (let turn = 0; turn < TURNS; turn += 1)
    for (const [name, times] of await turnOf(all, ms / TURNS, turn === 0)) samples.get(name)?.push(...times)
  const { medianMs: floorMs, p99Ms: floorP99Ms } = figuresOf(floor.name, samples.get(floor.name) ?? [])
  const figures = all.map(({ name }) => {
    const one = figuresOf(name, samples.get(name) ?? [])
    return { ...one, ratio: one.medianMs / floorMs, p99Ratio: one.p99Ms / floorP99Ms }
  })
  return { ...about, figures }
}

/** The times of one turn by contestant. `first`: the code is cold and is warmed up. */
async function turnOf(all: readonly Contestant[], ms: number, first: boolean): Promise<Map<string, readonly number[]>> {
  const bench = new Bench({
    time: ms,
    iterations: 1,
    warmup: first,
    warmupTime: ms / 2,
    warmupIterations: 1,
    retainSamples: true,
    throws: true,
  })
  for (const { name, run } of all) bench.add(name, run)
  const tasks = await bench.run()
  return new Map(
    tasks.map(({ name, result }) => [name, 'latency' in result ? (result.latency.samples ?? []) : []] as const),
  )
}

/** Figures of samples in milliseconds. */
export function figuresOf(name: string, samples: readonly number[]): Omit<Measured, 'ratio' | 'p99Ratio'> {
  const sorted = samples.toSorted((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
  return { name, medianMs: at(0.5), p99Ms: at(0.99), bestMs: at(0), runs: sorted.length }
}
