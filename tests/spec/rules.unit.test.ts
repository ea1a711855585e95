import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '../..')
const spec = join(root, 'docs/spec')

const numbered = readdirSync(spec)
  .filter((file) => file.endsWith('.md'))
  .flatMap((file) => [...readFileSync(join(spec, file), 'utf8').matchAll(/^- \*\*([A-Z]+-\d+)\*\*/gm)].map((m) => m[1]))

const titles = execFileSync(
  'git',
  ['ls-files', '--cached', '--others', '--exclude-standard', '*.test.ts', '*.e2e.ts'],
  {
    cwd: root,
    encoding: 'utf8',
  },
)
  .split('\n')
  .filter(Boolean)
  .flatMap((file) => [
    ...readFileSync(join(root, file), 'utf8').matchAll(/(?:(?:test|it|story)(?:\.\w+)?|\]\))\(\s*['"`]([^'"`]*)/g),
  ])
  .map((m) => m[1] ?? '')

test('every rule number is used once', () => {
  expect(numbered.filter((rule, i) => numbered.indexOf(rule) !== i)).toEqual([])
})

test('every numbered rule opens the title of a test', () => {
  const proved = new Set(
    titles.flatMap((title) => (title.match(/^(?:[A-Z]+-\d+[, ]*)+/)?.[0] ?? '').match(/[A-Z]+-\d+/g) ?? []),
  )
  expect(numbered.filter((rule) => rule && !proved.has(rule))).toEqual([])
})
