import { randomUUID } from 'node:crypto'
import { listFile } from '@gavel/api/given'
import { leadingBid } from '@gavel/auction'
import { loadEnvPart } from '@gavel/config'
import { eventBySlug, sandboxOfEvent, teamsOf, viewOf } from '@gavel/db'
import { connectRoom, type Room } from '@gavel/room'
import { until } from '@gavel/testkit'
import { Redis } from 'ioredis'
import { describe, expect, it } from 'vitest'
import { startArchiver } from '../archiver/archiver.ts'
import { givenHall, PACE } from './given-hall.ts'
import { type Rehearsals, startRehearsals } from './rehearsals.ts'

const here = givenHall()

const bots = (): Rehearsals & AsyncDisposable => {
  const { mongo, logger, tokens } = here.g.services
  const rehearsals = startRehearsals({ mongo, logger, tokens, realtimeUrl: here.gavel.url, pace: PACE })
  return { ...rehearsals, [Symbol.asyncDispose]: rehearsals.close }
}

/**
 * A small league with its organiser, who auctions too: three teams of two to four, and players for all of them, so that none can leave
 * another short. With `players` just above six there is hardly one for each place, and every bot wants whoever is up (BOT-2).
 */
const league = async ({ players = 12 } = {}) => {
  const organiser = await here.g.person({ admin: true })
  const { slug, auctionId } = await organiser.api.event.create({
    name: `Rehearsed ${randomUUID().slice(0, 8)}`,
    startsAtMs: Date.UTC(2030, 0, 1),
    timeZone: 'Asia/Kolkata',
    ruleSetId: 'ipl-2025',
    rules: { squad: { min: 2, max: 4 } },
    capacity: { players: 20, teams: 4 },
    publish: true,
    auctioneers: [organiser.email],
  })
  const owner = await here.g.person()
  for (const [name, short, colour] of [
    ['Hawks', 'HAW', '#1d4ed8'],
    ['Owls', 'OWL', '#dc2626'],
    ['Kites', 'KIT', '#059669'],
  ] as const)
    await organiser.api.auction.addTeam({ auctionId, name, short, colour, owners: [owner.email] })
  const rows = Array.from(
    { length: players },
    (_, n) => `Player ${'ABCDEFGHIJKL'[n]},India,Set ${n < 4 ? 1 : 2},${n < 2 ? 200 : 30}`,
  )
  const csv = ['Name,Country,Set,Base Price (Lakh)', ...rows].join('\n')
  await organiser.api.players.import({ auctionId, file: listFile(csv) })
  return { slug, auctionId, organiser, owner }
}
type Person = Pick<Awaited<ReturnType<typeof league>>['organiser'], 'userId' | 'actor'>

const enter = (auctionId: string, person: Person, as: 'auctioneer' | 'paddle'): Room & Disposable => {
  const { tokens } = here.g.services
  const accessToken = async () => (await tokens.sign({ ...person.actor, userId: person.userId })).token
  const room = connectRoom({ auctionId, realtimeUrl: here.gavel.url, as, accessToken })
  return { ...room, [Symbol.dispose]: room.close }
}

const stateOf = async (auctionId: string) => {
  const live = await here.g.services.log.load(auctionId)
  if (!live) throw new Error('the log is not live')
  return live.state
}

