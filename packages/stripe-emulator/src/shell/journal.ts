import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Change } from '../core/world.ts'

const FORMAT = '{"journal":"gavel-stripe","version":1}'

/** Where changes are written down, so that they are there after a restart. `read` gives each row's last change, as JSON. */
export type Journal = { read: () => string[]; write: (changes: readonly Change[]) => void; close: () => void }

const parse = (line: string): Change | null => {
  try {
    return JSON.parse(line)
  } catch {
    return null
  }
}

/** The lines of a file. One of another kind is put aside. */
const linesIn = (file: string): string[] => {
  if (!existsSync(file)) return []
  const [format, ...lines] = readFileSync(file, 'utf8').split('\n')
  if (format === FORMAT) return lines
  renameSync(file, `${file}.old`)
  return []
}

/** The last word on each row, in the order of their making. A line that a kill cut off is not there. */
const folded = (lines: readonly string[]): string[] => {
  const rows = new Map<string, string>()
  for (const line of lines) {
    const change = parse(line)
    if (!change) continue
    const [table, id, row] = change
    const key = `${table} ${id}`
    if (row === null) rows.delete(key)
    else rows.set(key, line)
  }
  return [...rows.values()]
}

const written = (changes: readonly Change[]): string => changes.map((change) => `${JSON.stringify(change)}\n`).join('')

/**
 * A journal in a file: one line a change, written before the answer leaves, so that a killed process forgets nothing that it said. It is made short
 * at each start. Only this user can read it.
 */
export const fileJournal = (file: string): Journal => {
  mkdirSync(dirname(file), { recursive: true })
  const before = folded(linesIn(file))
  const short = `${file}.new`
  const descriptor = openSync(short, 'w', 0o600)
  writeSync(descriptor, [FORMAT, ...before, ''].join('\n'))
  fsyncSync(descriptor)
  renameSync(short, file)
  return {
    read: () => before,
    write: (changes) => {
      writeSync(descriptor, written(changes))
    },
    close: () => closeSync(descriptor),
  }
}

/** Nothing is kept. */
export const noJournal: Journal = { read: () => [], write: () => {}, close: () => {} }
