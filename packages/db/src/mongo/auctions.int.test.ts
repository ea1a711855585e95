import { RULE_SETS } from '@gavel/auction'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../id.ts'
import {
  announceEndAgain,
  claimAuctionOutbox,
  clearAuctionOutbox,
  listForgottenEnds,
  setAuctionArchived,
  setHandedOver,
} from './auction-ends.ts'
import { auctionArchive } from './auction-log.ts'
import { type AuctionPlayer, playerById, playersOf, savePlayers } from './auction-players.ts'
import { addTeamOwner, removeTeamOwner, saveTeam, teamsOf, teamsOwnedBy } from './auction-teams.ts'
import { type AuctionView, saveView, viewOf, viewsOf } from './auction-views.ts'
import { auctionById, insertAuction, listLiveAuctions, setAuctionStatus } from './auctions.ts'
import type { Mongo } from './connection.ts'
import { type Event, insertEvent } from './events.ts'
import type { ArchivedEntry } from './log-archive.ts'
import { changeRegistration, insertRegistration } from './registrations.ts'
import { rolesIn } from './roles.ts'
import { scratchMongo } from './scratch.ts'

const END = { key: 'auction.completed', version: 7 }

let mongo: Mongo & AsyncDisposable
beforeAll(async () => {
  mongo = await scratchMongo()
})
afterAll(() => mongo[Symbol.asyncDispose]())

const rules = Object.values(RULE_SETS)[0]
if (!rules) throw new Error('no rule sets')

const entry = (seq: number, link = `link${seq}`): ArchivedEntry => ({
  seq,
  link,
  body: `{"2":${seq},"1":{}}`,
  hash: `hash${seq}`,
})
const entries = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => entry(from + index))

test('LOGSTORE-1 rows are kept to the byte, in order, and the last is known', async () => {
  const archive = auctionArchive(mongo)
  const id = newId()
  expect(await archive.last(id)).toBeNull()
  expect(await archive.append(id, entries(1, 30))).toBe('done')
  expect(await archive.append(newId(), entries(1, 40))).toBe('done')
  expect(await archive.append(id, [])).toBe('done')
  expect(await archive.last(id)).toEqual({ seq: 30, link: 'link30', hash: 'hash30' })
  expect(await archive.read(id, 28, 100)).toEqual(entries(28, 30))
  expect(await archive.read(id, 1, 2)).toEqual(entries(1, 2))
})

test('LOGSTORE-1 the last row is found after every one of 140 appends, and of 1,203', async () => {
  const archive = auctionArchive(mongo)
  const id = newId()
  for (let seq = 1; seq <= 140; seq++) {
    await archive.append(id, [entry(seq)])
    expect((await archive.last(id))?.seq).toBe(seq)
  }
  await archive.append(id, entries(141, 1_203))
  expect((await archive.last(id))?.seq).toBe(1_203)
  expect(await archive.read(id, 1, 5_000)).toEqual(entries(1, 1_203))
})

test('LOGSTORE-2 rows that are there already with the same link are done; the missing ones are added', async () => {
  const archive = auctionArchive(mongo)
  const id = newId()
  await archive.append(id, entries(1, 5))
  expect(await archive.append(id, entries(3, 9))).toBe('done')
  expect(await archive.read(id, 1, 100)).toEqual(entries(1, 9))
})

test('LOGSTORE-2 four archivers at once store each row once', async () => {
  const archive = auctionArchive(mongo)
  const id = newId()
  const answers = await Promise.all(Array.from({ length: 4 }, () => archive.append(id, entries(1, 60))))
  expect(answers).toEqual(['done', 'done', 'done', 'done'])
  expect(await archive.read(id, 1, 100)).toEqual(entries(1, 60))
})

test('LOGSTORE-3 a row that is there with another link is a fork: its seq is named and nothing is stored after it', async () => {
  const archive = auctionArchive(mongo)
  const id = newId()
  await archive.append(id, entries(1, 5))
  const fork = [entry(4), entry(5, 'other'), entry(6), entry(7)]
  expect(await archive.append(id, fork)).toEqual({ conflictAt: 5 })
  expect(await archive.read(id, 1, 100)).toEqual(entries(1, 5))
})

