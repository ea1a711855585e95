import { randomUUID } from 'node:crypto'
import { LAKH } from '@gavel/auction'
import { loadEnvPart } from '@gavel/config'
import { eventById, eventBySlug, playersOf, sandboxOfEvent, teamsOf } from '@gavel/db'
import { Redis } from 'ioredis'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anEvent, type Given, given, listFile } from '../given.ts'
import { forgetStaleSandboxes } from './forget-sandbox.ts'
import { SANDBOX_MS } from './start.ts'

let g: Given
let redis: Redis
beforeAll(async () => {
  g = await given()
  redis = new Redis(loadEnvPart(['redisLiveUrl']).redisLiveUrl)
})
afterAll(async () => {
  redis.disconnect()
  await g.close()
})

const refusal = (code: string) => expect.objectContaining({ cause: expect.objectContaining({ code }) })

/** An event with two teams of one owner each, four players in two sets, of whom one is retained and one withdrawn. */
const league = async () => {
  const organiser = await g.person({ admin: true })
  const { api } = organiser
  const { slug, auctionId } = await api.event.create({ ...anEvent(), delayMs: 5_000 })
  const [hawk, owl] = [await g.person(), await g.person()]
  for (const [name, short, colour, owner] of [
    ['Hawks', 'HAW', '#1d4ed8', hawk],
    ['Owls', 'OWL', '#dc2626', owl],
  ] as const)
    await api.auction.addTeam({ auctionId, name, short, colour, owners: [owner.email], purse: 9_000 * LAKH })
  const csv = [
    'Name,Country,Set,Base Price (Lakh)',
    'A,India,Second,30',
    'B,India,First,30',
    'C,England,First,200',
    'D,India,Second,30',
  ].join('\n')
  await api.players.import({ auctionId, file: listFile(csv) })
  const state = await stateOf(auctionId)
  const [set] = state.sets
  const { log } = g.services
  const does = async (command: Parameters<typeof log.execute>[1]) => {
    const reply = await log.execute(auctionId, command, { commandId: randomUUID() })
    if (!reply.ok) throw new Error(reply.refusal.code)
  }
  const names = new Map((await playersOf(g.services.mongo, auctionId)).map((one) => [one.name, one.playerId]))
  const id = (name: string) => names.get(name) ?? ''
  const team = Object.keys(state.teams)[0] ?? ''
  await does({ type: 'MoveSet', by: 'x', set: state.sets[1]?.id ?? '', before: set?.id ?? '' })
  await does({ type: 'RetainPlayer', by: 'x', player: id('A'), team, amount: 100 * LAKH })
  await does({ type: 'WithdrawPlayer', by: 'x', player: id('D') })
  const event = await eventBySlug(g.services.mongo, slug)
  if (!event) throw new Error('the event is gone')
  return { organiser, hawk, owl, slug, auctionId, eventId: event.id }
}

const stateOf = async (auctionId: string) => {
  const live = await g.services.log.load(auctionId)
  if (!live) throw new Error('the log is not live')
  return live.state
}

/** How many documents each collection holds. */
const documents = async () => {
  const { connection } = g.services.mongo
  const names = (await connection.listCollections()).map(({ name }) => name).toSorted()
  return Object.fromEntries(
    await Promise.all(names.map(async (name) => [name, await connection.collection(name).countDocuments()])),
  )
}
const redisKeys = (auctionId: string) => redis.keys(`*${auctionId}*`)
const botAccounts = async (tag: string) => {
  const { prisma } = g.services.postgres
  const [users, profiles] = await Promise.all([
    prisma.user.count({ where: { email: { startsWith: `bot-${tag}` } } }),
    prisma.userProfile.count({ where: { email: { startsWith: `bot-${tag}` } } }),
  ])
  return { users, profiles }
}

