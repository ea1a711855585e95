import { describe, expect, it } from 'vitest'
import { fromPlaywright, fromVitest, summaryLine, tallyOf, total } from './test-results.ts'

const file = (status: string, ...tests: string[]) => ({
  status,
  assertionResults: tests.map((test) => ({ status: test })),
})

describe('test results', () => {
  it('RUN-1 sums the reports into one line', () => {
    const vitest = fromVitest({
      success: false,
      numPassedTests: 7,
      numFailedTests: 1,
      testResults: [file('failed', 'failed')],
    })
    const playwright = fromPlaywright({ stats: { expected: 3, unexpected: 1, flaky: 1 }, errors: [] })
    expect(summaryLine(total([vitest, playwright, { passed: 1, failed: 0 }]))).toBe('12 passed, 2 failed')
  })

  it('RUN-1 counts a file that could not be loaded, and an error outside of any test, as one failure', () => {
    const report = { success: false, numPassedTests: 2, numFailedTests: 0 }
    expect(fromVitest({ ...report, testResults: [file('failed'), file('passed', 'passed')] }).failed).toBe(1)
    expect(fromVitest({ ...report, testResults: [file('passed', 'passed')] }).failed).toBe(1)
    expect(fromPlaywright({ stats: { expected: 0, unexpected: 0, flaky: 0 }, errors: ['no browser'] }).failed).toBe(1)
  })

  it('RUN-1 never takes a program that failed, or left no report, for a success', () => {
    expect(tallyOf({ passed: 5, failed: 0 }, 1)).toEqual({ passed: 5, failed: 1 })
    expect(tallyOf({ passed: 5, failed: 2 }, 1)).toEqual({ passed: 5, failed: 2 })
    expect(tallyOf(undefined, 0)).toEqual({ passed: 0, failed: 1 })
  })
})
