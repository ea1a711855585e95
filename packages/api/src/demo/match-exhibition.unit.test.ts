import { expect, test } from 'vitest'
import { exhibitionCast } from './match-cast.ts'

test('EXHIBIT-1 the cast is six elevens of people with names, nobody in two of them, each with a keeper and a captain', () => {
  const { teams, names } = exhibitionCast()
  expect(teams.length).toBe(6)
  const everybody = teams.flatMap(({ players }) => players)
  expect(new Set(everybody).size).toBe(66)
  for (const player of everybody) expect(names[player]).toMatch(/\S/)
  expect(new Set(everybody.map((player) => names[player])).size).toBe(66)
  for (const { players, captain, keeper } of teams) {
    expect(players).toContain(captain)
    expect(players).toContain(keeper)
  }
})
