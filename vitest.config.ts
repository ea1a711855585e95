import { defineConfig } from 'vitest/config'

/** A bound, not a promise: a test takes as long as its machine lets it. */
const BOUND_MS = 5 * 60_000

const exclude = ['**/node_modules/**', '**/.next/**', '.tools/**', '.gavel/**']
const setupFiles = ['./tooling/any-length.ts']

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['**/*.unit.test.{ts,tsx}'],
          exclude,
          setupFiles,
          maxWorkers: 2,
          testTimeout: BOUND_MS,
        },
      },
      {
        test: {
          name: 'int',
          include: ['**/*.int.test.ts'],
          exclude,
          setupFiles,
          // Real servers on two cores: more files at once only make each other late.
          maxWorkers: 2,
          testTimeout: BOUND_MS,
          hookTimeout: BOUND_MS,
          expect: { poll: { timeout: 60_000 } },
        },
      },
    ],
  },
})
