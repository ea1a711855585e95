import { defineConfig } from '@playwright/test'

/** The product under test is started by `npm test`, which says where it is. */
export default defineConfig({
  testDir: '.',
  testMatch: '**/*.e2e.ts',
  timeout: 120_000,
  expect: { timeout: 15_000 },
  forbidOnly: true,
  retries: 0,
  workers: 1,
  reporter: [['list'], ['json', { outputFile: process.env.GAVEL_E2E_REPORT ?? 'test-results/e2e.json' }]],
  outputDir: 'test-results',
  use: {
    actionTimeout: 20_000,
    navigationTimeout: 30_000,
    baseURL: process.env.GAVEL_E2E_WEB_URL ?? 'http://localhost:3000',
    launchOptions: { executablePath: process.env.GAVEL_CHROMIUM ?? '/usr/bin/chromium' },
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
  },
})