describe('the bots of a sandbox', () => {
  it('SANDBOX-7 play the whole night by themselves, within limits, over sockets', async () => {
    const { slug, organiser } = await league()
    await using _ = bots()
    const sandbox = await organiser.api.sandbox.start({ slug, auctioneer: 'bot' })
    const state = await until(
      'the end of the rehearsal',
      async () => {
        const now = await stateOf(sandbox.auctionId)
        return now.phase.is === 'ended' && now
      },
      50_000,
    )
    const sold = Object.values(state.players).filter(({ status }) => status.is === 'sold')
    expect(sold.length).toBeGreaterThanOrEqual(6)
    for (const team of Object.values(state.teams)) {
      expect(team.squad.length).toBeGreaterThanOrEqual(2)
      expect(team.spent).toBeLessThanOrEqual(team.purse)
    }
    expect(await organiser.api.sandbox.current({ slug })).toMatchObject({ phase: 'ended', sold: sold.length })
  })

  it('SANDBOX-7 bid only where a person conducts, each with one socket, however many workers there are', async () => {
    const { slug, organiser } = await league({ players: 7 })
    await using _ = bots()
    await using __ = bots()
    const { auctionId } = await organiser.api.sandbox.start({ slug, auctioneer: 'me' })
    using hall = enter(auctionId, organiser, 'auctioneer')
    const teams = (await teamsOf(here.g.services.mongo, auctionId)).map(({ teamId }) => teamId)
    await until('every paddle in the hall', () => {
      const { connected } = hall.snapshot()
      return teams.every((teamId) => connected[teamId] === 1)
    })
    expect((await stateOf(auctionId)).phase.is).toBe('scheduled')
    expect(await hall.command({ type: 'StartAuction' })).toMatchObject({ is: 'accepted' })
    const player = (await stateOf(auctionId)).sets[0]?.players[0] ?? ''
    expect(await hall.command({ type: 'OpenLot', player })).toMatchObject({ is: 'accepted' })
    const lot = await until('a contest', async () => {
      const { lot } = await stateOf(auctionId)
      if (!lot || new Set(lot.bids.map(({ team }) => team)).size > 1) return lot
      // Whoever holds back bids when the lot is called.
      const bid = leadingBid(lot)?.seq ?? null
      if (lot.going < 2) await hall.command({ type: 'CallGoing', lot: lot.lot, call: lot.going === 0 ? 1 : 2, bid })
      return null
    })
    expect(lot.bids.every(({ floor }) => !floor)).toBe(true)
    expect(hall.snapshot().connected).toEqual(Object.fromEntries(teams.map((teamId) => [teamId, 1])))
    // Nobody but the person calls, hammers or opens.
    expect((await stateOf(auctionId)).lotCount).toBe(1)
  })

  it('SANDBOX-4 are taken over within seconds when the worker that plays them is killed', async () => {
    await using worker = await here.gavel.startWorker()
    const { slug, organiser } = await league()
    const { auctionId } = await organiser.api.sandbox.start({ slug, auctioneer: 'bot' })
    const runner = async () => {
      const event = await eventBySlug(here.g.services.mongo, slug)
      return (event && (await sandboxOfEvent(here.g.services.mongo, event.id)))?.runner?.id
    }
    // A lot, not a bid: some nights nobody wants the first player.
    await until('a lot', async () => (await stateOf(auctionId)).lotCount > 0, 60_000)
    const first = await runner()
    expect(first).toBeDefined()
    await worker.kill()
    const { seq } = await stateOf(auctionId)
    await using _ = bots()
    await until('somebody who goes on', async () => (await stateOf(auctionId)).seq > seq, 10_000)
    expect(await runner()).not.toBe(first)
    // A further worker is a process of its own, which starts slowly on a busy machine.
  })

  it('SANDBOX-5 and the archiver leave nothing of a sandbox that is forgotten in the middle of the bidding', async () => {
    const { slug, organiser } = await league()
    const { mongo } = here.g.services
    const archiver = startArchiver(here.g.services)
    await using _ = bots()
    const { auctionId } = await organiser.api.sandbox.start({ slug, auctioneer: 'bot' })
    await until('archived bids', async () => ((await viewOf(mongo, auctionId))?.seq ?? 0) > 25)
    await until('bids', async () => ((await stateOf(auctionId)).lot?.bids.length ?? 0) > 2)
    await organiser.api.sandbox.forget({ slug })
    await archiver.close()
    const { connection } = mongo
    const traces = [{ auctionId }, { _id: auctionId as never }, { _id: { $regex: `^${auctionId}` } as never }]
    for (const { name } of await connection.listCollections())
      for (const trace of traces)
        expect([name, await connection.collection(name).countDocuments(trace)]).toEqual([name, 0])
    const redis = new Redis(loadEnvPart(['redisLiveUrl']).redisLiveUrl)
    expect(await redis.keys(`*${auctionId}*`)).toEqual([])
    redis.disconnect()
  })

  it('SANDBOX-5 leave the hall when it is forgotten', async () => {
    const { slug, organiser } = await league()
    await using _ = bots()
    const { auctionId } = await organiser.api.sandbox.start({ slug, auctioneer: 'me' })
    using hall = enter(auctionId, organiser, 'auctioneer')
    await until('bots in the hall', () => Object.keys(hall.snapshot().connected).length === 3)
    await organiser.api.sandbox.forget({ slug })
    await until('an empty hall', () => Object.keys(hall.snapshot().connected).length === 0)
    expect(await organiser.api.sandbox.current({ slug })).toBeNull()
  })

  it('SANDBOX-7 act nowhere but in their own rehearsal', async () => {
    const { slug, organiser } = await league()
    const { auctionId } = await organiser.api.sandbox.start({ slug, auctioneer: 'bot' })
    const other = await league()
    const real = other.auctionId
    const rehearsed = await other.organiser.api.sandbox.start({ slug: other.slug, auctioneer: 'me' })
    using hall = enter(rehearsed.auctionId, other.organiser, 'auctioneer')
    const player = (await stateOf(rehearsed.auctionId)).sets[0]?.players[0] ?? ''
    await hall.command({ type: 'StartAuction' })
    expect(await hall.command({ type: 'OpenLot', player })).toMatchObject({ is: 'accepted' })
    const sandbox = await eventBySlug(here.g.services.mongo, slug).then(
      (e) => e && sandboxOfEvent(here.g.services.mongo, e.id),
    )
    // The last paddle, and the auctioneer after it.
    for (const { userId, teamId } of sandbox?.bots.slice(-2) ?? []) {
      const bot = { userId, actor: { userId, admin: false, operator: false, bot: true, creator: false } }
      const as = teamId === null ? 'auctioneer' : 'paddle'
      for (const [foreign, code] of [
        [real, 'FORBIDDEN'],
        [rehearsed.auctionId, teamId ? 'NOT_A_PADDLE' : 'FORBIDDEN'],
      ] as const) {
        using room = enter(foreign, bot, as)
        const outcome = teamId ? await room.bid({ lot: 1, amount: 1 }) : await room.command({ type: 'StartAuction' })
        expect(outcome).toMatchObject({ is: 'refused', code })
      }
    }
    expect(auctionId).not.toBe(real)
  })
})
