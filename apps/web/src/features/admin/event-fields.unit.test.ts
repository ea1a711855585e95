import { CRORE, RULE_SETS } from '@gavel/auction'
import { expect, test } from 'vitest'
import { type DetailsInput, detailsSchema, type NewEventInput, newEventSchema, slugFrom } from './event-fields.ts'
import { rulesChanges, rulesInput, rulesShown } from './rules/rules-schema.ts'

const [newest] = RULE_SETS
if (!newest) throw new Error('no rules')

const filled: NewEventInput = {
  name: 'Harbour League 2026',
  slug: 'harbour-league-2026',
  startsAt: '2026-11-20T19:30',
  timeZone: 'Asia/Kolkata',
  venue: 'Harbour Hall',
  players: '200',
  places: '2',
  ...rulesInput(newest),
}

const details: DetailsInput = {
  ...filled,
  endsAt: '',
  description: '',
  nextSteps: '',
  listed: true,
  pool: true,
  room: true,
  delaySeconds: '0',
  approvePlayers: false,
  approveOwners: false,
}

type Refused = { error?: { issues: { path: PropertyKey[]; message: string }[] } | undefined }
const messagesOf = ({ error }: Refused) =>
  error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) ?? []

test('FORM-1 a filled form gives numbers and amounts', () => {
  expect(newEventSchema('INR').parse({ ...filled, purse: '30 crore', squadMin: '11', squadMax: '15' })).toMatchObject({
    players: 200,
    places: 2,
    purse: 30 * CRORE,
    squadMin: 11,
    squadMax: 15,
  })
})

test.each<[Partial<NewEventInput>, string]>([
  [{ startsAt: '2026-02-31T25:00' }, 'startsAt: This is no date and time.'],
  [{ players: '-1' }, 'players: A whole number from 0 to 5000.'],
  [{ slug: 'Harbour League' }, 'slug: Lower case letters, digits and single hyphens.'],
  [{ purse: 'plenty' }, 'purse: An amount, such as 5 crore or 50 lakh.'],
  [{ squadMin: '20', squadMax: '12' }, 'squadMax: Not below the smallest squad.'],
  [{ purse: '1,000' }, 'purse: This does not pay for the smallest squad at the lowest base price.'],
])('FORM-2 %j is refused where it is wrong', (change, message) => {
  expect(messagesOf(newEventSchema('INR').safeParse({ ...filled, ...change }))).toContain(message)
})

test.each<[Partial<DetailsInput>, string]>([
  [{ endsAt: '2026-11-20T19:00' }, 'endsAt: It ends after it starts.'],
  [{ delaySeconds: '61' }, 'delaySeconds: A whole number from 0 to 60.'],
  [{ description: 'x'.repeat(4_001) }, 'description: At most 4000 characters.'],
])('FORM-2 of the details, %j is refused where it is wrong', (change, message) => {
  expect(messagesOf(detailsSchema('INR').safeParse({ ...details, ...change }))).toEqual([message])
})

test('FORM-3 a form that shows rules and changes nothing gives the same rules back', () => {
  for (const rules of RULE_SETS) {
    const { squadMin: _, ...rest } = newEventSchema('INR').parse({ ...filled, ...rulesInput(rules) })
    expect(rest.purse).toBe(rules.purse)
    expect(rulesShown(rulesInput(rules))).toEqual(rules)
  }
})

test('FORM-3 rules are shown as far as they can be read', () => {
  const shown = rulesShown({ ...rulesInput(newest), purse: '4 cro', squadMax: '99', overseasMax: '' })
  expect(shown).toMatchObject({ purse: newest.purse, squad: { max: 99 }, overseasMax: null })
  expect(rulesShown({ ruleSetId: 'none' })).toBeNull()
})

test('FORM-3 a clock is kept in milliseconds', () => {
  const given = newEventSchema('INR').parse({ ...filled, clockMode: 'clock', lotSeconds: '45', extendSeconds: '8' })
  expect(rulesChanges(given).clock).toEqual({ mode: 'clock', lotMs: 45_000, extendMs: 8_000 })
})

test('FORM-3 a slow auction of many players at once has clocks of hours, and says them so', () => {
  const slow = { clockMode: 'clock', lotSeconds: '9 h', extendSeconds: '90 min', openLots: '20' } as const
  const given = newEventSchema('INR').parse({ ...filled, ...slow, naming: 'winner', turnSeconds: '1 d' })
  const changes = rulesChanges(given)
  expect(changes).toMatchObject({
    clock: { mode: 'clock', lotMs: 32_400_000, extendMs: 5_400_000 },
    nomination: { order: 'winner', turnMs: 86_400_000 },
    openLots: 20,
  })
  expect(rulesInput({ ...newest, ...changes })).toMatchObject({ ...slow, naming: 'winner', turnSeconds: '1 d' })
  expect(rulesChanges({ ...given, turnSeconds: null }).nomination).toEqual({ order: 'winner', turnMs: null })
  for (const wrong of ['', '2', '8 d', 'soon', '9 hours'])
    expect(messagesOf(newEventSchema('INR').safeParse({ ...filled, ...slow, lotSeconds: wrong }))).toEqual([
      'lotSeconds: A time from 3 s to 7 d, such as 30, 5 min or 9 h.',
    ])
})

test.each([
  ['Fête d’été 2026', 'fete-d-ete-2026'],
  ['  Harbour   League!  ', 'harbour-league'],
])('FORM-4 %j gives the address %s', (name, slug) => {
  expect(slugFrom(name)).toBe(slug)
})
