import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { buildWeb, generate } from '../lib/build.ts'
import { Checks } from '../lib/checks.ts'
import { ensureChromium } from '../lib/chromium.ts'
import { type AppEnvironment, toolEnvironment } from '../lib/environment.ts'
import { withStack } from '../lib/foreground.ts'
import { bin, root } from '../lib/paths.ts'
import { runMain } from '../lib/problem.ts'
import { HERE } from '../lib/reach.ts'
import { bold, say } from '../lib/say.ts'
import { Stack } from '../lib/stack.ts'
import { fromPlaywright, fromVitest, summaryLine } from '../lib/test-results.ts'
import { sayWarnings } from '../lib/warnings.ts'

const e2eDir = join(root, 'tests', 'e2e')

const vitest = (checks: Checks, name: string, project: string, reports: string, env: NodeJS.ProcessEnv) => {
  const report = join(reports, `${project}.json`)
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  return checks.suite(name, bin('vitest'), ['run', '--project', project, '--passWithNoTests', ...reporters], {
    env: { ...env, NODE_ENV: 'test', ...(process.stdout.isTTY ? { FORCE_COLOR: '1' } : { NO_COLOR: '1' }) },
    report,
    read: fromVitest,
  })
}

/** Checks that need no service. */
const staticChecks = async (checks: Checks, reports: string): Promise<void> => {
  const env = toolEnvironment()
  await checks.program('Lint and format (Biome)', bin('biome'), ['check', '--error-on-warnings', '.'], env)
  await checks.whole('Generate the database client', generate)
  await checks.program('Unused dependencies and exports (knip)', bin('knip'), [], env)
  await checks.program('Types of the scripts', bin('tsc'), ['--noEmit', '-p', 'scripts'], env)
  await checks.program(
    'Types of apps and packages',
    bin('turbo'),
    ['run', 'typecheck', '--continue', '--concurrency=2', '--output-logs=errors-only'],
    env,
  )
  await vitest(checks, 'Unit tests', 'unit', reports, env)
}

const browserTests = async (checks: Checks, reports: string, env: AppEnvironment) => {
  const chromium = await ensureChromium()
  const report = join(reports, 'e2e.json')
  await checks.suite('Browser tests', join(e2eDir, 'node_modules', '.bin', 'playwright'), ['test', '-c', e2eDir], {
    cwd: e2eDir,
    env: {
      ...env,
      GAVEL_E2E_WEB_URL: env.WEB_URL,
      GAVEL_E2E_REALTIME_URL: env.REALTIME_URL,
      GAVEL_E2E_INBOX_URL: env.INBOX_URL,
      GAVEL_E2E_STRIPE_URL: env.STRIPE_ADDRESS,
      GAVEL_E2E_PASSWORD: env.DEMO_PASSWORD,
      GAVEL_E2E_REPORT: report,
      GAVEL_CHROMIUM: chromium,
    },
    report,
    read: fromPlaywright,
  })
}

/** Everything, in the order in which a failure is cheapest to find. Services start while the static checks run. */
const test = async (checks: Checks, stack: Stack): Promise<void> => {
  await stack.claim()
  // Fresh data, from whichever source is best today.
  const { data, media, mail, google, stripe, sources } = stack.paths
  for (const path of [data, media, mail, google, stripe, sources]) rmSync(path, { recursive: true, force: true })
  const reports = stack.paths.base
  const ports = await Stack.ports('test')
  const services = stack.startServices('production', ports)
  // Its failure is reported below, when it is its turn.
  services.catch(() => {})
  await staticChecks(checks, reports)
  const isPrepared = await checks.whole('Services and databases', async () => {
    await services
    await stack.migrate()
  })
  if (!isPrepared) return
  const env = await services
  await vitest(checks, 'Integration tests', 'int', reports, {
    ...env,
    LOG_LEVEL: process.env.LOG_LEVEL || 'warn',
    // Tests pay at no Stripe but their own; the contract alone is tried on the real one too, where a test key is named.
    STRIPE_CONTRACT_KEY: process.env.STRIPE_SECRET_KEY,
  })
  stack.useDatabases('gavel_browser', 1, ports)
  let browserEnv = env
  const isServed = await checks.whole('A whole Gavel from the production build', async () => {
    await stack.migrate()
    await stack.seed()
    await stack.startInbox(ports)
    await stack.startGoogle(ports)
    browserEnv = await stack.startStripe(ports)
    await buildWeb()
    await stack.startApps('production', ports, true)
  })
  if (!isServed) return
  await browserTests(checks, reports, browserEnv)
  if (checks.total.failed > 0) sayWarnings(stack.paths.logs)
}

await runMain(() =>
  withStack('test', HERE, async (stack) => {
    const checks = new Checks()
    await test(checks, stack)
    await stack.stop()
    say()
    for (const name of checks.failedNames) say(`Failed: ${name}`)
    say(bold(summaryLine(checks.total)))
    return checks.total.failed === 0 ? 0 : 1
  }),
)
