import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { sourceHash } from './source-hash.ts'

let base = ''
const write = (path: string, text: string) => {
  mkdirSync(join(base, path, '..'), { recursive: true })
  writeFileSync(join(base, path), text)
}
const hash = () => sourceHash(base, ['web'], ['lock.yaml'])

beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'gavel-hash-'))
  write('web/page.tsx', 'page')
  write('lock.yaml', 'lock')
})
afterEach(() => rmSync(base, { recursive: true }))

describe('sourceHash', () => {
  it('RUN-4 changes with a content, a name and a new file', () => {
    const hashes = [hash()]
    write('web/page.tsx', 'other')
    hashes.push(hash())
    write('web/new.tsx', '')
    hashes.push(hash())
    write('lock.yaml', 'other')
    hashes.push(hash())
    expect(new Set(hashes).size).toBe(4)
  })

  it('RUN-4 ignores tests, dependencies and what a build wrote', () => {
    const before = hash()
    for (const path of [
      'web/page.unit.test.tsx',
      'web/node_modules/x/index.js',
      'web/.next/BUILD_ID',
      'web/generated/a.ts',
    ])
      write(path, 'anything')
    expect(hash()).toBe(before)
  })
})
