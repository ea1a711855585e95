import { defineConfig } from '@playwright/test'

/** The product under test is started by `npm test`, which says where it is. */
export default defineConfig({
  testDir: '.',
  testMatch: '**/*.e2e.ts',
  // Bounds, not promises: a story takes as long as its machine lets it, and what is promised about speed is told by benchmarks.
  timeout: 10 * 60_000,
  globalTimeout: 55 * 60_000,
  expect: { timeout: 30_000 },
  forbidOnly: true,
  retries: 0,
  // Stories are told in rooms of their own, and mostly wait for clocks: two at once take hardly longer than one.
  workers: 2,
  reporter: [['list'], ['json', { outputFile: process.env.GAVEL_E2E_REPORT ?? 'test-results/e2e.json' }]],
  outputDir: 'test-results',
  use: {
    actionTimeout: 60_000,
    navigationTimeout: 60_000,
    baseURL: process.env.GAVEL_E2E_WEB_URL ?? 'http://localhost:3000',
    launchOptions: { executablePath: process.env.GAVEL_CHROMIUM ?? '/usr/bin/chromium-headless-shell' },
    screenshot: 'only-on-failure',
    // Recording every step of every story costs a third of the time; a failure says what its page looked like and held.
    trace: process.env.GAVEL_E2E_TRACE ? 'retain-on-failure' : 'off',
  },
})
