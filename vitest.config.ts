import { defineConfig } from 'vitest/config'

const exclude = ['**/node_modules/**', '**/.next/**', '.tools/**', '.gavel/**']

export default defineConfig({
  test: {
    projects: [
      { test: { name: 'unit', include: ['**/*.unit.test.{ts,tsx}'], exclude, maxWorkers: 2 } },
      {
        test: {
          name: 'int',
          include: ['**/*.int.test.ts'],
          exclude,
          // Real servers on two cores: more files at once only make each other late.
          maxWorkers: 2,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
