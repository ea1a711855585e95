import { type MatchImport, readMatch } from './read-match.ts'
import type { FileRefusal } from './refused.ts'
import type { NamedFile } from './text.ts'

/** For tests: a file with this text. */
export const file = (name: string, text: string): NamedFile => ({ name, bytes: new TextEncoder().encode(text) })

/** For tests: what the text of one file is read as, of the sport that is expected. Throws where it is refused, or is of another. */
export function imported<Id extends MatchImport['sport']>(
  sport: Id,
  name: string,
  ...files: readonly NamedFile[]
): Extract<MatchImport, { sport: Id }> {
  const match = readMatch(name, files)
  if ('refusal' in match) throw new Error(JSON.stringify(match.refusal))
  if (match.sport !== sport) throw new Error(`This is ${match.sport}.`)
  return match as Extract<MatchImport, { sport: Id }>
}

/** For tests: why the text of one file is refused. Throws where it is not. */
export function refused(text: string | Uint8Array, name = 'file'): FileRefusal {
  const one = typeof text === 'string' ? file(name, text) : { name, bytes: text }
  const match = readMatch(name, [one])
  if (!('refusal' in match)) throw new Error(`This was read as ${match.sport}.`)
  return match.refusal
}
