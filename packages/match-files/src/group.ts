import { setNumberIn } from './badminton/read-badminton.ts'

/** Files that are one match together, named by the file or the folder that a person would name. */
export type FileGroup = { readonly name: string; readonly paths: readonly string[] }

/** Where a match may stand in a folder: anything else is left aside. */
const MATCH_FILE = /\.(json|csv|dvw)$/i

/**
 * Groups the paths of a folder (or of several) into matches, in their order: the sets of a badminton match lie in a folder of their own, a
 * match of The Hundred has `<id>.csv` and `<id>_info.csv`, and every other file is a match of its own.
 */
export function groupFiles(paths: readonly string[]): readonly FileGroup[] {
  const groups = new Map<string, string[]>()
  for (const path of paths.filter((one) => MATCH_FILE.test(one))) {
    const name = groupOf(path, paths)
    groups.set(name, [...(groups.get(name) ?? []), path])
  }
  return [...groups].map(([name, members]) => ({ name, paths: members }))
}

function groupOf(path: string, paths: readonly string[]): string {
  if (setNumberIn(path) !== null) return /[\\/]/.test(path) ? path.replace(/[\\/][^\\/]*$/, '') : '.'
  if (!/_info\.csv$/i.test(path)) return path
  const match = path.replace(/_info\.csv$/i, '.csv')
  return paths.includes(match) ? match : path
}
