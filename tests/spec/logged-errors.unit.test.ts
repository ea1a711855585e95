import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '../..')

/** A call of a logger whose data has a key `error`, which pino would write as `{}`. */
const LOST_ERROR = /\blog(?:ger)?(?:\[\w+\]|\.(?:trace|debug|info|warn|error|fatal))\(\s*\{(?:[^{}]*,)?\s*error\s*[,:}]/

const sources = execFileSync(
  'git',
  ['ls-files', 'packages/**/*.ts', 'packages/**/*.tsx', 'apps/**/*.ts', 'apps/**/*.tsx'],
  {
    cwd: root,
    encoding: 'utf8',
  },
)
  .split('\n')
  .filter(Boolean)

test('CONFIG-7 every logged error stands under the key `err`', () => {
  expect(LOST_ERROR.test("this.#store.logger[level]({ auctionId: this.auctionId, error }, 'words')")).toBe(true)
  expect(LOST_ERROR.test("logger.warn({ err: error, queue }, 'words')")).toBe(false)
  expect(sources.filter((file) => LOST_ERROR.test(readFileSync(join(root, file), 'utf8')))).toEqual([])
})
