import { describe, expect, it } from 'vitest'
import { base64Of } from './base64.ts'
import { type Column, chooseField, editCell, editOf } from './list-fields.ts'
import { refusedCsv } from './refused-csv.ts'

const column = (header: string, field: Column['field']): Column => ({ header, samples: [], field, sure: true })
const columns = [column('Player', 'name'), column('Money', 'base'), column('Other', null)]
const [player, money, other] = columns as [Column, Column, Column]

describe('the meaning of columns', () => {
  it('PLAYERS-4 gives a column a field that no column holds', () => {
    expect(chooseField({}, columns, other, 'set')).toEqual({ set: 'Other' })
  })

  it('PLAYERS-4 moves a field over from the column that held it', () => {
    expect(chooseField({}, columns, other, 'base')).toEqual({ base: 'Other' })
  })

  it('PLAYERS-4 leaves the field that the column held to nobody', () => {
    expect(chooseField({}, columns, money, 'sold')).toEqual({ base: null, sold: 'Money' })
    expect(chooseField({ name: 'Player' }, columns, player, null)).toEqual({ name: null })
  })
})

describe('corrected cells', () => {
  it('PLAYERS-4 stay together by row', () => {
    const once = editCell([], 4, 'Name', 'Ann')
    const twice = editCell(editCell(once, 9, 'Name', 'Bea'), 4, 'Base', '30')
    expect(twice).toEqual([
      { row: 4, cells: { Name: 'Ann', Base: '30' } },
      { row: 9, cells: { Name: 'Bea' } },
    ])
    expect([editOf(twice, 9), editOf(twice, 1)]).toEqual([{ Name: 'Bea' }, {}])
  })
})

describe('the file of refused rows', () => {
  const textOf = (href: string) => decodeURIComponent(href.slice(href.indexOf(',') + 1))

  it('DESK-1 holds the rows as they were, and why, without anything that a spreadsheet would run', () => {
    const href = refusedCsv(
      ['Name', 'Base'],
      [
        { row: 3, reason: 'The base price is missing.', cells: { Name: 'Ann, "the wall"', Base: '-' } },
        { row: 5, reason: 'It looks like a formula.', cells: { Name: '=HYPERLINK("x")', Base: '30' } },
      ],
    )
    expect(textOf(href)).toBe(
      '\uFEFFName,Base,Why it was refused\r\n"Ann, ""the wall""",-,The base price is missing.\r\n"\'=HYPERLINK(""x"")",30,It looks like a formula.\r\n',
    )
  })
})

describe('a chosen file', () => {
  it('DESK-2 reaches the server byte by byte', () => {
    const bytes = Uint8Array.from({ length: 100_000 }, (_, at) => at % 256)
    expect(Buffer.from(base64Of(bytes), 'base64').equals(Buffer.from(bytes))).toBe(true)
  })
})
