import { PlayerListError } from './csv.ts'
import { looksLikeMoney } from './money.ts'
import { cappedWord, isBlank, outcomeWord, overseasWord, plain, priceText, roleOf } from './words.ts'

/** What a column may mean. `name` or the two parts of it; every other one may be missing. */
export const LIST_FIELDS = [
  'name',
  'firstName',
  'lastName',
  'country',
  'association',
  'overseas',
  'role',
  'age',
  'dob',
  'set',
  'base',
  'sold',
  'team',
  'formerTeam',
  'status',
  'capped',
  'testCaps',
  'odiCaps',
  't20Caps',
  'photo',
  'year',
] as const
export type ListField = (typeof LIST_FIELDS)[number]

/** Which column, counted from 0, holds which field. */
export type ColumnMap = Partial<Record<ListField, number>>

/** What a person says about columns: a field's header, or null where no column holds it. */
export type Overrides = Partial<Record<ListField, string | null>>

type Column = {
  index: number
  header: string
  /** Values that say something; at most {@link SAMPLE} rows are looked at. */
  values: string[]
  /** One per sampled row, blanks included. */
  cells: string[]
}

const SAMPLE = 2_000

/** The words of a header, with `BasePrice` and `Base_Price(Lakh)` taken apart. */
export function headerWords(header: string): string {
  return plain(header.replace(/([a-z])([A-Z])/g, '$1 $2'))
}

/** How the column at `index` is called: its header, or its number where that is empty or another column to its left has the same. */
export function columnLabel(headers: readonly string[], index: number): string {
  const header = headers[index]?.trim()
  if (!header) return `Column ${index + 1}`
  return headers.findIndex((other) => other.trim() === header) === index ? header : `${header} (column ${index + 1})`
}

/** Whether a record could be the row of column names: some column of it names people. */
export function looksLikeHeader(cells: readonly string[]): boolean {
  return cells.some((c) => NAME.test(headerWords(c)) || FIRST_NAME.test(headerWords(c)))
}

const NAME =
  /^((full )?names?|players?|players? (full )?names?|name of (the )?players?|cricketers?( name)?|players? names?)$/
const FIRST_NAME = /^((player )?(first|given|fore) ?names?)$/
const LAST_NAME = /^((player )?(sur|last|family) ?names?)$/
const FOREIGN_MONEY = /[$€£]|\b(usd|us|eur|gbp|dollars?|euros?|pounds?)\b/
const PRICE =
  /price|amount|cost|value|fee|money|\bbid\b|\bsalary\b|^sold( for| at)?$|^base$|^reserve$|₹|\binr\b|\b(lakhs?|lacs?|crores?|cr)\b/
const BASE = /\b(base|reserved?|floor|starting|opening|minimum|min|list|listed|basic)\b/
const SOLD =
  /\b(sold|paid|final|winning|hammer|bought|auction(ed)?|cost|bid|purchased?|selling|salary|retention|retained)\b/
const TEAM =
  /^((ipl |new |buying |winning |final |auction(ed)? |sold )?(team|franchise|squad|club)( name| sold to)?|(sold|bought|purchased|acquired|picked|drafted) (to|by)( team)?|buyer|winner|winning bidder|owner)$/
const TEAM_OF_A_YEAR = /\b(team|franchise|squad)\b/
const FORMER_TEAM =
  /^((((19|20)\d\d|last|previous|prev|former|old) )?(season )?(team|squad|franchise)|retained by)( name)?$/
const EARLIER = /\b(previous|prev|last|old|former|past|teams)\b/

/** What the columns of a file mean. `guessed`: fields that no header says, only what stands in their column. */
export type Recognised = { map: ColumnMap; guessed: ReadonlySet<ListField> }

/**
 * Tells what each column means, by its header and by what stands in it. `overrides` come first: a field's header (or `#number`), or null where
 * no column holds that field.
 *
 * @throws PlayerListError where an override names a column that is not there.
 */