test('AUCTION-1 an event has one auction, whoever makes it at once, with its rules unchanged', async () => {
  const eventId = newId()
  const made = await Promise.all(
    Array.from({ length: 10 }, () => insertAuction(mongo, { id: newId(), eventId, rules, createdAtMs: 1 })),
  )
  expect(new Set(made.map(({ id }) => id)).size).toBe(1)
  const auction = await auctionById(mongo, made[0]?.id ?? '')
  expect(JSON.stringify(auction?.rules)).toBe(JSON.stringify(rules))
})

test('AUCTION-2 an auction is live until it has ended and its log is archived, and never comes back', async () => {
  const { id } = await insertAuction(mongo, { id: newId(), eventId: newId(), rules, createdAtMs: 1 })
  const isLive = async () => (await listLiveAuctions(mongo)).some((auction) => auction.id === id)
  await setAuctionArchived(mongo, id, 5, END)
  expect(await isLive()).toBe(true)
  expect(await setAuctionStatus(mongo, id, 'running')).toBe(true)
  expect(await setAuctionStatus(mongo, id, 'running')).toBe(false)
  expect(await setAuctionStatus(mongo, id, 'ended')).toBe(true)
  expect(await setAuctionStatus(mongo, id, 'running')).toBe(false)
  expect(await isLive()).toBe(true)
  await setAuctionArchived(mongo, id, 6, END)
  expect(await isLive()).toBe(false)
  expect(await auctionById(mongo, id)).toMatchObject({ status: 'ended', archivedAtMs: 6, handedOver: null })
})

test('SEASON-1 the message that tells of an end is written with it, once, whoever notes the end at once', async () => {
  const { id } = await insertAuction(mongo, { id: newId(), eventId: newId(), rules, createdAtMs: 1 })
  await setAuctionStatus(mongo, id, 'ended')
  expect((await auctionById(mongo, id))?.outbox).toEqual([])
  await Promise.all(Array.from({ length: 10 }, () => setAuctionArchived(mongo, id, 5, END)))
  const auction = await auctionById(mongo, id)
  expect(auction?.outbox).toEqual([{ id: expect.any(String), key: END.key, version: END.version, leasedUntilMs: 0 }])

  const claim = () => claimAuctionOutbox(mongo, { nowMs: 10, leaseMs: 1_000, limit: 50 })
  const claimed = (await Promise.all([claim(), claim(), claim()])).flat().filter(({ auctionId }) => auctionId === id)
  expect(claimed).toHaveLength(1)
  await clearAuctionOutbox(mongo, id, claimed[0]?.message.id ?? '')
  expect((await auctionById(mongo, id))?.outbox).toEqual([])
})

test('SEASON-6 an end that was announced and never handed over is announced again, once, until it is', async () => {
  const { id } = await insertAuction(mongo, { id: newId(), eventId: newId(), rules, createdAtMs: 1 })
  await setAuctionStatus(mongo, id, 'ended')
  await setAuctionArchived(mongo, id, 5, END)
  const forgotten = async (beforeMs: number) =>
    (await listForgottenEnds(mongo, beforeMs)).find((auction) => auction.id === id)
  expect(await forgotten(100)).toBeUndefined()
  await clearAuctionOutbox(mongo, id, (await auctionById(mongo, id))?.outbox[0]?.id ?? '')
  expect(await forgotten(5)).toBeUndefined()
  const auction = await forgotten(100)
  if (!auction) throw new Error('not forgotten')
  const again = await Promise.all([1, 2, 3].map(() => announceEndAgain(mongo, auction, END, 200)))
  expect(again.filter(Boolean)).toHaveLength(1)
  expect((await auctionById(mongo, id))?.outbox).toHaveLength(1)
  await setHandedOver(mongo, id, 9)
  await setHandedOver(mongo, id, 7)
  expect((await auctionById(mongo, id))?.handedOver).toBe(9)
  expect(await forgotten(1_000)).toBeUndefined()
})

test('VIEW-1 a view only goes forward, in whatever order its writers come', async () => {
  const view = (seq: number): AuctionView => ({
    auctionId: id,
    seq,
    state: `{"seq":${seq}}`,
    phase: 'running',
    sold: seq,
    unsold: 0,
    updatedAtMs: seq,
  })
  const id = newId()
  expect(await viewOf(mongo, id)).toBeNull()
  await Promise.all([5, 20, 1, 13, 20, 7].map((seq) => saveView(mongo, view(seq))))
  // Two first writes may meet; the loser is told so and its next turn brings the newest.
  await saveView(mongo, view(20))
  expect(await saveView(mongo, view(19))).toBe(false)
  expect(await viewOf(mongo, id)).toEqual(view(20))
  expect(await viewsOf(mongo, [id, 'nobody'])).toEqual([view(20)])
})

