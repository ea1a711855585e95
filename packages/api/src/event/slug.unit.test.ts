import { describe, expect, it } from 'vitest'
import { setIdOf } from '../pool/sets.ts'
import { shortNames } from '../pool/team-look.ts'
import { MAX_SLUG, SLUG, slugOf } from './slug.ts'

describe('names made from names', () => {
  it.each([
    ['Friday Night League', 'friday-night-league'],
    ['Fête d’été 2026!', 'fete-d-ete-2026'],
    ['  -- ', 'event'],
    ['मुंबई', 'event'],
  ])('API-8 %s has the address %s', (name, slug) => expect(slugOf(name)).toBe(slug))

  it('API-8 an address is always lawful and never too long', () => {
    const slug = slugOf(`${'A very long name '.repeat(12)}-`)
    expect(slug).toMatch(SLUG)
    expect(slug.length).toBeLessThanOrEqual(MAX_SLUG)
  })

  it('API-8 a set has an id that the log takes', () => {
    expect(setIdOf('Batters & keepers (capped) 1')).toBe('batters-keepers-capped-1')
    expect(setIdOf('गेंदबाज')).toMatch(/^[A-Za-z0-9_-]{1,40}$/)
  })

  it('API-8 short names of teams differ, and have two to four characters', () => {
    const names = ['Chennai Super Kings', 'Capital Star Knights', 'Mumbai', 'Mumbaikars', 'X', 'Sunrisers']
    const short = shortNames(names)
    expect(short).toEqual(['CSK', 'CSK2', 'MUM', 'MUM2', 'X1', 'SUN'])
    expect(shortNames(Array.from({ length: 32 }, () => 'Same Name')).every((s) => s.length <= 4)).toBe(true)
  })
})
