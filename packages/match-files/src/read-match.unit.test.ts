import { expect, test } from 'vitest'
import { file, refused } from './given-files.ts'
import { groupFiles } from './group.ts'
import { isOtherTable, readMatch } from './read-match.ts'
import { MAX_FILE_BYTES } from './text.ts'

test('RECORD-7 what is empty, huge, binary, no match or cut off is refused with the place', () => {
  expect(refused('')).toMatchObject({ code: 'EMPTY', where: 'the file' })
  expect(refused(' \n \n')).toMatchObject({ code: 'EMPTY' })
  expect(refused(new Uint8Array(MAX_FILE_BYTES + 1))).toMatchObject({
    code: 'TOO_BIG',
    words: expect.stringContaining('32 MB'),
  })
  expect(refused('PK\u0003\u0004\u0000\u0000\u0000')).toMatchObject({ code: 'BINARY', where: 'line 1' })
  expect(refused('{"name": "x",\n"matches": [{"team1":')).toMatchObject({ code: 'NOT_JSON', where: 'line 2' })
  expect(refused('[{"hello": 1}]')).toMatchObject({ code: 'UNKNOWN_FORMAT' })
  expect(refused('once upon a time')).toMatchObject({ code: 'UNKNOWN_FORMAT' })
  expect(refused('['.repeat(300_000))).toMatchObject({ code: 'TOO_DEEP', where: 'line 1' })
  expect(refused(`{"matches":${'['.repeat(50_000)}${']'.repeat(50_000)}}`)).toMatchObject({
    code: 'TOO_DEEP',
  })
  expect(readMatch('x', [])).toMatchObject({ refusal: { code: 'NO_MATCH' } })
})

test('RECORD-1 sets of a folder and the sheet of a match belong together', () => {
  const groups = groupFiles([
    'a/set1.csv',
    'a/set2.csv',
    'a/readme.md',
    'b/7.csv',
    'b/7_info.csv',
    'b/8_info.csv',
    'c.json',
    'd.dvw',
  ])
  expect(groups).toEqual([
    { name: 'a', paths: ['a/set1.csv', 'a/set2.csv'] },
    { name: 'b/7.csv', paths: ['b/7.csv', 'b/7_info.csv'] },
    { name: 'b/8_info.csv', paths: ['b/8_info.csv'] },
    { name: 'c.json', paths: ['c.json'] },
    { name: 'd.dvw', paths: ['d.dvw'] },
  ])
  expect(groupFiles(['set1.csv', 'set2.csv'])).toEqual([{ name: '.', paths: ['set1.csv', 'set2.csv'] }])
})

test('TALLY-4 a whole table of something else is told from a broken one', () => {
  const other = (text: string) => isOtherTable(file('x.csv', text))
  expect(other('file,date,winner\na,2031-01-01,Owls\n')).toBe(true)
  expect(other('file,date,winner\na,2031')).toBe(false)
  expect(other('innings,ball,batting_team\n1,0.1,Owls\n')).toBe(false)
  expect(other('garbage')).toBe(false)
  expect(other('')).toBe(false)
})