export function recogniseColumns(
  headers: readonly string[],
  rows: readonly (readonly string[])[],
  overrides: Overrides,
): Recognised {
  const columns = headers.map((header, index): Column => {
    const cells = rows.slice(0, SAMPLE).map((row) => row[index] ?? '')
    return { index, header: headerWords(header), cells, values: cells.filter((c) => !isBlank(c)) }
  })
  const map: ColumnMap = {}
  const guessed = new Set<ListField>()
  for (const [field, label] of Object.entries(overrides))
    if (label !== null) map[field as ListField] = columnNamed(headers, label, field)
  const free = () => columns.filter((c) => !Object.values(map).includes(c.index))
  const take = (field: ListField, choose: (free: Column[]) => Column | undefined) => {
    if (map[field] !== undefined || overrides[field] === null) return false
    const index = choose(free())?.index
    if (index === undefined) return false
    map[field] = index
    return true
  }
  const guess = (field: ListField, choose: (free: Column[]) => Column | undefined) => {
    if (take(field, choose)) guessed.add(field)
  }
  const first =
    (header: RegExp, fits: (c: Column) => boolean = () => true) =>
    (cs: Column[]) =>
      cs.find((c) => header.test(c.header) && fits(c))

  if (map.name === undefined) {
    take('firstName', first(FIRST_NAME))
    take('lastName', first(LAST_NAME))
  }
  if (map.firstName === undefined && map.lastName === undefined) take('name', first(NAME, isText))
  take('status', first(/^(status|bid|result|outcome|sold|sold (or )?unsold|.* status|remarks?|type)$/, isStatus))
  guess('status', (cs) => cs.find((c) => isStatus(c) && c.values.some((v) => outcomeWord(v) === 'sold')))
  take('base', (cs) => prices(cs).find((c) => BASE.test(c.header)))
  take('sold', (cs) => prices(cs).find((c) => SOLD.test(c.header) && !BASE.test(c.header)))
  take('team', first(TEAM, isText))
  if (map.sold !== undefined) guess('team', (cs) => teamOfAYear(cs, columns[map.sold ?? -1]))
  // Whatever the buyer is, another team of a year is where the player comes from.
  take('formerTeam', first(FORMER_TEAM, isText))
  const sale = map.team !== undefined || map.status !== undefined
  guess(sale ? 'sold' : 'base', (cs) => prices(cs)[0])
  take('overseas', first(/overseas|foreign|origin|nation|country|local|player type/, isOverseas))
  take('country', first(/^country|nation|^origin|^player origin|country$/, isText))
  take('association', first(/association|^state$|^state team$|domestic team/, isText))
  take(
    'role',
    first(/role|speciali[sz]|speciality|specialty|discipline|skill|type|category|position|style|playing/, isRole),
  )
  guess('role', (cs) =>
    cs.find((c) => share(c, (v) => roleOf(v) !== null) > 0.95 && c.values.length * 2 > c.cells.length),
  )
  take(
    'capped',
    first(/^c u a$|capped|cap status|^c u$/, (c) => share(c, (v) => cappedWord(v) !== null) > 0.8),
  )
  guess('capped', (cs) => cs.find((c) => share(c, (v) => /^(un)?capped$/i.test(v) || /^associate$/i.test(v)) > 0.95))
  take('set', first(/(^| )set( name| code)?$/))
  take('set', first(/(^| )set (no|number|id)$|^(pool|group|bucket|tier)$/))
  take('dob', first(/^(dob|d o b|date of birth|birth ?date|born)$/))
  take('age', first(/^age\b/))
  take('testCaps', first(/^tests?( caps?)?$/))
  take('odiCaps', first(/^odis?( caps?)?$/))
  take('t20Caps', first(/^t20 ?i?s?( caps?)?$/))
  take('photo', first(/photo|image|picture|headshot|avatar/))
  take(
    'year',
    first(/^(year|season|(auction|ipl) (year|season))$/, (c) => share(c, (v) => /^(19|20)\d\d$/.test(v)) > 0.8),
  )
  if (!holdsNames(map)) guess('name', mostNameLike)
  // A short list may hold more slips than names.
  if (!holdsNames(map)) take('name', first(NAME))
  return { map, guessed }
}

