import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '../..')
const page = readFileSync(join(root, 'docs/security.md'), 'utf8')
const ALIASES: Readonly<Record<string, string>> = { hostile: 'packages/api/src/hostile/hostile.int.test.ts' }

/** The rows of the tables: what is tried, what comes of it, the rules, the tests. */
const rows = page
  .split('\n')
  .filter((line) => line.startsWith('| ') && !/^\| (What|---)/.test(line))
  .map((line) => line.split(' | ').map((cell) => cell.replace(/^\| | \|$/g, '')))

test('GUARD-9 every attack that the table lists names a rule, and tests that are there', () => {
  expect(rows.length).toBeGreaterThan(25)
  for (const [what, , rules = '', tests = ''] of rows) {
    expect([what, /^[A-Z]+-\d+/.test(rules)]).toEqual([what, true])
    for (const named of tests.split(', ')) {
      const path = ALIASES[named] ?? named
      expect([what, path, existsSync(join(root, path))]).toEqual([what, path, true])
    }
  }
})
