import type { Measured, MeasuredRow } from './measure.ts'

/** Where the figures were measured. A figure without its machine says nothing. */
export type Machine = {
  readonly cpu: string
  readonly cores: number
  readonly memoryGb: number
  readonly node: string
  /** Programs that wanted a core, on average over the last minute, when it began: above `cores` others were at work too. */
  readonly load: number
}

const HEAD = ['what', 'how', '× floor', 'median ms', 'p99 × floor', 'p99 ms', 'best ms', 'a second', 'runs']

/** All rows as Markdown: one table an area, the floor of each row first. */
export function markdown(machine: Machine, rows: readonly MeasuredRow[]): string {
  const { cpu, cores, memoryGb, node, load } = machine
  const head = `${cpu}, ${cores} cores, ${memoryGb} GB, Node ${node}, load ${load.toFixed(1)} when it began.`
  return [
    head,
    ...[...Map.groupBy(rows, (row) => row.area)].map(([area, ofArea]) => areaText(area, ofArea)),
    'Contestants of a row take turns in one run. × floor: the median, and the 99th percentile, as multiples of the floor’s, which is the first line of each row.',
    '',
  ].join('\n\n')
}

function areaText(area: string, rows: readonly MeasuredRow[]): string {
  const table = [HEAD, HEAD.map((_, at) => (at < 2 ? '---' : '---:')), ...rows.flatMap(linesOf)]
  return `## ${area}\n\n${table.map((cells) => `| ${cells.join(' | ')} |`).join('\n')}`
}

function linesOf(row: MeasuredRow): string[][] {
  const { name, input, figures, targetMs } = row
  const target = targetMs === undefined ? '' : `; under ${targetMs} ms`
  return figures.map((one, at) => [
    at === 0 ? `**${name}** (${input}${target})` : '',
    one.name,
    one.ratio.toFixed(2),
    shownMs(one.medianMs) + missed(row, one, at),
    one.p99Ratio.toFixed(2),
    shownMs(one.p99Ms),
    shownMs(one.bestMs),
    aSecond(row, one),
    String(one.runs),
  ])
}

/** The floor has no target. */
const missed = ({ targetMs }: MeasuredRow, { medianMs }: Measured, at: number): string =>
  at > 0 && targetMs !== undefined && medianMs >= targetMs ? ' (over)' : ''

const aSecond = ({ items }: MeasuredRow, { medianMs }: Measured): string =>
  items ? `${Math.round((items.count * 1_000) / medianMs).toLocaleString('en')} ${items.of}` : ''

/** Three figures that mean something. */
const shownMs = (ms: number): string => (ms >= 100 ? ms.toFixed(0) : ms.toPrecision(3))