/** Whether some column holds names. */
export function holdsNames(map: ColumnMap): boolean {
  return map.name !== undefined || map.firstName !== undefined || map.lastName !== undefined
}

/** Whether the column only counts its rows. */
export function isIndex(cells: readonly string[]): boolean {
  return (
    cells.length > 1 && cells.every((c, i) => /^\d+$/.test(c) && (i === 0 || Number(c) === Number(cells[i - 1]) + 1))
  )
}

/** The column with this header, or this number (`#3`); -1 where there is none. */
export function findColumn(headers: readonly string[], label: string): number {
  const byNumber = /^#(\d+)$/.exec(label.trim())
  if (byNumber) return Number(byNumber[1]) <= headers.length ? Number(byNumber[1]) - 1 : -1
  const exact = headers.findIndex((_, index) => columnLabel(headers, index) === label.trim())
  return exact >= 0 ? exact : headers.findIndex((h) => h !== '' && headerWords(h) === headerWords(label))
}

/** The columns of a file, in words. */
export function columnList(headers: readonly string[], most: number): string {
  return headers
    .slice(0, most)
    .map((_, index) => columnLabel(headers, index))
    .join(', ')
}

function columnNamed(headers: readonly string[], label: string, field: string): number {
  const found = findColumn(headers, label)
  if (found < 0)
    throw new PlayerListError(`There is no column “${label}” for ${field}; the columns are ${columnList(headers, 30)}.`)
  return found
}

function share(column: Column, is: (value: string) => boolean): number {
  return column.values.length === 0 ? 0 : column.values.filter(is).length / column.values.length
}

function isText(column: Column): boolean {
  return share(column, (v) => /\p{L}/u.test(v)) > 0.6 || column.values.length === 0
}

function isStatus(column: Column): boolean {
  return share(column, (v) => outcomeWord(v) !== null) > 0.95
}

function isRole(column: Column): boolean {
  return share(column, (v) => roleOf(v) !== null) > 0.6
}

function isOverseas(column: Column): boolean {
  // A column that says `India` for everyone is a country, not a flag: only the words of a flag count.
  return share(column, (v) => overseasWord(v) !== null && !/^ind(ia)?$/i.test(v)) > 0.95
}

/** Columns of money, in the file's order. */
function prices(columns: Column[]): Column[] {
  return columns.filter(
    (c) =>
      PRICE.test(c.header) &&
      !FOREIGN_MONEY.test(c.header) &&
      share(c, (v) => isPrice(v) || outcomeWord(v) !== null) > 0.6 &&
      share(c, isPrice) > 0,
  )
}

/** `2023 Squad` beside `2022 Squad`: the one that is filled exactly where there is a price. */
function teamOfAYear(columns: Column[], sold: Column | undefined): Column | undefined {
  if (!sold) return undefined
  const agreement = (c: Column) =>
    c.cells.filter((cell, i) => isTeam(cell) === isPrice(sold.cells[i] ?? '')).length / Math.max(1, c.cells.length)
  return columns
    .filter((c) => TEAM_OF_A_YEAR.test(c.header) && !EARLIER.test(c.header) && isText(c) && agreement(c) > 0.85)
    .sort((a, b) => agreement(b) - agreement(a))[0]
}

function isPrice(cell: string): boolean {
  return looksLikeMoney(priceText(cell))
}

function isTeam(cell: string): boolean {
  return !isBlank(cell) && outcomeWord(cell) === null
}

/** Without a telling header: the column whose values look most like people's names, nearly all different. */
function mostNameLike(columns: Column[]): Column | undefined {
  const different = (c: Column) => new Set(c.values.map(plain)).size / Math.max(1, c.cells.length)
  const people = (c: Column) => share(c, (v) => /^[\p{L}.'’ -]+ [\p{L}.'’ -]+$/u.test(v) && v.length < 60)
  return columns
    .filter((c) => people(c) > 0.8 && different(c) > 0.8)
    .sort((a, b) => people(b) * different(b) - people(a) * different(a))[0]
}
