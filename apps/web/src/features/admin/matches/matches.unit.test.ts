import { expect, test } from 'vitest'
import { choosable, lineUpsOf, movedUp, setBeside, setupOf, toggled } from './line-ups.ts'
import { daysOf, type FixturesOutput, fixturesSchema, formatOf, planOf } from './match-schema.ts'

const asked = (change: Partial<FixturesOutput> = {}): FixturesOutput => ({
  ...fixturesSchema.parse({
    ...{ sport: 'cricket', format: 't20', numbers: {}, kind: 'groups', groups: '2', through: '1' },
    ...{ thirdPlace: false, firstAt: '', perDay: '2', minutesApart: '240', daysApart: '7', replace: false },
  }),
  ...change,
})

test('MATCHDESK-1 a first match is typed as the clocks of the event’s zone show it, and without one there are no times', () => {
  expect(daysOf(asked(), 'Asia/Kolkata')).toBeNull()
  expect(daysOf(asked({ firstAt: '2030-01-05T19:30' }), 'Asia/Kolkata')).toEqual({
    firstAtMs: Date.UTC(2030, 0, 5, 14),
    ...{ perDay: 2, minutesApart: 240, daysApart: 7 },
  })
})

test('MATCHDESK-1 what is asked for becomes the generator’s plan', () => {
  expect(planOf(asked())).toEqual({ kind: 'groups', groups: 2, legs: 1, through: 1, thirdPlace: false })
  expect(planOf(asked({ kind: 'double' }))).toEqual({ kind: 'round-robin', legs: 2 })
  expect(fixturesSchema.safeParse({ ...asked(), perDay: '0' }).success).toBe(false)
})

test('MATCHDESK-4 the numbers of the sport that is chosen are sent, and are checked as they are typed', () => {
  expect(formatOf(asked({ numbers: { overs: '10', points: '15' } }))).toEqual({
    ...{ sport: 'cricket', format: 't20' },
    rules: { overs: 10 },
  })
  const badminton = { ...asked(), ...{ sport: 'badminton', format: '3x21', perDay: '2' } }
  const typed = (numbers: Record<string, string>) => fixturesSchema.safeParse(asText({ ...badminton, numbers }))
  expect(formatOf(asked({ sport: 'badminton', format: 't20', numbers: { overs: '10', points: '15' } }))).toEqual({
    ...{ sport: 'badminton', format: '3x21' },
    rules: { points: 15 },
  })
  expect(typed({ games: '3', points: '', overs: 'ten' }).success).toBe(true)
  expect(typed({ games: '2' }).error?.issues).toMatchObject([
    { path: ['numbers', 'games'], message: 'One of 1, 3, 5 and 7.' },
  ])
  expect(typed({ points: '500' }).success).toBe(false)
})

/** A form holds text. */
const asText = (values: Record<string, unknown>) =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, typeof value === 'number' ? `${value}` : value]),
  )

const setup = {
  sides: { home: { team: 'h', players: ['h1', 'h2'], captain: 'h1' }, away: { team: 'a', players: [] } },
  toss: { winner: 'home', chose: 'bat' },
} as const

test('MATCHDESK-2 whoever goes out is no captain any more, the order is the batting order, and nothing else changes', () => {
  const page = { match: { sport: 'cricket' as const }, setup, names: {}, choices: null }
  const draft = lineUpsOf(page)
  expect(setupOf(setup, 'cricket', draft)).toEqual(setup)
  const side = toggled(toggled(draft.home, 'h3'), 'h1')
  expect(side).toEqual({ players: ['h2', 'h3'], beside: [], captain: null, keeper: null })
  expect(
    setupOf(setup, 'cricket', { ...draft, home: movedUp(side, 'h3'), officials: [{ role: 'Umpire', person: 'u1' }] }),
  ).toEqual({
    sides: { home: { team: 'h', players: ['h3', 'h2'] }, away: setup.sides.away },
    officials: [{ role: 'Umpire', person: 'u1' }],
    toss: setup.toss,
  })
})

test('MATCHDESK-2 liberos stand beside those who play, and who serves first is asked where the sport asks it', () => {
  const before = { sides: setup.sides, liberos: { home: ['h9'], away: [] }, firstServer: null }
  const draft = lineUpsOf({ match: { sport: 'volleyball' }, setup: before, names: {}, choices: null })
  expect(setupOf(before, 'volleyball', draft)).toEqual(before)
  const home = setBeside(toggled(draft.home, 'h3'), 'h3')
  expect(home).toMatchObject({ players: ['h1', 'h2'], beside: ['h9', 'h3'] })
  expect(setBeside(home, 'h3').players).toEqual(['h1', 'h2', 'h3'])
  expect(setupOf(before, 'volleyball', { ...draft, home, answers: { firstServer: 'away' } })).toMatchObject({
    liberos: { home: ['h9', 'h3'], away: [] },
    firstServer: 'away',
  })
})

test('MATCHDESK-2 those who may be chosen are the squad, those who were added, and whoever is in and in neither', () => {
  const squad = { choices: [{ id: 'h1', name: 'Asha Rao', role: 'Batter', price: 1, retained: false }], strangers: [] }
  const people = [
    { id: 'p1', name: 'A guest', side: 'home' },
    { id: 'p2', name: 'An umpire', side: null },
  ] as const
  const names = choosable(squad, { players: ['h1', 'gone'], beside: [], captain: null, keeper: null }, people, 'home')
  expect(names.map(({ id }) => id)).toEqual(['h1', 'p1', 'gone'])
})
