import { Refused } from './refused.ts'

/** A file that somebody named. `name`: its path as they wrote it. */
export type NamedFile = { readonly name: string; readonly bytes: Uint8Array }

/** The largest file read: a five-day Test has 2 MB. */
export const MAX_FILE_BYTES = 32 * 1024 * 1024

/** The last part of a path, whatever its slashes. */
export const baseName = (path: string): string => path.split(/[\\/]/).at(-1) ?? path

/**
 * The text of a file: UTF-8 or UTF-16 with or without a byte order mark, else the code page that such files are written in; line ends as LF.
 * Refuses what is empty, too big or no text.
 */
export function textOf(file: NamedFile, codePage: 'windows-1250' | 'windows-1252' = 'windows-1252'): string {
  const { bytes } = file
  if (bytes.length > MAX_FILE_BYTES) throw new Refused('TOO_BIG', 'the file', { max: MAX_FILE_BYTES / 1024 / 1024 })
  const text = decoded(bytes, codePage).replace(/^\uFEFF/, '')
  if (text.trim() === '') throw new Refused('EMPTY', 'the file')
  refuseBinary(text)
  // Some programs end a file with a stray NUL.
  return text.replaceAll('\u0000', '').replace(/\r\n?/g, '\n')
}

function decoded(bytes: Uint8Array, codePage: string): string {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder(codePage).decode(bytes)
  }
}

/** The line that a position lies on, from 1. */
export function lineAt(text: string, position: number): number {
  let line = 1
  for (let at = text.indexOf('\n'); at !== -1 && at < position; at = text.indexOf('\n', at + 1)) line++
  return line
}

function refuseBinary(text: string): void {
  const first = text.indexOf('\u0000')
  const many = first !== -1 && (first < 200 || text.split('\u0000').length > 10)
  if (many) throw new Refused('BINARY', `line ${lineAt(text, first)}`)
}
