/** How many tests passed and failed. Skipped ones count as neither. */
export type Tally = { passed: number; failed: number }

/** The part of vitest's JSON report that is read here. */
type VitestReport = {
  success: boolean
  numPassedTests: number
  numFailedTests: number
  testResults: readonly { status: string; assertionResults: readonly { status: string }[] }[]
}

/** The part of Playwright's JSON report that is read here. A flaky test passed in the end. */
type PlaywrightReport = {
  stats: { expected: number; unexpected: number; flaky: number }
  errors: readonly unknown[]
}

/** A file that could not even be loaded has no failed test, and is one failure all the same. */
export const fromVitest = (report: VitestReport): Tally => {
  const brokenFiles = report.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.every(({ status }) => status !== 'failed'),
  ).length
  const failed = report.numFailedTests + brokenFiles
  return { passed: report.numPassedTests, failed: failed === 0 && !report.success ? 1 : failed }
}

export const fromPlaywright = ({ stats, errors }: PlaywrightReport): Tally => ({
  passed: stats.expected + stats.flaky,
  failed: stats.unexpected + errors.length,
})

/** A run counts its report; where the program failed and the report does not say so (or there is none), that is a failure. */
export const tallyOf = (reported: Tally | undefined, exitCode: number): Tally => {
  if (!reported) return { passed: 0, failed: 1 }
  return { ...reported, failed: exitCode !== 0 && reported.failed === 0 ? 1 : reported.failed }
}

export const total = (tallies: readonly Tally[]): Tally => ({
  passed: tallies.reduce((sum, { passed }) => sum + passed, 0),
  failed: tallies.reduce((sum, { failed }) => sum + failed, 0),
})

export const summaryLine = ({ passed, failed }: Tally): string => `${passed} passed, ${failed} failed`
