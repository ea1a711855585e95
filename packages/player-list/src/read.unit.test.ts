import { CRORE, LAKH, ruleSet } from '@gavel/auction'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { PlayerListError, previewPlayerList, type ReadOptions, readPlayerList } from './index.ts'

const rules = ruleSet('ipl-2025')
if (!rules) throw new Error('no rules')

const read = (input: string | Uint8Array, options: Omit<ReadOptions, 'rules'> = {}) =>
  readPlayerList(input, { rules, ...options })
const bytes = (...parts: (number[] | string)[]) =>
  Uint8Array.from(parts.flatMap((p) => (typeof p === 'string' ? [...new TextEncoder().encode(p)] : p)))
const utf16 = (text: string) => [...new Uint8Array(Uint16Array.from(text, (c) => c.charCodeAt(0)).buffer)]

const PLAIN = 'Name,Base Price (Lakh)\nAda Lovelace,30\nGrace Hopper,50\n'

test.each([
  ['a byte order mark', bytes([0xef, 0xbb, 0xbf], PLAIN)],
  ['Windows line ends', PLAIN.replaceAll('\n', '\r\n')],
  ['old Mac line ends', PLAIN.replaceAll('\n', '\r')],
  ['UTF-16', bytes([0xff, 0xfe, ...utf16(PLAIN)])],
  ['semicolons', PLAIN.replaceAll(',', ';')],
  ['tabs', PLAIN.replaceAll(',', '\t')],
  ['a separator line', `sep=,\n${PLAIN}`],
  ['a title and empty rows', `Players of the night\n\n${PLAIN}\n\n,,\n`],
  ['the header again half-way', PLAIN.replace('Grace', 'Name,Base Price (Lakh)\nGrace')],
])('LIST-1 reads a list with %s', (_, input) => {
  const { players, rows, refused } = read(input)
  expect(players.map((p) => [p.name, p.base])).toEqual([
    ['Ada Lovelace', 30 * LAKH],
    ['Grace Hopper', 50 * LAKH],
  ])
  expect([rows, refused]).toEqual([2, []])
})

test('LIST-1 letters of Windows-1252 are read, with a warning', () => {
  const { players, warnings } = read(bytes('Name\nJos', [0xe9], ' Buttler\n'))
  expect(players[0]?.name).toBe('José Buttler')
  expect(warnings[0]).toContain('Windows-1252')
})

test('LIST-2 a list before the auction: two columns of names, lakh, no header twice', () => {
  const { columns, players } = read(
    'No,Set,First Name,Surname,Country,State Association,DOB,Age,Specialism,,,Test caps,ODI caps,T20 caps,2024 Team,C/U/A,Reserve Price Rs Lakh\n' +
      '1,M1,Jos,Buttler,England,,08/09/1990,34,WICKETKEEPER,RHB,-,57,181,124,RR,Capped,200\n',
  )
  expect(columns).toMatchObject({
    firstName: 'First Name',
    lastName: 'Surname',
    base: 'Reserve Price Rs Lakh',
    set: 'Set',
    role: 'Specialism',
  })
  expect(columns.team).toBeUndefined()
  expect(players[0]).toMatchObject({
    name: 'Jos Buttler',
    country: 'England',
    overseas: true,
    dob: '1990-09-08',
    age: 34,
    role: 'Wicket-keeper',
    set: 'M1',
    base: 2 * CRORE,
    capped: true,
    caps: { test: 57, odi: 181, t20: 124 },
    outcome: null,
    formerTeam: 'RR',
    stats: { 'Column 10': 'RHB' },
  })
})

test('LIST-2 results with the team of the year beside that of the year before', () => {
  const { columns, players } = read(
    'Player Name,Base Price,TYPE,COST IN ₹ (CR.),Cost IN $ (000),2022 Squad,2023 Squad\n' +
      'Sam Curran,2 Cr,ALL-ROUNDER,18.5,2312,CSK,Punjab Kings\nJoe Root,1 Cr,BATTER,1,125,,Rajasthan Royals\nTom Banton,2 Cr,BATTER,,,KKR,Unsold\n',
  )
  expect(columns).toMatchObject({ team: '2023 Squad', sold: 'COST IN ₹ (CR.)' })
  expect(players.map((p) => [p.team, p.soldPrice, p.outcome])).toEqual([
    ['Punjab Kings', 18.5 * CRORE, 'sold'],
    ['Rajasthan Royals', CRORE, 'sold'],
    [null, null, 'unsold'],
  ])
})

