import { DEFAULT_ENTRY, eventBySlug } from '@gavel/db'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { calendarOf } from '../event/calendar.ts'
import { anEvent, aPlayer, type Given, given, teamsFor } from '../given.ts'
import { actOn } from './act.ts'
import { registrationsCsv } from './export.ts'

let g: Given
beforeAll(async () => {
  g = await given()
})
afterAll(() => g.close())

type Person = Awaited<ReturnType<Given['person']>>
const contextOf = ({ actor, session }: Pick<Person, 'actor' | 'session'>) => ({
  ...{ services: g.services, actor, session, address: 'here' },
})

it('ENTERED-1 organisers take all entries along as a table, with a column for each question, and no cell that runs', async () => {
  const organiser = await g.person({ creator: true })
  const { slug } = await organiser.api.event.create(anEvent())
  const questions = [
    { id: 'shirt', words: 'Shirt size', required: true, asks: 'text' as const, maxLength: 40 },
    { id: 'first', words: 'First season?', required: false, asks: 'yes-no' as const },
  ]
  const categories = [{ id: 'open', name: 'Open', ages: { min: null, max: null } }]
  const players = { ...DEFAULT_ENTRY.players, fee: 50_050, questions, categories }
  await organiser.api.event.update({ slug, entry: { ...DEFAULT_ENTRY, ageDay: '2030-01-01', players } } as never)
  const person = await g.person()
  const { id } = await person.api.event.register({
    ...{ slug, details: aPlayer('=SUM(A1)'), born: '2000-02-29', category: 'open' },
    answers: { shirt: '@home', first: true },
  } as never)
  await actOn(g.services, id, { type: 'Settle' })
  const { name, body } = await registrationsCsv(contextOf(organiser), slug)
  expect(name).toBe(`${slug}-registrations.csv`)
  const [row, ...others] = parse(body, { bom: true, columns: true }) as Record<string, string>[]
  expect(others).toEqual([])
  expect(row).toMatchObject({
    ...{ 'E-mail': person.email, As: 'player', 'Player or team': "'=SUM(A1)", Stands: 'owing', Category: 'Open' },
    ...{ Born: '2000-02-29', Age: '29', 'Fee (INR)': '500.5', Seats: '1', Paid: '0' },
    ...{ 'Shirt size': "'@home", 'First season?': 'yes' },
  })
  await expect(registrationsCsv(contextOf(person), slug)).rejects.toThrow('You may not do that.')
})

it('CALENDAR-1 an event and its fixtures go into a calendar with ids that stay, for whoever sees it', async () => {
  const organiser = await g.person({ creator: true })
  const { slug, auctionId } = await organiser.api.event.create(anEvent())
  await organiser.api.event.update({ slug, venue: 'Quay Park; Hall 2', description: 'Come\nall' })
  await teamsFor(organiser.api, auctionId, ['AA', 'BB'])
  const event = await eventBySlug(g.services.mongo, slug)
  const { teams } = await organiser.api.event.setup({ slug })
  const startsAtMs = Date.UTC(2030, 0, 2, 14)
  const { matchId } = await organiser.api.match.create({
    ...{ slug, sport: 'cricket', format: 'community', rules: { overs: 2, players: 3 }, startsAtMs },
    ...{ home: { teamId: teams[0]?.teamId ?? '' }, away: { teamId: teams[1]?.teamId ?? '' } },
  } as never)
  const stranger = await g.person()
  const { body, name } = await calendarOf(contextOf(stranger), slug)
  const lines = body.replaceAll('\r\n ', '').split('\r\n')
  expect(name).toBe(`${slug}.ics`)
  expect(lines.filter((line) => line.startsWith('UID:'))).toEqual([`UID:${event?.id}@gavel`, `UID:${matchId}@gavel`])
  expect(lines).toContain('DTSTART:20300101T000000Z')
  expect(lines).toContain('LOCATION:Quay Park\\; Hall 2')
  expect(lines).toContain('DTSTART:20300102T140000Z')
  expect(lines).toContain('SUMMARY:Team AA v Team BB')
  await organiser.api.event.cancel({ slug, reason: 'It rains.' })
  expect((await calendarOf(contextOf(stranger), slug)).body).toContain('STATUS:CANCELLED')
  const draft = await organiser.api.event.create({ ...anEvent(), publish: false })
  await expect(calendarOf(contextOf(stranger), draft.slug)).rejects.toThrow('There is no such event.')
})
