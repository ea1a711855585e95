// Recorded matches beside the project, where somebody has them: none is part of Gavel.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { generated, recordedIn } from './recorded.ts'
import type { Matches } from './rows.ts'

const data = join(import.meta.dirname, '../../../../shared/data')
/** A final of twenty overs a side. */
const SHORT = ['cricsheet', '1426312.json'] as const
/** The Test with the most balls there. */
const LONG = ['cricsheet_from_xml', '1183534.json'] as const

/** The recorded matches, or generated ones in their place (BENCH-2). */
export function matchesHere(): Matches {
  const file = (folder: string, name: string) => recordedIn(`${folder}/${name}`, readFileSync(join(data, folder, name)))
  const here = ([folder, name]: readonly [string, string]) => existsSync(join(data, folder, name))
  const season = ['cricsheet', 'cricsheet_from_xml'].flatMap((folder) =>
    existsSync(join(data, folder))
      ? readdirSync(join(data, folder))
          .filter((name) => name.endsWith('.json'))
          .map((name) => file(folder, name))
      : [],
  )
  return {
    short: here(SHORT) ? file(...SHORT) : generated('t20', 'bench'),
    long: here(LONG) ? file(...LONG) : generated('test', 'bench'),
    season: season.length > 0 ? season : Array.from({ length: 20 }, (_, n) => generated('t20', `bench-${n}`)),
  }
}
