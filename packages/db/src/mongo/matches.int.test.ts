import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../id.ts'
import { auctionArchive } from './auction-log.ts'
import type { Mongo } from './connection.ts'
import { matchArchive } from './match-log.ts'
import {
  changeMatch,
  deleteMatches,
  insertMatches,
  listLiveMatches,
  listMatchesOn,
  type Match,
  matchById,
  matchesOf,
  setMatchArchived,
  setMatchFollowed,
  setMatchStands,
} from './matches.ts'
import { scratchMongo } from './scratch.ts'

let mongo: Mongo & AsyncDisposable
beforeAll(async () => {
  mongo = await scratchMongo()
})
afterAll(() => mongo[Symbol.asyncDispose]())

const team = (name: string) => ({ team: newId(), name, short: name.slice(0, 3), colour: '#336699', from: null })

const ENDED = { phase: { is: 'ended', as: null, atMs: 5 }, playedAtMs: 4 } as const

const aMatch = (changes: Partial<Match> = {}): Match => ({
  id: newId(),
  eventId: newId(),
  sport: 'cricket',
  origin: 'live',
  sides: { home: team('Herons'), away: team('Otters') },
  round: { stage: 'League', group: null, round: 1 },
  number: 1,
  startsAtMs: 1_700_000_000_000,
  timeZone: 'Asia/Kolkata',
  venue: 'North Park',
  rules: { format: 'own', overs: 6 },
  setup: { sides: {}, officials: [] },
  people: [{ id: 'p1', name: 'Asha Rao', side: 'home' }],
  status: 'scheduled',
  log: 'none',
  stands: null,
  importedFrom: null,
  createdAtMs: 1,
  ...changes,
})

test('MATCHSTORE-1 matches are kept whole, in the order of their fixtures, and storing them again changes nothing', async () => {
  const first = aMatch({ number: 2 })
  const second = aMatch({ eventId: first.eventId, number: 1 })
  await insertMatches(mongo, [first, second])
  await changeMatch(mongo, first.id, { venue: 'South Park' })
  await insertMatches(mongo, [first, aMatch({ eventId: first.eventId, number: 3, startsAtMs: null })])
  expect((await matchesOf(mongo, first.eventId)).map(({ number }) => number)).toEqual([1, 2, 3])
  expect(await matchById(mongo, second.id)).toEqual(second)
  expect((await matchById(mongo, first.id))?.venue).toBe('South Park')
})

test('MATCHSTORE-2 a match is followed from before its log is made until it has ended and is archived whole, and anew after a correction', async () => {
  const match = aMatch()
  await insertMatches(mongo, [match])
  const followed = async () => (await listLiveMatches(mongo)).some(({ id }) => id === match.id)
  expect(await followed()).toBe(false)
  await setMatchFollowed(mongo, match.id)
  expect(await followed()).toBe(true)
  await setMatchStands(mongo, match.id, { seq: 9, ...ENDED, score: 'nine' }, 'ended')
  await setMatchStands(mongo, match.id, { seq: 4, phase: { is: 'live' }, score: 'four', playedAtMs: 3 }, 'live')
  expect(await matchById(mongo, match.id)).toMatchObject({
    status: 'ended',
    stands: { seq: 9, ...ENDED, score: 'nine' },
  })
  await setMatchArchived(mongo, match.id, 8)
  expect(await followed()).toBe(true)
  await setMatchArchived(mongo, match.id, 9)
  expect(await followed()).toBe(false)
  const on = async (sinceMs: number) => (await listMatchesOn(mongo, sinceMs)).some(({ id }) => id === match.id)
  expect([await on(4), await on(5)]).toEqual([true, false])
  await setMatchFollowed(mongo, match.id)
  expect(await followed()).toBe(true)
  expect(await on(5)).toBe(true)
})

test('MATCHSTORE-3 rules and setup change, and a match is taken out, before its log is begun and not after', async () => {
  const match = aMatch()
  await insertMatches(mongo, [match])
  expect(await changeMatch(mongo, match.id, { rules: { overs: 5 } }, { before: 'log' })).toBe(true)
  await setMatchFollowed(mongo, match.id)
  expect(await changeMatch(mongo, match.id, { rules: { overs: 4 } }, { before: 'log' })).toBe(false)
  await deleteMatches(mongo, [match.id])
  expect((await matchById(mongo, match.id))?.rules).toEqual({ overs: 5 })
  const other = aMatch()
  await insertMatches(mongo, [other])
  await deleteMatches(mongo, [other.id])
  expect(await matchById(mongo, other.id)).toBeNull()
})

test('MATCHSTORE-4, LOGSTORE-1 a match and an auction of one id have archives of their own', async () => {
  const id = newId()
  const row = { seq: 1, link: 'l1', body: '{"2":1,"1":{}}', hash: 'h1' }
  expect(await matchArchive(mongo).append(id, [row])).toBe('done')
  expect(await matchArchive(mongo).read(id, 1, 10)).toEqual([row])
  expect(await auctionArchive(mongo).last(id)).toBeNull()
})
