import { ensureMatchExhibition, exhibitionMatch, standsOf } from '@gavel/api'
import { type Given, given } from '@gavel/api/given'
import { matchById, setMatchStands } from '@gavel/db'
import { outcomeOf, sportOf } from '@gavel/scoring'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { keepExhibition, WAITS } from './keep-exhibition.ts'

let g: Given
beforeAll(async () => {
  g = await given()
})
afterAll(() => g.close())

/** A clock that runs ahead of every wait, so that each turn writes what comes next. */
const NOTHING = { ball: 0, over: 0, wicket: 0, innings: 0, start: 0, next: 0 } as const
const FAR_MS = 10 * 365 * 86_400_000

const stateOf = async (matchId: string) => (await g.services.log.matches.load(matchId))?.state

it('EXHIBIT-1, EXHIBIT-3 without its seed nothing is played; with it a match is made, waits, and goes ball by ball', async () => {
  await keepExhibition(g.services, Date.now())
  expect(await exhibitionMatch(g.services)).toBeNull()
  expect(await ensureMatchExhibition(g.services, Date.now())).toBe(true)
  expect(await ensureMatchExhibition(g.services, Date.now())).toBe(false)
  const nowMs = Date.now()
  await keepExhibition(g.services, nowMs)
  const match = await exhibitionMatch(g.services)
  if (!match) throw new Error('no match')
  expect(match).toMatchObject({ number: 1, log: 'live' })
  await keepExhibition(g.services, nowMs + WAITS.start - 1)
  expect((await stateOf(match.id))?.seq).toBe(1)
  for (let turn = 0; turn < 5; turn += 1) await keepExhibition(g.services, nowMs + FAR_MS, NOTHING)
  expect((await stateOf(match.id))?.plays.map(({ play }) => play.type)).toEqual([
    'InningsStart',
    'Delivery',
    'Delivery',
    'Delivery',
  ])
  const page = await g.guest.match.byId({ matchId: match.id })
  expect(page.event.rehearsal).toBe(true)
  expect(Object.keys(page.names).length).toBe(22)
  const { live, next, past } = await g.guest.event.list()
  expect([...live, ...next, ...past].map(({ slug }) => slug)).not.toContain(page.event.slug)
})

it('EXHIBIT-2, EXHIBIT-3 two workers at once play it to its result as one would, and the next match follows', async () => {
  await ensureMatchExhibition(g.services, Date.now())
  const turn = () =>
    Promise.all([
      keepExhibition(g.services, Date.now() + FAR_MS, NOTHING),
      keepExhibition(g.services, Date.now() + FAR_MS, NOTHING),
    ])
  await turn()
  const first = await exhibitionMatch(g.services)
  if (!first) throw new Error('no match')
  for (let turns = 0; turns < 500 && (await stateOf(first.id))?.phase.is !== 'ended'; turns += 1) await turn()
  const state = await stateOf(first.id)
  if (state?.phase.is !== 'ended') throw new Error('the match does not end')
  expect(outcomeOf(state.phase, sportOf('cricket').outcome(state.score)).is).toBe('ended')
  expect(state.anomalies).toEqual([])
  // What the archiver does.
  await setMatchStands(g.services.mongo, first.id, standsOf(state), 'ended')
  await turn()
  const second = await exhibitionMatch(g.services)
  expect(second?.number).toBe(first.number + 1)
  expect(await matchById(g.services.mongo, first.id)).not.toBeNull()
})
