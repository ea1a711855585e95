import { ruleSet } from '@gavel/auction'
import { readPlayerList } from '@gavel/player-list'
import { expect, test } from 'vitest'
import { csvOf, plainMoney } from './csv.ts'

test('EXPORT-2 no cell of an export runs in a spreadsheet, and names keep their letters', () => {
  const csv = csvOf(
    ['Name', 'Price'],
    [
      ['=HYPERLINK("http://x")', '18250000.5'],
      ['+cmd|x', 5],
      ['@SUM(1)', null],
      ['-1+2', ''],
      ['\tTab', ''],
      ['José "Joe", Jr.', '5'],
      ['नमस्ते', ''],
    ],
  )
  expect(csv).toBe(
    '\uFEFFName,Price\r\n"\'=HYPERLINK(""http://x"")",18250000.5\r\n\'+cmd|x,5\r\n\'@SUM(1),\r\n\'-1+2,\r\n\'\tTab,\r\n"José ""Joe"", Jr.",5\r\nनमस्ते,\r\n',
  )
  const rules = ruleSet('ipl-2025')
  if (!rules) throw new Error('no rules')
  expect(readPlayerList(csv, { rules }).players.map(({ name }) => name)).toContain('José "Joe", Jr.')
})

test.each([
  [182_500_000_50, 'INR', '182500000.5'],
  [3_000_000_000, 'INR', '30000000'],
  [5, 'INR', '0.05'],
  [1_250, 'JPY', '1250'],
  [99_999_999_999_999, 'INR', '999999999999.99'],
])('EXPORT-2 %d of the smallest unit of %s is written as %s', (amount, currency, text) => {
  expect(plainMoney(amount, currency)).toBe(text)
})
