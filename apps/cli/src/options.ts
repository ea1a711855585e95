import { readFile, stat } from 'node:fs/promises'
import { LIST_FIELDS, type ListField, MAX_LIST_BYTES } from '@gavel/player-list'
import { InvalidArgumentError } from 'commander'
import { Failure } from './failure.ts'
import { callerPath } from './stack.ts'

export type ColumnOverrides = Partial<Record<ListField, string>>

/** `--map name=Player,base=Reserve Price`; may be given several times. A comma belongs to a column unless a field follows it. */
export function parseMap(value: string, before: ColumnOverrides = {}): ColumnOverrides {
  const pairs = value.split(/,(?=\s*\w+\s*=)/).map((pair) => {
    const at = pair.indexOf('=')
    const field = pair.slice(0, at).trim()
    const column = pair.slice(at + 1).trim()
    if (at < 1 || column === '') throw new InvalidArgumentError('Write field=Column, as in name=Player.')
    const known = LIST_FIELDS.find((f) => f.toLowerCase() === field.toLowerCase())
    if (!known) throw new InvalidArgumentError(`There is no field ${field}: choose among ${LIST_FIELDS.join(', ')}.`)
    return [known, column] as const
  })
  return { ...before, ...Object.fromEntries(pairs) }
}

/** `--only Year=2018`. */
export function parseOnly(value: string): { column: string; value: string } {
  const at = value.indexOf('=')
  if (at < 1) throw new InvalidArgumentError('Write Column=Value, as in Year=2018.')
  return { column: value.slice(0, at).trim(), value: value.slice(at + 1).trim() }
}

/** `--speed max`, or a multiple of a human pace. */
export function parseSpeed(value: string): number {
  if (value === 'max') return Number.POSITIVE_INFINITY
  const speed = Number(value)
  if (!(speed > 0)) throw new InvalidArgumentError('Write max, or a number above 0: 1 is a human pace.')
  return speed
}

/** The bytes of a file that the person named. @throws Failure in one sentence */
export async function readBytes(path: string): Promise<Uint8Array> {
  const file = callerPath(path)
  try {
    const { size } = await stat(file)
    if (size > MAX_LIST_BYTES)
      throw new Failure(`${path} is larger than ${MAX_LIST_BYTES / 1024 / 1024} MB, which no list of players is.`)
    return await readFile(file)
  } catch (error) {
    if (error instanceof Failure) throw error
    const code = (error as NodeJS.ErrnoException).code
    const reasons: Record<string, string> = {
      ENOENT: 'does not exist',
      EISDIR: 'is a folder',
      EACCES: 'may not be read',
    }
    throw new Failure(`${path} ${reasons[code ?? ''] ?? `cannot be read (${code})`}.`)
  }
}