test('LIST-2 an override wins, by header or by number, and one for no column is refused', () => {
  const list = 'Who,Alias,Price\nA One,B One,30\n'
  expect(read(list, { map: { name: 'alias' } }).players[0]?.name).toBe('B One')
  expect(read(list, { map: { name: '#1' } }).players[0]?.name).toBe('A One')
  expect(() => read(list, { map: { name: 'Nobody' } })).toThrow(
    'There is no column “Nobody” for name; the columns are Who, Alias, Price.',
  )
  expect(read('Name\nA One\n', { map: { team: 'Side' }, partial: true }).unused).toEqual(['Side'])
})

test('LIST-2 rows may be chosen by a column', () => {
  const list = 'Name,Year\nA One,2020\nB Two,2021\n'
  expect(read(list, { only: { column: 'year', value: '2021' } }).players.map((p) => p.name)).toEqual(['B Two'])
})

test.each([
  ['Price (Cr)', '0.2', 20 * LAKH],
  ['Price in lakhs', '20', 20 * LAKH],
  ['Price', '2000000', 20 * LAKH],
  ['Price (₹)', '20,00,000', 20 * LAKH],
  ['Price', '0.2', 20 * LAKH],
  ['Price', '20', 20 * LAKH],
  // The header promises rupees, the numbers cannot be.
  ['Price (INR)', '0.2', 20 * LAKH],
])('LIST-4 under “%s” %s is %d paise', (header, value, expected) => {
  expect(read(`Name,${header}\nA One,"${value}"\nB Two,"${value}"\n`).players[0]?.base).toBe(expected)
})

test('LIST-4 sold prices in crore beside base prices in lakh, without a word about either', () => {
  const { players } = read('Name,Base,Sold,Team\nA One,200,7.5,MI\nB Two,50,8,CSK\nC Three,30,14,CSK\n')
  expect(players.map((p) => p.soldPrice)).toEqual([7.5 * CRORE, 8 * CRORE, 14 * CRORE])
})

test('LIST-5 each way of saying what became of a player', () => {
  const { players } = read(
    'Player,Team,Base,Sold\nA,CSK,-,21.00\nB,RR,0.30,0.30\nC,-,2.00,Unsold\nD,-,0.75,TBA\nE,Delhi,Draft Pick,15\nF,-,0.30,-\n',
  )
  expect(players.map((p) => [p.name, p.outcome])).toEqual([
    ['A', 'retained'],
    ['B', 'sold'],
    ['C', 'unsold'],
    ['D', 'not_called'],
    ['E', 'retained'],
    ['F', 'not_called'],
  ])
})

test('LIST-5 words behind a price, and a column that says how each was acquired', () => {
  const behind = read('Name,Team,Price (Cr)\nA One,CSK,18.00 (Retained)\nB Two,MI,4.60 (RTM)\nC Three,MI,0.30\n')
  expect(behind.players.map((p) => [p.outcome, p.soldPrice])).toEqual([
    ['retained', 18 * CRORE],
    ['sold', 460 * LAKH],
    ['sold', 30 * LAKH],
  ])
  const column = read(
    'Name,Team,Price (Cr),Acquired\nA One,CSK,18,Retained\nB Two,MI,4.6,RTM\nC Three,MI,0.30,Auction\n',
  )
  expect(column.columns.status).toBe('Acquired')
  expect(column.players.map((p) => p.outcome)).toEqual(['retained', 'sold', 'sold'])
})

test('LIST-5 without a word for unsold, whoever has neither team nor price is unsold, and this is told', () => {
  const { players, warnings } = read('Name,Price,Team\nA One,2000000,MI\nB Two,5000000,CSK\nC Three,0.0,-\n')
  expect(players.map((p) => p.outcome)).toEqual(['sold', 'sold', 'unsold'])
  expect(warnings).toEqual(['Players with neither a team nor a price, taken as called and unsold: 1.'])
})

test('LIST-6 equal rows are one player, unequal ones with one name are two people', () => {
  const { rows, players, warnings } = read(
    'Name,Role\nLalit Yadav,BOWLER\nLalit Yadav,ALL-ROUNDER\nDaryl Mitchell,AR\nDaryl Mitchell,AR\n',
  )
  expect([rows, players.length]).toEqual([4, 3])
  expect(warnings).toEqual([
    'Rows that repeat another row, left out: 1.',
    '2 different people are called Lalit Yadav (rows 2, 3).',
  ])
})