const player = (auctionId: string, number: number): AuctionPlayer => ({
  auctionId,
  formerTeam: null,
  playerId: `p${number}`,
  name: `Player ${String(number).padStart(4, '0')}`,
  country: '',
  role: 'Batter',
  set: 'M1',
  base: 2_000_000_000,
  age: null,
  caps: 12,
  photoUrl: null,
  userId: null,
  importId: null,
  stats: { 'S.R.': '141.2', $: 'x', '2': 'second', '': 'blank' },
})

test('ROSTER-1 1,300 players are stored whole, and storing them again changes nothing but what differs', async () => {
  const id = newId()
  const players = Array.from({ length: 1_300 }, (_, index) => player(id, index))
  await savePlayers(mongo, players)
  await savePlayers(mongo, players.slice(0, 700))
  expect(await playersOf(mongo, id)).toEqual(players)
  await savePlayers(mongo, [{ ...player(id, 3), caps: 13 }])
  expect(await playerById(mongo, id, 'p3')).toEqual({ ...player(id, 3), caps: 13 })
  expect(await playerById(mongo, id, 'nobody')).toBeNull()
})

test('TEAM-1 owners are added and taken one by one, and a person finds the teams they own', async () => {
  const [auctionId, owner] = [newId(), newId()]
  const team = {
    auctionId,
    teamId: 't1',
    name: 'Harbour Hawks',
    short: 'HH',
    colour: '#0a7cff',
    logoUrl: null,
    ownerIds: [],
  }
  await saveTeam(mongo, team)
  await saveTeam(mongo, { ...team, teamId: 't2', name: 'Alder Aces' })
  await Promise.all([owner, owner, 'other'].map((userId) => addTeamOwner(mongo, team, userId)))
  expect((await teamsOf(mongo, auctionId)).map(({ name }) => name)).toEqual(['Alder Aces', 'Harbour Hawks'])
  expect((await teamsOwnedBy(mongo, owner)).map(({ teamId }) => teamId)).toEqual(['t1'])
  await removeTeamOwner(mongo, team, owner)
  expect(await teamsOwnedBy(mongo, owner)).toEqual([])
  expect(await addTeamOwner(mongo, { auctionId, teamId: 't9' }, owner)).toBe(false)
})

test('ROLE-1 roles come from appointments, owned teams and confirmed registrations', async () => {
  const auctionId = newId()
  const event = (await insertEvent(mongo, {
    id: newId(),
    slug: newId(),
    name: 'Harbour Cup',
    description: '',
    startsAtMs: 1,
    timeZone: 'Asia/Kolkata',
    venue: '',
    ruleSetId: rules.id,
    rules,
    currency: 'INR',
    status: 'live',
    capacity: { players: 1, teams: 1 },
    organiserIds: ['both'],
    auctioneerIds: ['both'],
    scorerIds: ['scorer'],
    rehearsal: false,
    createdAtMs: 1,
  })) as Event
  const held = { ...event, auctionId }
  await saveTeam(mongo, {
    auctionId,
    teamId: 't1',
    name: 'A',
    short: 'AA',
    colour: '#000000',
    ownerIds: ['owner'],
    logoUrl: null,
  })
  const details = {
    kind: 'player' as const,
    name: 'P',
    country: '',
    role: '',
    base: null,
    age: null,
    caps: null,
    photoUrl: null,
  }
  const { registration } = await insertRegistration(
    mongo,
    { id: newId(), eventId: event.id, userId: 'player', details },
    { key: 'k', leasedUntilMs: 0 },
    1,
  )
  expect(await rolesIn(mongo, held, 'player')).toEqual([])
  await changeRegistration(mongo, registration, { status: 'confirmed' }, null, 2)
  expect(await rolesIn(mongo, held, 'player')).toEqual(['player'])
  expect(await rolesIn(mongo, held, 'both')).toEqual(['organiser', 'auctioneer'])
  expect(await rolesIn(mongo, held, 'scorer')).toEqual(['scorer'])
  expect(await rolesIn(mongo, held, 'owner')).toEqual(['owner'])
  expect(await rolesIn(mongo, held, null)).toEqual([])
})
