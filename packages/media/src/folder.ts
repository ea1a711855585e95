import { randomUUID } from 'node:crypto'
import { access, constants, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import type { Shelf } from './shelf.ts'

/** A folder of pictures, made when the first one comes. Several processes may share it. */
export const openFolder = (folder: string): Shelf => {
  const root = resolve(folder)
  // Two letters of the key are a folder: no folder grows beyond what a file system likes.
  const pathOf = (key: string) => join(root, key.slice(0, 2), key)
  return {
    write: async (key, bytes) => {
      const path = pathOf(key)
      await mkdir(dirname(path), { recursive: true })
      // Written beside and moved: nobody ever reads half a picture.
      const beside = `${path}.${randomUUID()}`
      try {
        await writeFile(beside, bytes)
        await rename(beside, path)
      } finally {
        await rm(beside, { force: true })
      }
    },
    read: (key) => readFile(pathOf(key)).catch(missing(null)),
    has: (key) =>
      stat(pathOf(key))
        .then(() => true)
        .catch(missing(false)),
    remove: (key) => rm(pathOf(key), { force: true }),
    ping: async () => {
      await mkdir(root, { recursive: true })
      await access(root, constants.W_OK)
    },
    why: (error) =>
      `Pictures cannot be kept in the folder ${root} (${codeOf(error)}): let Gavel write there, or name another one in MEDIA_DIR.`,
  }
}

/** What a file that is not there means; any other failure stays one. */
const missing =
  <T>(value: T) =>
  (error: unknown): T => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return value
    throw error
  }

const codeOf = (error: unknown): string =>
  error instanceof Error
    ? 'code' in error && typeof error.code === 'string'
      ? error.code
      : error.message
    : String(error)
