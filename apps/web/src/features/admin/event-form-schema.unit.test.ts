import { expect, test } from 'vitest'
import { type EventFormInput, eventFormSchema, slugFrom } from './event-form-schema.ts'

const filled: EventFormInput = {
  name: 'Harbour League 2026',
  slug: 'harbour-league-2026',
  description: '',
  startsAt: '2026-11-20T19:30',
  timeZone: 'Asia/Kolkata',
  venue: 'Harbour Hall',
  ruleSetId: 'ipl-2026',
  players: '200',
  places: '2',
  auctioneers: 'a@gavel.test, b@gavel.test',
  teams: [
    { name: 'Harbour Herons', short: 'hh', colour: '#004ba0', owner: 'owner1@gavel.test' },
    { name: 'Quay Quails', short: 'QQ', colour: '#d71920', owner: '' },
  ],
  publish: true,
}

const messagesOf = (input: EventFormInput) =>
  eventFormSchema.safeParse(input).error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) ?? []

test('FORM-1 a filled form gives numbers, people and teams', () => {
  expect(eventFormSchema.parse(filled)).toMatchObject({
    players: 200,
    places: 2,
    auctioneers: ['a@gavel.test', 'b@gavel.test'],
    teams: [{ short: 'HH' }, { short: 'QQ' }],
  })
})

test.each<[Partial<EventFormInput>, string]>([
  [{ startsAt: '2026-02-31T25:00' }, 'startsAt: This is no date and time.'],
  [{ places: '1' }, 'places: There are 2 teams below: make places for them.'],
  [{ players: '-1' }, 'players: A whole number from 0 to 5000.'],
  [{ slug: 'Harbour League' }, 'slug: Lower case letters, digits and single hyphens.'],
  [{ auctioneers: 'a@gavel.test, nobody' }, 'auctioneers.1: “nobody” is not an e-mail address.'],
])('FORM-2 %j is refused where it is wrong', (change, message) => {
  expect(messagesOf({ ...filled, ...change })).toContain(message)
})

test('FORM-3 two teams never share a short name', () => {
  const teams = filled.teams.map((team) => ({ ...team, short: 'HH' }))
  expect(messagesOf({ ...filled, teams })).toEqual(['teams.1.short: Another team has this short name.'])
})

test.each([
  ['Fête d’été 2026', 'fete-d-ete-2026'],
  ['  Harbour   League!  ', 'harbour-league'],
])('FORM-4 %j gives the address %s', (name, slug) => {
  expect(slugFrom(name)).toBe(slug)
})
