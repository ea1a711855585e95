import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'

const skippedFolders = new Set(['node_modules', '.next', '.turbo', 'dist', 'coverage', 'generated', 'test-results'])

/** False for what cannot change a build: tests and their neighbours. */
const matters = (name: string): boolean =>
  !/\.(unit|int|e2e)(\.test)?\.tsx?$|\.tsbuildinfo$|^next-env\.d\.ts$|\.md$/.test(name)

const filesUnder = (path: string): string[] =>
  readdirSync(path, { withFileTypes: true }).flatMap((entry) => {
    const full = join(path, entry.name)
    if (entry.isDirectory()) return skippedFolders.has(entry.name) ? [] : filesUnder(full)
    return entry.isFile() && matters(entry.name) ? [full] : []
  })

/** One hash over the names and contents of all files under these folders, and of these single files. */
export const sourceHash = (base: string, folders: readonly string[], files: readonly string[]): string => {
  const hash = createHash('sha256')
  const all = [...folders.flatMap((folder) => filesUnder(join(base, folder))), ...files.map((file) => join(base, file))]
  for (const file of all.toSorted()) {
    const content = readFileSync(file)
    hash.update(`${relative(base, file)}\0${content.length}\0`).update(content)
  }
  return hash.digest('hex')
}
