import { describe, expect, it } from 'vitest'
import { changesOf, formOf, playerFormSchema } from './player-form-schema.ts'
import { player } from './testing.ts'

describe('the form of one player', () => {
  it('PLAYERS-3 reads what was typed, with nothing for an age that nobody knows', () => {
    const typed = {
      ...formOf(null),
      name: ' Ravi P ',
      role: 'Batter',
      base: '3000000',
      caps: '12',
      overseas: 'yes' as const,
    }
    expect(playerFormSchema.parse(typed)).toEqual({
      name: 'Ravi P',
      country: '',
      role: 'Batter',
      set: '',
      base: 3_000_000,
      overseas: true,
      categories: [],
      formerTeam: null,
      age: null,
      caps: 12,
    })
  })

  it('PLAYERS-3 names the field that is wrong', () => {
    const read = playerFormSchema.safeParse({ ...formOf(null), age: 'old', caps: '-1' })
    const fields = read.error?.issues.map(({ path }) => path[0])
    expect(fields?.sort()).toEqual(['age', 'base', 'caps', 'name', 'role'])
  })

  it('PLAYERS-3 sends only what differs', () => {
    const before = player({ name: 'Tom Ashdown', overseas: null })
    expect(changesOf(before, playerFormSchema.parse(formOf(before)))).toEqual({})
    const typed = { ...formOf(before), name: 'Tom Ashdown-Hill', overseas: 'yes' as const }
    expect(changesOf(before, playerFormSchema.parse(typed))).toEqual({ name: 'Tom Ashdown-Hill', overseas: true })
  })
})
