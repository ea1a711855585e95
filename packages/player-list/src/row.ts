import type { Amount } from '@gavel/auction'
import { type ColumnMap, headerWords, type ListField } from './columns.ts'
import type { CsvRecord } from './csv.ts'
import { bareNumber, clip, looksLikeMoney, type MoneyUnit, parseMoney } from './money.ts'
import { statColumns, type Table } from './table.ts'
import type { ListRules } from './units.ts'
import {
  cappedWord,
  isBlank,
  isFormula,
  isHomeCountry,
  outcomeWord,
  overseasWord,
  type PlayerOutcome,
  priceText,
  roleOf,
} from './words.ts'

/** One person of a list. What the list does not say is null. */
export type ListedPlayer = {
  /** The row in the file, counted from 1 with the header. */
  row: number
  name: string
  firstName: string | null
  lastName: string | null
  country: string | null
  /** One of the four roles of cricket where the words are known, else the file's words. */
  role: string | null
  age: number | null
  /** ISO date. */
  dob: string | null
  set: string | null
  /** Null only where the file has no base prices, or the player was retained. */
  base: Amount | null
  soldPrice: Amount | null
  team: string | null
  /** The team of last season, as the list calls it. */
  formerTeam: string | null
  outcome: PlayerOutcome | null
  /** Null: nationality unknown. */
  overseas: boolean | null
  capped: boolean | null
  caps: { test: number | null; odi: number | null; t20: number | null } | null
  photoUrl: string | null
  year: number | null
  /** Every other column that says something, by its header. */
  stats: Record<string, string>
}

export type RowReader = {
  read(record: CsvRecord): ListedPlayer | { reason: string }
  /** The row's base price, or null. */
  basePrice(record: CsvRecord): Amount | null
  /** What the rows read so far had in common. */
  warnings(): string[]
}

const MAX_NAME = 80
const MAX_WORDS = 60
const MAX_STAT = 200
const TEXT_FIELDS: readonly ListField[] = [
  'name',
  'firstName',
  'lastName',
  'country',
  'association',
  'role',
  'set',
  'team',
  'formerTeam',
  'photo',
]

