import { basename } from 'node:path'
import type { RuleSet } from '@gavel/auction'
import { type PlayerList, type ReadOptions, readPlayerList } from '@gavel/player-list'
import { type Guess, RehearsalError } from './cast.ts'
import { planRehearsal, type RehearsalPlan } from './plan.ts'
import { chooseRules, yearsIn } from './rules.ts'

/** A file as it was named and as it was read. */
export type InputFile = { path: string; bytes: Uint8Array }
/** `retained`: who was retained before the auction, for every year that the file knows. */
export type PlanOptions = Pick<ReadOptions, 'map' | 'only'> & { rules?: string; retained?: InputFile }

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
  const kept = options.retained ? retainedOf(options.retained, rules, year) : null
  const plan = planRehearsal(listed, resulted, rules, kept)
  return { ...plan, guesses: [...guesses, ...plan.guesses] }
}

/** The retained players of the rehearsal's year: that of the files' names, else of the rules. */
function retainedOf({ path, bytes }: InputFile, rules: RuleSet, year: number | null): PlayerList {
  const all = readPlayerList(bytes, { rules, partial: true })
  const { columns, players } = all
  if (columns.year === undefined || players.every((p) => p.year === null)) return all
  const wanted = year ?? yearsIn(rules.id)[0]
  if (!players.some((p) => p.year === wanted))
    throw new RehearsalError(
      `${basename(path)} says of nobody that he was retained in ${wanted ?? 'the year of the auction'}.`,
    )
  return readPlayerList(bytes, { rules, partial: true, only: { column: columns.year, value: String(wanted) } })
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