test.each([
  ['Nationality', 'Overseas', true],
  ['Nationality', 'Indian', false],
  ['Country', ' India', false],
  ['Country', 'Nepal', true],
  ['State Association', 'F', true],
  ['State Association', 'TNCA', false],
  ['Country', '', null],
])('LIST-7 %s “%s”: overseas is %s', (header, value, expected) => {
  expect(read(`Name,${header}\nA One,"${value}"\n`).players[0]?.overseas).toBe(expected)
})

test('LIST-8 refused rows are told by number and reason, the others are read', () => {
  const { players, refused } = read(
    'Name,Base Price\nA One,20 Lakh\nB Two,\nC Three,abc\nD Four,-5\n,20 Lakh\n42,20 Lakh\nE Five,20 Lakh,x\nF Six,1e308\n',
  )
  expect(players.map((p) => p.name)).toEqual(['A One'])
  expect(refused.find(({ row }) => row === 8)?.cells).toEqual({
    Name: 'E Five',
    'Base Price': '20 Lakh',
    'Column 3': 'x',
  })
  expect(refused.map(({ row, reason }) => ({ row, reason }))).toEqual([
    { row: 3, reason: 'The base price is missing.' },
    { row: 4, reason: 'The base price “abc” is not a price.' },
    { row: 5, reason: 'The base price “-5” is not above zero.' },
    { row: 6, reason: 'The name is missing.' },
    { row: 7, reason: '“42” is not a name.' },
    { row: 8, reason: 'The row has 3 cells, and there are 2 columns.' },
    { row: 9, reason: 'The base price “1e308” is not a price.' },
  ])
})

test('LIST-8 a sale without its price or its team is refused', () => {
  const { refused } = read(
    'Name,Base Price,Sold Price,Team\nA One,20 Lakh,20 Lakh,MI\nB Two,20 Lakh,-,CSK\nC Three,20 Lakh,30 Lakh,-\n',
  )
  expect(refused.map((r) => r.reason)).toEqual(['Sold, but the price is missing.', 'Sold, but the team is missing.'])
})

test('LIST-9 a formula is no name; elsewhere it stays text', () => {
  const { players, refused, warnings } = read(
    'Name,Notes\n=HYPERLINK("http://x"),a\n+cmd|x,b\n@SUM(1),c\nA One,=1+1\nB Two,+91 1234\n',
  )
  expect(players.map((p) => p.name)).toEqual(['A One', 'B Two'])
  expect(refused.map((r) => r.row)).toEqual([2, 3, 4])
  expect(players[0]?.stats).toEqual({ Notes: '=1+1' })
  expect(warnings).toEqual(['Cells that look like spreadsheet formulas, kept as plain text: 1.'])
})

test.each([
  ['an empty file', '', 'empty'],
  ['a workbook', bytes([0x50, 0x4b, 3, 4, 0, 0]), 'Excel workbook'],
  ['a picture', bytes([137, 80, 78, 71, 13, 10, 26, 10, 0]), 'not a text file'],
  ['no names', 'foo,bar\n1,2\n', 'No column holds the players’ names; the columns are foo, bar.'],
  ['an open quote', 'Name\n"A One\n', 'near line 2'],
  ['5,001 players', `Name\n${Array.from({ length: 5_001 }, (_, i) => `Player ${i}`).join('\n')}`, '5,000 (MAX_POOL)'],
  ['50,000 players', `Name\n${Array.from({ length: 50_000 }, (_, i) => `Player ${i}`).join('\n')}`, '5,000 (MAX_POOL)'],
])(
  'LIST-10 refuses %s in one sentence',
  (_, input, words) => {
    expect(() => read(input)).toThrow(
      expect.objectContaining({ name: 'PlayerListError', message: expect.stringContaining(words) }),
    )
  },
  30_000,
)

test('LIST-12 a huge file is refused by its rows before it is read, and rows that hold nothing do not count', () => {
  const file = Buffer.from(`Name,Base Price\n${'A One,20 lakh\n'.repeat(1_000_000)}`)
  const startedMs = performance.now()
  expect(() => read(file)).toThrow(
    /more than 15,000 rows, and the players of one auction are at most 5,000 \(MAX_POOL\)/,
  )
  // Reading a million rows takes half a minute.
  expect(performance.now() - startedMs).toBeLessThan(8_000)
  const empty = `Name,Notes\nA One,"two\nlines"\n${',\n'.repeat(20_000)}`
  expect(read(empty).players.map(({ name }) => name)).toEqual(['A One'])
})

