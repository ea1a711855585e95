import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { type FileGroup, type FileRefusal, groupFiles, MAX_FILE_BYTES, type NamedFile } from '@gavel/match-files'
import { callerPath } from '../stack.ts'

const MAX_FILES = 20_000
const MAX_DEPTH = 20

/** The files of one match. `asked`: whether a person named it, or it was found in a folder that they named. */
export type Found = FileGroup & { readonly asked: boolean }

/** What cannot be read at all. */
export type NotFound = { readonly name: string; readonly refusal: FileRefusal }

/** Every match among the files and folders that a person named, in their order; a folder's in the order of its names. */
export function findMatches(named: readonly string[]): readonly (Found | NotFound)[] {
  const loose = looseMatches(named.filter(isFile))
  return named.flatMap((path): readonly (Found | NotFound)[] => {
    if (isFile(path)) return loose.filter((match) => match.paths[0] === path)
    try {
      return inFolder(path)
    } catch (error) {
      return [{ name: path, refusal: unreadable(error) }]
    }
  })
}

/** Files that are named one by one; the sheet beside the balls of The Hundred need not be. */
function looseMatches(paths: readonly string[]): readonly Found[] {
  const beside = paths.map((path) => path.replace(/\.csv$/i, '_info.csv')).filter((path) => !paths.includes(path))
  const groups = groupFiles([...paths, ...beside.filter(isFile)])
  const others = paths.filter((path) => !groups.some((group) => group.paths.includes(path)))
  return [...groups, ...others.map((path) => ({ name: path, paths: [path] }))].map(({ name, paths: members }) => {
    const [only] = members
    return { name: members.length === 1 && only !== undefined ? only : name, paths: members, asked: true }
  })
}

function inFolder(path: string): readonly (Found | NotFound)[] {
  const files = filesIn(path, 0)
  if (files.length > MAX_FILES)
    return [
      {
        name: path,
        refusal: { code: 'TOO_MANY', where: 'the folder', words: `There are more than ${MAX_FILES} files.` },
      },
    ]
  const groups = groupFiles(files)
  if (groups.length > 0) return groups.map((group) => ({ ...group, asked: false }))
  return [
    { name: path, refusal: { code: 'NO_MATCH', where: 'the folder', words: 'There is no match in this folder.' } },
  ]
}

function filesIn(folder: string, depth: number): readonly string[] {
  if (depth > MAX_DEPTH) return []
  const entries = readdirSync(callerPath(folder), { withFileTypes: true })
    .filter((entry) => !entry.name.startsWith('.'))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
  return entries.flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return filesIn(path, depth + 1)
    return entry.isFile() || (entry.isSymbolicLink() && isFile(path)) ? [path] : []
  })
}

function isFile(path: string): boolean {
  return statSync(callerPath(path), { throwIfNoEntry: false })?.isFile() ?? false
}

/** The bytes of a match's files; those of a huge one are not read, so that it is refused at the price of a look. */
export function readFiles(paths: readonly string[]): readonly NamedFile[] | FileRefusal {
  try {
    return paths.map((name) => {
      const path = callerPath(name)
      const huge = statSync(path).size > MAX_FILE_BYTES
      return { name, bytes: huge ? new Uint8Array(MAX_FILE_BYTES + 1) : readFileSync(path) }
    })
  } catch (error) {
    return unreadable(error)
  }
}

function unreadable(error: unknown): FileRefusal {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const words = code === 'ENOENT' ? 'There is no such file.' : `It cannot be read${code && ` (${code})`}.`
  return { code: code === 'ENOENT' ? 'NOT_FOUND' : 'UNREADABLE', where: 'the file', words }
}