/** Reads rows of one table, knowing its columns and the units of its money. */
export function rowReader(
  table: Table,
  map: ColumnMap,
  units: Record<'base' | 'sold', MoneyUnit>,
  rules: ListRules,
): RowReader {
  const stats = statColumns(table, map)
  const said = new Set<PlayerOutcome | null>(
    table.rows.flatMap((r) => (['status', 'sold', 'team', 'base'] as const).map((f) => outcomeWord(cellOf(r, map[f])))),
  )
  const retentions = map.sold !== undefined && /retention|retained/.test(headerWords(table.headers[map.sold] ?? ''))
  const hasSales = map.status !== undefined || (map.sold !== undefined && map.team !== undefined)
  const counts = { formulas: 0, guessedUnsold: 0, guessedRetained: 0, unknownNationality: 0 }

  const cell = (record: CsvRecord, field: ListField) => cellOf(record, map[field])
  const words = (record: CsvRecord, field: ListField) => {
    const text = tidy(cell(record, field))
    return isBlank(text) || outcomeWord(text) !== null ? null : text.slice(0, MAX_WORDS)
  }
  const money = (record: CsvRecord, field: 'base' | 'sold') => {
    const text = priceText(cell(record, field))
    if (isBlank(text) || outcomeWord(text) !== null || isZero(text)) return null
    return parseMoney(text, rules.currency, units[field])
  }
  const number = (record: CsvRecord, field: ListField) => {
    const value = bareNumber(cell(record, field))
    return value !== null && value < 10_000 ? Math.trunc(value) : null
  }

  function outcomeOf(record: CsvRecord, sold: boolean, team: string | null): PlayerOutcome | null {
    const status = outcomeWord(cell(record, 'status'))
    const base = outcomeWord(cell(record, 'base'))
    if (base === 'retained' || status === 'retained') return 'retained'
    if (status) return status
    const word = outcomeWord(cell(record, 'sold')) ?? outcomeWord(cell(record, 'team')) ?? base
    if (word) return word
    if (!hasSales) return null
    if (sold && team) {
      if (retentions) return 'retained'
      if (map.base === undefined || !isBlank(cell(record, 'base'))) return 'sold'
      counts.guessedRetained++
      return 'retained'
    }
    if (team || sold) return 'sold'
    if (said.has('unsold')) return 'not_called'
    counts.guessedUnsold++
    return 'unsold'
  }

  function read(record: CsvRecord): ListedPlayer | { reason: string } {
    const formula = TEXT_FIELDS.find((f) => isFormula(cell(record, f)))
    if (formula)
      return {
        reason: `“${clip(cell(record, formula))}” looks like a spreadsheet formula, not a ${FIELD_WORDS[formula] ?? formula}.`,
      }
    const firstName = words(record, 'firstName')
    const lastName = words(record, 'lastName')
    const name = tidyName(cell(record, 'name') || [firstName, lastName].filter(Boolean).join(' '))
    if (isBlank(name)) return { reason: 'The name is missing.' }
    if (!/\p{L}/u.test(name)) return { reason: `“${clip(name)}” is not a name.` }
    if (name.length > MAX_NAME) return { reason: `The name is longer than ${MAX_NAME} letters.` }

    const base = money(record, 'base')
    const price = money(record, 'sold')
    if (base && !base.ok) return { reason: `The base price ${base.problem}.` }
    if (price && !price.ok) return { reason: `The price ${price.problem}.` }
    const team = words(record, 'team')
    const outcome = outcomeOf(record, price !== null, team)
    const isHeld = outcome === 'sold' || outcome === 'retained'
    if (map.base !== undefined && base === null && outcome !== 'retained' && outcome !== 'sold')
      return { reason: 'The base price is missing.' }
    if (outcome === 'sold' && map.sold !== undefined && price === null)
      return { reason: 'Sold, but the price is missing.' }
    if (isHeld && map.team !== undefined && team === null)
      return { reason: `${outcome === 'sold' ? 'Sold' : 'Retained'}, but the team is missing.` }

    const country = words(record, 'country')
    const overseas = overseasOf(record, country)
    if (overseas === null && (map.country ?? map.overseas ?? map.association) !== undefined) counts.unknownNationality++
    const caps = { test: number(record, 'testCaps'), odi: number(record, 'odiCaps'), t20: number(record, 't20Caps') }
    const age = number(record, 'age')
    const roleWords = words(record, 'role')
    return {
      row: record.row,
      name,
      firstName,
      lastName,
      country,
      role: roleWords && (roleOf(roleWords) ?? roleWords),
      age: age !== null && age >= 5 && age <= 99 ? age : null,
      dob: isoDate(cell(record, 'dob')),
      set: words(record, 'set'),
      base: base?.amount ?? null,
      soldPrice: isHeld ? (price?.amount ?? null) : null,
      team: isHeld || !hasSales ? team : null,
      formerTeam: words(record, 'formerTeam'),
      outcome,
      overseas,
      capped: map.capped === undefined ? null : cappedWord(cell(record, 'capped')),
      caps: Object.values(caps).every((n) => n === null) ? null : caps,
      photoUrl: httpsUrl(cell(record, 'photo')),
      year: number(record, 'year'),
      stats: statsOf(record),
    }
  }

  function overseasOf(record: CsvRecord, country: string | null): boolean | null {
    const flag = map.overseas === undefined ? null : overseasWord(cell(record, 'overseas'))
    if (flag !== null) return flag
    if (country !== null) {
      const home = isHomeCountry(country, rules.currency)
      return home === null ? null : !home
    }
    const association = words(record, 'association')
    return association === null ? null : /^f(oreign)?$/i.test(association)
  }

  function statsOf(record: CsvRecord): Record<string, string> {
    const entries = stats.flatMap(({ index, label }): [string, string][] => {
      const text = tidy(record.cells[index] ?? '')
      if (isBlank(text)) return []
      if (isFormula(text)) counts.formulas++
      return [[label, text.slice(0, MAX_STAT)]]
    })
    return Object.fromEntries(entries)
  }

  function basePrice(record: CsvRecord): Amount | null {
    const parsed = money(record, 'base')
    return parsed?.ok ? parsed.amount : null
  }

  function warnings(): string[] {
    const lines: [number, string][] = [
      [counts.formulas, 'Cells that look like spreadsheet formulas, kept as plain text'],
      [
        counts.guessedRetained,
        'Players with a team and a price but no base price, taken as retained before the auction',
      ],
      [counts.guessedUnsold, 'Players with neither a team nor a price, taken as called and unsold'],
      [counts.unknownNationality, 'Players of unknown nationality, who count in no cap on overseas players'],
    ]
    return lines.flatMap(([count, text]) => (count > 0 ? [`${text}: ${count}.`] : []))
  }

  return { read, basePrice, warnings }
}

const FIELD_WORDS: Partial<Record<ListField, string>> = {
  firstName: 'first name',
  lastName: 'surname',
  formerTeam: 'team of last season',
  photo: 'photo’s address',
}

function cellOf(record: CsvRecord, index: number | undefined): string {
  return index === undefined ? '' : (record.cells[index] ?? '')
}

/** `0`, `0.0`: what some files write for a price that there is not. */
function isZero(text: string): boolean {
  return looksLikeMoney(text) && /^[^1-9]*$/.test(text)
}

function tidy(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\p{Cf}\p{Cc}]/gu, '')
    .replace(/\s+/g, ' ')
    .trim()
}

/** Without the marks that scorecards and sheets hang on names: `*`, `†`, `(c)`, `(wk)`, `(RTM)`. */
function tidyName(text: string): string {
  return tidy(text.replace(/[*†‡]|\((c|vc|wk|w|rtm|o|os|overseas|uncapped|capped|ret|retained)\)/gi, ' '))
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** Day before month, as the leagues write it, unless the year comes first; null for anything that is no date. */
function isoDate(text: string): string | null {
  const ymd = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})/.exec(text)
  const dmy = /^(\d{1,2})[-/. ](\d{1,2}|[A-Za-z]{3,9})[-/. ,]+(\d{4})$/.exec(text)
  const [year, monthText, day] = ymd ? [ymd[1], ymd[2], ymd[3]] : [dmy?.[3], dmy?.[2], dmy?.[1]]
  if (!year || !monthText || !day) return null
  const month = /^\d/.test(monthText) ? Number(monthText) : MONTHS.indexOf(monthText.slice(0, 3).toLowerCase()) + 1
  const date = new Date(Date.UTC(Number(year), month - 1, Number(day)))
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === Number(day) ? date.toISOString().slice(0, 10) : null
}

function httpsUrl(text: string): string | null {
  return URL.canParse(text) && new URL(text).protocol === 'https:' ? text : null
}
