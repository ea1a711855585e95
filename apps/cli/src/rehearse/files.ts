import { basename } from 'node:path'
import { type PlayerList, type ReadOptions, readPlayerList } from '@gavel/player-list'
import { type Guess, RehearsalError } from './cast.ts'
import { planRehearsal, type RehearsalPlan } from './plan.ts'
import { chooseRules } from './rules.ts'

/** A file as it was named and as it was read. */
export type InputFile = { path: string; bytes: Uint8Array }
export type PlanOptions = Pick<ReadOptions, 'map' | 'only'> & { rules?: string }

/**
 * Reads the files of a rehearsal and plans it. Overrides and the choice of rows hold for whichever file has the column. Of a file with several
 * years the one that the files' names are about is taken.
 *
 * @throws PlayerListError, RehearsalError
 */
export function planFromFiles(list: InputFile, results: InputFile | null, options: PlanOptions): RehearsalPlan {
  const files = results ? [list, results] : [list]
  const names = files.map((f) => basename(f.path))
  const { rules, year, guesses } = chooseRules(options.rules, options.only ? [options.only.value, ...names] : names)
  const reading: ReadOptions = { map: options.map, only: options.only, rules, partial: true }
  const read = files.map(({ path, bytes }) => {
    try {
      return ofYear(bytes, readPlayerList(bytes, reading), reading, year, guesses)
    } catch (error) {
      if (error instanceof Error && files.length > 1) error.message = `${basename(path)}: ${error.message}`
      throw error
    }
  })
  const missing = read[0]?.unused.find((column) => read.every((r) => r.unused.includes(column)))
  if (missing !== undefined)
    throw new RehearsalError(
      `There is no column “${missing}”: look at the file’s first row, or name a column by its number, as #3.`,
    )
  const [listed, resulted = null] = read
  if (!listed) throw new Error('no list was read')
  const plan = planRehearsal(listed, resulted, rules)
  return { ...plan, guesses: [...guesses, ...plan.guesses] }
}

function ofYear(
  bytes: Uint8Array,
  file: PlayerList,
  reading: ReadOptions,
  year: number | null,
  guesses: Guess[],
): PlayerList {
  const years = new Set(file.players.map((p) => p.year))
  const column = file.columns.year
  if (reading.only || year === null || column === undefined || years.size < 2 || !years.has(year)) return file
  guesses.push({
    kind: 'results',
    text: `Only the rows of ${year} are taken, because that year is in the files’ names.`,
  })
  return readPlayerList(bytes, { ...reading, only: { column, value: String(year) } })
}
