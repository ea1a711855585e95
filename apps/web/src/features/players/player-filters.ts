import { isRemovable, type PlayerRow, STATUS_WORDS } from './player-row.ts'

/** What the table shows, as its address says it. An empty string is no wish. */
export type PlayerFilters = {
  q: string
  set: string
  role: string
  country: string
  status: string
  nationality: string
  from: string
}

export const NO_FILTERS: PlayerFilters = {
  q: '',
  set: '',
  role: '',
  country: '',
  status: '',
  nationality: '',
  from: '',
}

const NATIONALITIES = { home: 'Home', overseas: 'Overseas', unknown: 'Not known yet' } as const
const SOURCES = { import: 'A list', hand: 'By hand', registration: 'Registration' } as const
/** The value of a filter for players who have none. */
const NONE = '–'

type Choice = { value: string; words: string; count: number }
export type Choices = Record<Exclude<keyof PlayerFilters, 'q'>, Choice[]>

const KEYS = Object.keys(NO_FILTERS) as (keyof PlayerFilters)[]

export function filtersFrom(search: URLSearchParams): PlayerFilters {
  return Object.fromEntries(KEYS.map((key) => [key, search.get(key) ?? ''])) as PlayerFilters
}

/** The address's search for these filters; empty ones are left out. */
export function searchOf(filters: PlayerFilters, beside: Record<string, string> = {}): string {
  const given = Object.entries({ ...filters, ...beside }).filter(([, value]) => value !== '')
  return new URLSearchParams(given).toString()
}

export const isFiltered = (filters: PlayerFilters): boolean => KEYS.some((key) => filters[key] !== '')

const nationalityOf = ({ overseas }: PlayerRow) => (overseas === null ? 'unknown' : overseas ? 'overseas' : 'home')

const valueIn: Record<keyof Choices, (row: PlayerRow) => string> = {
  set: (row) => row.setId,
  role: (row) => row.role || NONE,
  country: (row) => row.country || NONE,
  status: (row) => row.status.is,
  nationality: nationalityOf,
  from: (row) => (row.from.is === 'import' ? row.from.importId : row.from.is),
}

/** The players who fit every filter. Words are looked for in name, country, role and set, without regard to accents. */
export function lookThrough(rows: readonly PlayerRow[], filters: PlayerFilters): PlayerRow[] {
  const words = folded(filters.q).split(/\s+/).filter(Boolean)
  const asked = (Object.keys(valueIn) as (keyof Choices)[]).filter((key) => filters[key] !== '')
  if (words.length === 0 && asked.length === 0) return [...rows]
  return rows.filter((row) => {
    if (!asked.every((key) => valueIn[key](row) === filters[key])) return false
    if (words.length === 0) return true
    const text = folded(`${row.name} ${row.country} ${row.role} ${row.set}`)
    return words.every((word) => text.includes(word))
  })
}

/** What each filter can be set to, with how many players of the whole pool that shows. Sets keep the running order. */
export function choicesOf(rows: readonly PlayerRow[]): Choices {
  const fileNames = new Map(rows.flatMap(({ from }) => (from.is === 'import' ? [[from.importId, from.fileName]] : [])))
  const setNames = new Map(rows.map(({ setId, set }) => [setId, set]))
  const count = (key: keyof Choices, words: (value: string) => string): Choice[] => {
    const counts = new Map<string, number>()
    for (const row of rows) {
      const value = valueIn[key](row)
      counts.set(value, (counts.get(value) ?? 0) + 1)
    }
    return [...counts].map(([value, count]) => ({ value, words: words(value), count }))
  }
  const said = (value: string) => (value === NONE ? 'Not given' : value)
  const byWords = (a: Choice, b: Choice) => a.words.localeCompare(b.words)
  return {
    set: count('set', (id) => setNames.get(id) ?? id),
    role: count('role', said).sort(byWords),
    country: count('country', said).sort(byWords),
    status: count('status', (value) => STATUS_WORDS[value as keyof typeof STATUS_WORDS]),
    nationality: count('nationality', (value) => NATIONALITIES[value as keyof typeof NATIONALITIES]),
    from: count('from', (value) => fileNames.get(value) ?? SOURCES[value as keyof typeof SOURCES] ?? value),
  }
}

/** Chosen players in two heaps: who may leave the pool and who has to stay. */
export function splitRemovable<T extends Pick<PlayerRow, 'status' | 'timesCalled' | 'from'>>(chosen: readonly T[]) {
  const goes = chosen.filter(isRemovable)
  const stays = chosen.filter((row) => !isRemovable(row))
  return { goes, stays }
}

const folded = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
