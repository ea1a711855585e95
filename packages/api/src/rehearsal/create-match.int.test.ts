import { matchById } from '@gavel/db'
import { cricketRules } from '@gavel/scoring'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { issueToken } from '../auth/token.ts'
import { type Given, given, refusal } from '../given.ts'

let g: Given
beforeAll(async () => {
  g = await given()
})
afterAll(() => g.close())

const input = {
  name: 'Replay: Herons v Otters',
  sport: 'cricket' as const,
  rules: { ...cricketRules('t20') },
  setup: {
    sides: { home: { team: 'team-home', players: ['p1', 'p2'] }, away: { team: 'team-away', players: ['p3', 'p4'] } },
    toss: null,
  },
  home: 'Herons',
  away: 'Otters',
  names: { p1: 'Asha Rao', p2: 'Bela Iyer', p3: 'Chitra Nair', p4: 'Devi Shah' },
}

test('RERUN-1 an operator has a recorded match played again: a match of its own, begun as an import, that a bot may score', async () => {
  const { matchId, eventSlug, scorer } = await g.operator.rehearsal.createMatch(input)
  const page = await g.guest.match.byId({ matchId })
  expect(page).toMatchObject({ begun: true, names: input.names, event: { slug: eventSlug, rehearsal: true } })
  expect((await matchById(g.services.mongo, matchId))?.origin).toBe('import')
  const token = await issueToken(
    g.services,
    { email: scorer.email, password: scorer.password },
    { address: 'test', userAgent: null },
  )
  expect(token).toMatchObject({ bot: true, userId: scorer.userId })
  const bot = g.as({ userId: scorer.userId, admin: false, operator: false, bot: true, creator: false })
  expect((await bot.match.byId({ matchId })).you).toMatchObject({ mayScore: true, mayManage: false })
  const { live, next, past } = await g.guest.event.list()
  expect([...live, ...next, ...past].map(({ slug }) => slug)).not.toContain(eventSlug)
})

test('RERUN-1 nobody else may, and line-ups that cannot be read make nothing', async () => {
  const person = await g.person()
  await expect(person.api.rehearsal.createMatch(input)).rejects.toMatchObject(refusal('AUTH.FORBIDDEN'))
  await expect(g.operator.rehearsal.createMatch({ ...input, setup: { sides: {} } })).rejects.toMatchObject(
    refusal('MATCH.BAD_INPUT'),
  )
})
