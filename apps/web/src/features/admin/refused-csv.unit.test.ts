import { expect, test } from 'vitest'
import { base64Of } from './base64.ts'
import { refusedCsv } from './refused-csv.ts'

const textOf = (address: string) => decodeURIComponent(address.slice(address.indexOf(',') + 1))

test('DESK-1 refused rows become a CSV file whose cells never run as formulas', () => {
  const csv = textOf(
    refusedCsv([
      { row: 3, reason: 'The base price “ten” is no number.' },
      { row: 9, reason: '=HYPERLINK("x") is no name' },
    ]),
  )
  expect(csv).toBe('row,reason\r\n3,"The base price “ten” is no number."\r\n9,"\'=HYPERLINK(""x"") is no name"')
})

test('DESK-2 a file reaches the server byte by byte', () => {
  const bytes = Uint8Array.from({ length: 100_000 }, (_, at) => at % 256)
  expect(Buffer.from(base64Of(bytes), 'base64').equals(Buffer.from(bytes))).toBe(true)
})
