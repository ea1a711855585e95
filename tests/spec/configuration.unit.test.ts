import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '../..')
const read = (path: string) => readFileSync(join(root, path), 'utf8')
const all = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, found = '']) => found)

/** Every variable, by the name the code uses for it. */
const FIELDS = new Map(
  [...read('packages/config/src/env.ts').matchAll(/^ {2}(\w+): \{\s*name: '(\w+)'/gm)].map(
    ([, key = '', name = '']) => [key, name],
  ),
)
/** The rows of the table: variables, and which programs beside the web app read them. */
const rows = read('docs/configuration.md')
  .split('\n')
  .filter((line) => line.startsWith('| `'))
  .flatMap((line) => {
    const cells = line.split('|')
    return all(cells[1] ?? '', /`(\w+)`/g).map((name) => ({ name, by: cells.at(-2)?.trim().split(' ') ?? [] }))
  })
/** What a program reads, as its main file lists it. */
const readBy = (path: string): string[] => all(read(path), /^ {4}'(\w+)',$/gm).flatMap((key) => FIELDS.get(key) ?? [])

test('CONFIG-8 every variable is told with what it is, once', () => {
  expect(FIELDS.size).toBeGreaterThan(30)
  expect(rows.map(({ name }) => name).toSorted()).toEqual([...FIELDS.values()].toSorted())
})

test('CONFIG-8 what a program reads is told of it, and nothing else', () => {
  const everybody = ['NODE_ENV', 'LOG_LEVEL']
  const media = all(read('packages/api/src/media/open.ts'), /^ {2}'(\w+)',$/gm).flatMap((key) => FIELDS.get(key) ?? [])
  const programs = { R: readBy('apps/realtime/src/main.ts'), W: [...readBy('apps/workers/src/main.ts'), ...media] }
  for (const [letter, names] of Object.entries(programs)) {
    const told = rows.filter(({ by }) => by.includes(letter)).map(({ name }) => name)
    expect([letter, told.toSorted()]).toEqual([letter, [...new Set([...names, ...everybody])].toSorted()])
  }
})

test('CONFIG-9 what Compose takes is in .env.example, and empty there', () => {
  const taken = new Set(all(read('compose.yaml'), /\$\{(\w+)[:-]/g))
  const lines = read('.env.example').split('\n')
  const offered = lines.filter((line) => line !== '' && !line.startsWith('#'))
  expect(offered.filter((line) => !/^\w+=$/.test(line))).toEqual([])
  expect(offered.map((line) => line.slice(0, -1)).toSorted()).toEqual([...taken].toSorted())
  for (const file of ['.gitignore', '.dockerignore']) expect(read(file).split('\n')).toContain('.env')
})

test('CONFIG-9 each program of Compose is one of the Dockerfile, on volumes that there are', () => {
  const compose = read('compose.yaml')
  const stages = all(read('infra/docker/Dockerfile'), /^FROM \S+ AS (\w+)$/gm)
  const targets = all(compose, /target: (\w+)/g)
  expect(targets.toSorted()).toEqual(['inbox', 'realtime', 'setup', 'web', 'workers'])
  for (const target of targets) expect(stages).toContain(target)
  const volumes = all(compose.slice(compose.lastIndexOf('\nvolumes:')), /^ {2}([\w-]+):$/gm)
  const mounted = all(compose, /["[]([a-z][\w-]+):\//g)
  expect(new Set(mounted)).toEqual(new Set(volumes))
})