describe('a sandbox', () => {
  it('SANDBOX-2, LATE-1 is a copy of rules, teams, players, order and delay, with bots on the paddles', async () => {
    const { organiser, slug, auctionId, hawk } = await league()
    await organiser.api.event.addStaff({ slug, role: 'auctioneer', email: hawk.email })
    const sandbox = await hawk.api.sandbox.start({ slug, auctioneer: 'bot' })
    const [real, copy] = [await stateOf(auctionId), await stateOf(sandbox.auctionId)]
    expect(copy.rules).toEqual(real.rules)
    expect((await eventBySlug(g.services.mongo, sandbox.slug))?.delayMs).toBe(5_000)
    expect(copy.sets).toEqual(real.sets)
    expect(copy.players).toEqual(real.players)
    expect(copy.teams).toEqual(real.teams)
    expect(copy.phase.is).toBe('scheduled')
    const bare = ({
      name,
      country,
      set,
      base,
      stats,
    }: {
      name: string
      country: string
      set: string
      base: number
      stats: unknown
    }) => ({ name, country, set, base, stats })
    const [players, copied] = [
      await playersOf(g.services.mongo, auctionId),
      await playersOf(g.services.mongo, sandbox.auctionId),
    ]
    expect(copied.map(bare)).toEqual(players.map(bare))
    expect(copied.every(({ userId }) => userId === null)).toBe(true)
    const { bots = [] } =
      (await sandboxOfEvent(g.services.mongo, (await eventBySlug(g.services.mongo, slug))?.id ?? '')) ?? {}
    // Whoever started it owns the Hawks and does not conduct: the paddle is theirs alone.
    const teams = await teamsOf(g.services.mongo, sandbox.auctionId)
    const [hawks, owls] = ['Hawks', 'Owls'].map((name) => teams.find((team) => team.name === name))
    expect(hawks?.ownerIds).toEqual([hawk.userId])
    expect(owls?.ownerIds).toEqual([bots.find(({ teamId }) => teamId === owls?.teamId)?.userId])
    expect(copy.paddles).toEqual({ [hawk.userId]: hawks?.teamId, [owls?.ownerIds[0] ?? '']: owls?.teamId })
    expect(bots.filter(({ teamId }) => teamId === null)).toHaveLength(1)
  })

  it('SANDBOX-1 started ten times at once it is one, and another kind waits for the end of it', async () => {
    const { organiser, slug } = await league()
    const before = (await documents()).events
    const started = await Promise.all(
      Array.from({ length: 10 }, () => organiser.api.sandbox.start({ slug, auctioneer: 'me' })),
    )
    expect(new Set(started.map(({ auctionId }) => auctionId)).size).toBe(1)
    expect((await documents()).events).toBe(before + 1)
    const other = organiser.api.sandbox.start({ slug, auctioneer: 'bot' })
    await expect(other).rejects.toEqual(refusal('SANDBOX.EXISTS'))
    await organiser.api.sandbox.forget({ slug })
    const again = await organiser.api.sandbox.start({ slug, auctioneer: 'bot' })
    expect(again.auctionId).not.toBe(started[0]?.auctionId)
  })

  it('SANDBOX-1 needs teams, players and an auction that has not begun, and is for organisers and auctioneers', async () => {
    const { organiser, hawk, slug, auctionId } = await league()
    const bare = await organiser.api.event.create(anEvent())
    const start = (of: string) => organiser.api.sandbox.start({ slug: of, auctioneer: 'me' })
    await expect(start(bare.slug)).rejects.toEqual(refusal('SANDBOX.NOT_READY'))
    const asked = hawk.api.sandbox.start({ slug, auctioneer: 'me' })
    await expect(asked).rejects.toEqual(refusal('AUTH.FORBIDDEN'))
    await expect(g.guest.sandbox.current({ slug })).rejects.toEqual(refusal('AUTH.SIGN_IN_FIRST'))
    const sandbox = await start(slug)
    await expect(start(sandbox.slug)).rejects.toEqual(refusal('SANDBOX.NOT_READY'))
    await organiser.api.sandbox.forget({ slug: sandbox.slug })
    await organiser.api.auction.start({ auctionId })
    await expect(start(slug)).rejects.toEqual(refusal('SANDBOX.NOT_READY'))
  })

  it('SANDBOX-3 is in no list, and nobody but its people finds it, watches it or is led there by its code', async () => {
    const { organiser, hawk, slug } = await league()
    const { slug: address, auctionId } = await organiser.api.sandbox.start({ slug, auctioneer: 'me' })
    await organiser.api.auction.start({ auctionId })
    const copy = await eventBySlug(g.services.mongo, address)
    const lists = await Promise.all([g.guest.event.list(), organiser.api.event.list()])
    expect(lists.flatMap(({ live, next, past }) => [...live, ...next, ...past]).map((card) => card.slug)).not.toContain(
      address,
    )
    expect((await organiser.api.admin.events()).events.map((card) => card.slug)).not.toContain(address)
    for (const stranger of [g.guest, hawk.api]) {
      await expect(stranger.event.bySlug({ slug: address })).rejects.toEqual(refusal('EVENT.NOT_FOUND'))
      await expect(stranger.auction.view({ auctionId })).rejects.toEqual(refusal('AUCTION.NOT_FOUND'))
      await expect(stranger.join.resolve({ code: copy?.joinCode ?? '' })).rejects.toEqual(
        refusal('INVITATION.NOT_FOUND'),
      )
    }
    expect((await organiser.api.event.bySlug({ slug: address })).rehearsal).toBe(true)
    expect(await organiser.api.sandbox.current({ slug })).toMatchObject({
      slug: address,
      auctionId,
      phase: 'running',
      waiting: 2,
    })
    expect(await organiser.api.sandbox.current({ slug: address })).toMatchObject({ auctionId })
  })

  it('SANDBOX-3 rehearsals of the operator are in no public list, running or broken off', async () => {
    const player = {
      name: 'P',
      country: null,
      overseas: null,
      role: null,
      age: null,
      caps: null,
      set: 'S',
      base: 30 * LAKH,
    }
    const made = await g.operator.rehearsal.create({
      name: 'Broken off',
      ruleSetId: 'ipl-2025',
      teams: ['A', 'B'].map((name) => ({ name, short: null, purse: null })),
      players: [{ ...player, ref: '1' }],
      retained: [],
    })
    await g.operator.auction.start({ auctionId: made.auctionId })
    const { live, next, past } = await g.guest.event.list()
    expect([...live, ...next, ...past].map((card) => card.slug)).not.toContain(made.eventSlug)
  })

  it('SANDBOX-5, SANDBOX-8 forgotten, nothing of it stays in any store but the time of the rehearsal', async () => {
    const { organiser, slug, eventId, auctionId: real } = await league()
    const [before, event, log] = [await documents(), await eventById(g.services.mongo, eventId), await stateOf(real)]
    const { auctionId, slug: address } = await organiser.api.sandbox.start({ slug, auctioneer: 'bot' })
    const tag = (await sandboxOfEvent(g.services.mongo, eventId))?.tag ?? ''
    await organiser.api.invitation.create({ slug: address, role: 'scorer', teamId: null, email: null })
    await organiser.api.auction.start({ auctionId })
    expect(await documents()).not.toEqual(before)
    expect((await redisKeys(auctionId)).length).toBeGreaterThan(0)
    expect(await botAccounts(tag)).toEqual({ users: 3, profiles: 3 })
    expect(await organiser.api.sandbox.forget({ slug: address })).toEqual({ slug })
    expect(await documents()).toEqual(before)
    expect(await redisKeys(auctionId)).toEqual([])
    expect(await botAccounts(tag)).toEqual({ users: 0, profiles: 0 })
    const after = await eventById(g.services.mongo, eventId)
    expect(after).toEqual({ ...event, rehearsedAtMs: expect.any(Number) })
    expect(await stateOf(real)).toEqual(log)
    expect(await organiser.api.sandbox.forget({ slug })).toEqual({ slug })
  })

  it('SANDBOX-6 is forgotten by itself after six hours, and one that a crash left half-built or half-forgotten too', async () => {
    const sandboxes = g.services.mongo.connection.collection<{ _id: string }>('sandboxes')
    const now = Date.now()
    const leagues = await Promise.all([league(), league(), league()])
    const before = await documents()
    for (const { organiser, slug } of leagues) await organiser.api.sandbox.start({ slug, auctioneer: 'me' })
    const [expired, building, forgetting] = leagues.map(({ eventId }) => eventId)
    await sandboxes.updateOne({ _id: building ?? '' }, { $set: { stage: 'building' } })
    await sandboxes.updateOne({ _id: forgetting ?? '' }, { $set: { stage: 'forgetting' } })
    await forgetStaleSandboxes(g.services, now + 1_000)
    expect(await sandboxOfEvent(g.services.mongo, forgetting ?? '')).toBeNull()
    expect(await sandboxOfEvent(g.services.mongo, building ?? '')).not.toBeNull()
    await forgetStaleSandboxes(g.services, now + 120_000)
    expect(await sandboxOfEvent(g.services.mongo, building ?? '')).toBeNull()
    expect(await sandboxOfEvent(g.services.mongo, expired ?? '')).not.toBeNull()
    await forgetStaleSandboxes(g.services, now + SANDBOX_MS + 60_000)
    expect((await sandboxes.find().toArray()).map(({ _id }) => _id)).not.toContain(expired)
    expect((await documents()).events).toBeLessThanOrEqual(before.events ?? 0)
  })
})
