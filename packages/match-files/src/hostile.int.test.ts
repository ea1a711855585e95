// Every recorded match beside the project, where somebody has them, cut off at every fiftieth of its length.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readMatch } from './read-match.ts'
import { baseName } from './text.ts'

const data = join(import.meta.dirname, '../../../../shared/data')
const paths = existsSync(data)
  ? readdirSync(data, { recursive: true, encoding: 'utf8' })
      .filter((path) => /^(cricsheet|other)/.test(path) && /\.(json|dvw|csv)$/.test(path) && !path.includes('expected'))
      // One in four of the cricket matches: they are all of one make.
      .filter((path, n) => !path.endsWith('.json') || path.startsWith('other') || n % 4 === 0)
      .map((path) => join(data, path))
  : []

describe.skipIf(paths.length === 0)('recorded matches (skipped: ../shared/data is not here)', () => {
  it('FILE-1, RECORD-7 whatever is left of a file that breaks off, it is read or refused with its place', () => {
    for (const path of paths) {
      const bytes = readFileSync(path)
      for (let part = 0; part < 50; part += 1) {
        const cut = bytes.subarray(0, Math.floor((bytes.length * part) / 50))
        const match = readMatch(path, [{ name: path, bytes: cut }])
        const about = `${baseName(path)} at ${part}/50`
        if (path.endsWith('.json')) expect('refusal' in match, about).toBe(true)
        if ('refusal' in match) expect(match.refusal, about).toMatchObject({ where: expect.stringMatching(/\S/) })
      }
    }
  })
})
