import { describe, expect, it } from 'vitest'
import {
  choicesOf,
  filtersFrom,
  isFiltered,
  lookThrough,
  NO_FILTERS,
  searchOf,
  splitRemovable,
} from './player-filters.ts'
import { player } from './testing.ts'

const pool = [
  player({
    playerId: 'a',
    name: 'José Núñez',
    country: 'Spain',
    overseas: true,
    from: { is: 'import', importId: 'i1', fileName: 'a.csv' },
  }),
  player({ playerId: 'b', name: 'Ravi P', country: '', overseas: null, role: '' }),
  player({
    playerId: 'c',
    name: 'Tom Ashdown',
    setId: 's2',
    set: 'Second',
    status: { is: 'unsold', lot: 1 },
    timesCalled: 1,
  }),
]
const ids = (rows: { playerId: string }[]) => rows.map(({ playerId }) => playerId)

describe('filters of the pool', () => {
  it('PLAYERS-1 survive the address', () => {
    const filters = { ...NO_FILTERS, q: 'josé n', set: 's2', nationality: 'unknown' }
    expect(filtersFrom(new URLSearchParams(searchOf(filters, { page: '2' })))).toEqual(filters)
    expect(searchOf(NO_FILTERS, { page: '' })).toBe('')
    expect([isFiltered(NO_FILTERS), isFiltered(filters)]).toEqual([false, true])
  })

  it('PLAYERS-1 find words without their accents, in any order', () => {
    expect(ids(lookThrough(pool, { ...NO_FILTERS, q: 'nunez JOSE' }))).toEqual(['a'])
    expect(ids(lookThrough(pool, { ...NO_FILTERS, q: 'spain opening' }))).toEqual(['a'])
    expect(ids(lookThrough(pool, { ...NO_FILTERS, q: 'nobody' }))).toEqual([])
  })

  it('PLAYERS-1 narrow by every wish at once', () => {
    expect(ids(lookThrough(pool, { ...NO_FILTERS, nationality: 'unknown' }))).toEqual(['b'])
    expect(ids(lookThrough(pool, { ...NO_FILTERS, set: 'opening-set', from: 'i1' }))).toEqual(['a'])
    expect(ids(lookThrough(pool, { ...NO_FILTERS, country: '–' }))).toEqual(['b'])
    expect(ids(lookThrough(pool, { ...NO_FILTERS, status: 'unsold', set: 'opening-set' }))).toEqual([])
  })

  it('PLAYERS-1 offer what the pool holds, sets in the running order', () => {
    const choices = choicesOf(pool)
    expect(choices.set).toEqual([
      { value: 'opening-set', words: 'Opening set', count: 2 },
      { value: 's2', words: 'Second', count: 1 },
    ])
    expect(choices.from.map(({ words }) => words)).toEqual(['a.csv', 'By hand'])
    expect(choices.country.map(({ words }) => words)).toEqual(['India', 'Not given', 'Spain'])
  })

  it('PLAYERS-2 let only those go who were never called and did not register', () => {
    const { goes, stays } = splitRemovable([...pool, player({ playerId: 'd', from: { is: 'registration' } })])
    expect([ids(goes), ids(stays)]).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ])
  })
})