test('LIST-11 any bytes end in a list or in a refusal', () => {
  const table = fc
    .array(fc.array(fc.string({ maxLength: 12 }), { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 12 })
    .map((rows) => `Name,Team,Price,Base,Country,Status\n${rows.map((r) => r.join(',')).join('\n')}`)
  fc.assert(
    fc.property(fc.oneof(fc.uint8Array({ maxLength: 300 }), table), (input) => {
      try {
        const list = read(input)
        expect(list.players.length + list.refused.length).toBeLessThanOrEqual(list.rows)
        for (const p of list.players) expect(p.name.trim()).not.toBe('')
      } catch (error) {
        expect(error).toBeInstanceOf(PlayerListError)
      }
    }),
    { numRuns: 400 },
  )
})

const preview = (input: string, options: Omit<ReadOptions, 'rules'> = {}) =>
  previewPlayerList(input, { rules, ...options })

test('LIST-13 corrected cells are read in place of the file’s, and the rest of the row stays', () => {
  const list = 'Name,Base Price\nA One,20 Lakh\nB Two,\n=C,20 Lakh\nD Four,20 Lakh,x\n'
  const { players, refused } = read(list, {
    edits: [
      { row: 3, cells: { 'Base Price': '50 Lakh' } },
      { row: 4, cells: { name: ' C Three ' } },
      { row: 5, cells: { 'Column 3': '' } },
    ],
  })
  expect(refused).toEqual([])
  expect(players.map((p) => [p.row, p.name, p.base])).toEqual([
    [2, 'A One', 20 * LAKH],
    [3, 'B Two', 50 * LAKH],
    [4, 'C Three', 20 * LAKH],
    [5, 'D Four', 20 * LAKH],
  ])
  // Corrected into nothing: the row is gone.
  expect(read(list, { edits: [{ row: 3, cells: { Name: '', 'Base Price': '' } }] }).rows).toBe(3)
})

test('LIST-13 a correction is read like any other cell, and one of no row or column is refused', () => {
  const list = 'Name,Base Price\nA One,20 Lakh\nB Two,\n'
  expect(read(list, { edits: [{ row: 3, cells: { Name: '=1+1' } }] }).refused.map((r) => r.reason)).toEqual([
    '“=1+1” looks like a spreadsheet formula, not a name.',
  ])
  expect(() => read(list, { edits: [{ row: 9, cells: { Name: 'X' } }] })).toThrow('The file has no row 9 to correct.')
  expect(() => read(list, { edits: [{ row: 3, cells: { Nope: 'X' } }] })).toThrow(
    'There is no column “Nope” to correct',
  )
})

test('LIST-14 a preview tells what each column was taken for, how surely, and what the list lacks', () => {
  const { columns, missing, list } = preview(
    'Player,Type,Price,Notes\nA One,BAT,200,a\nB Two,BOWL,50,-\nC Three,BAT,50,a\nD Four,BAT,50,c\nE Five,AR,50,d\n',
  )
  expect(columns).toEqual([
    { header: 'Player', samples: ['A One', 'B Two', 'C Three'], field: 'name', sure: true },
    { header: 'Type', samples: ['BAT', 'BOWL', 'AR'], field: 'role', sure: true },
    { header: 'Price', samples: ['200', '50'], field: 'base', sure: false },
    { header: 'Notes', samples: ['a', 'c', 'd'], field: null, sure: false },
  ])
  expect(missing).toEqual(['set', 'country'])
  expect(list?.players[0]).toMatchObject({ name: 'A One', base: 2 * CRORE, role: 'Batter' })
})

test('LIST-14 a person may say that no column holds a field, and a file without names is shown with its columns', () => {
  const text = 'Name,Price\nA One,200\n'
  const { columns, missing, list } = preview(text, { map: { base: null } })
  expect(columns.map((c) => c.field)).toEqual(['name', null])
  expect(missing).toContain('base')
  expect(list?.players[0]).toMatchObject({ base: null, stats: { Price: '200' } })
  const nameless = preview('a,b\n1,2\n')
  expect(nameless).toMatchObject({ list: null, rows: 1 })
  expect(nameless.missing).toContain('name')
  expect(preview('a,b\nA One,2\n', { map: { name: 'a' } }).list?.players).toHaveLength(1)
})

test('LIST-15 columns of one name are told apart by their number, and nothing of them is lost', () => {
  const list = 'Name,Note,Note,\nA One,x,y,z\n'
  const { columns } = preview(list)
  expect(columns.map((c) => c.header)).toEqual(['Name', 'Note', 'Note (column 3)', 'Column 4'])
  expect(read(list).players[0]?.stats).toEqual({ Note: 'x', 'Note (column 3)': 'y', 'Column 4': 'z' })
  expect(read(list, { map: { name: 'Note (column 3)' } }).players[0]?.name).toBe('y')
})
