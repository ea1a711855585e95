import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '../..')

/** What browsers have in secure contexts alone, used as if it were always there. */
const WITHHELD = /crypto\.(randomUUID|subtle)|navigator\.(clipboard|wakeLock|serviceWorker|share|locks)\.\w/

/** Everything that may run on a phone. Code that says it is for the server alone is not. */
const sources = execFileSync(
  'git',
  [
    'ls-files',
    ...['apps/web/src', 'packages/ui/src', 'packages/room/src', 'packages/protocol/src', 'packages/auction/src'],
  ],
  { cwd: root, encoding: 'utf8' },
)
  .split('\n')
  .filter((file) => /\.tsx?$/.test(file) && !file.includes('.test.'))

const withheldIn = (file: string): string[] => {
  const text = readFileSync(join(root, file), 'utf8')
  if (text.includes("import 'server-only'")) return []
  return text
    .split('\n')
    .filter((line) => WITHHELD.test(line))
    .map((line) => `${file}: ${line.trim()}`)
}

test('LAN-6 no page counts on what browsers withhold on plain http', () => {
  expect(WITHHELD.test('const id = crypto.randomUUID()')).toBe(true)
  expect(WITHHELD.test('await navigator.clipboard.writeText(text)')).toBe(true)
  expect(WITHHELD.test('const clipboard = navigator.clipboard as Clipboard | undefined')).toBe(false)
  expect(WITHHELD.test("navigator.wakeLock?.request('screen')")).toBe(false)
  expect(sources.flatMap(withheldIn)).toEqual([])
})
