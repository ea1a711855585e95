import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/** The parsed file, or undefined when it is missing or torn. The caller checks the shape it needs. */
export const readJson = <Value>(path: string): Value | undefined => {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Value
  } catch {
    return undefined
  }
}

/** Writes text that only this user may read; a reader sees the old file or the new one, never half of it. */
export const writePrivate = (path: string, text: string): void => {
  mkdirSync(dirname(path), { recursive: true })
  const temporary = `${path}.${process.pid}`
  rmSync(temporary, { force: true })
  writeFileSync(temporary, text, { mode: 0o600 })
  renameSync(temporary, path)
}

export const writePrivateJson = (path: string, value: unknown): void =>
  writePrivate(path, `${JSON.stringify(value, null, 2)}\n`)
