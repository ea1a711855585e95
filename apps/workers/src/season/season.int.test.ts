import { auctionCompleted, notify, submitRegistration } from '@gavel/api'
import { anEvent, aPlayer, type Given, given, listFile } from '@gavel/api/given'
import type { AuctionState } from '@gavel/auction'
import { createLogger, loadEnvPart } from '@gavel/config'
import {
  announceEndAgain,
  auctionById,
  changeEvent,
  eventBySlug,
  newId,
  saveSquad,
  saveView,
  setAuctionArchived,
  setAuctionStatus,
  squadsOf,
  viewOf,
} from '@gavel/db'
import { openConsumer } from '@gavel/messaging'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { startArchiver } from '../archiver/archiver.ts'
import { settleRegistration } from '../registrations/settle.ts'
import { sweepOutbox } from '../sweep-outbox.ts'
import { handOver } from './hand-over.ts'
import { remindEnds } from './remind.ts'

const { rabbitmqUrl } = loadEnvPart(['rabbitmqUrl'])
const quiet = createLogger('test')
quiet.level = 'silent'
const soon = { timeout: 60_000 }
const CRORE = 1_000_000_000

const cleanups: (() => unknown)[] = []
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).toReversed()) await cleanup()
})
const start = async (change: Parameters<typeof given>[0] = {}): Promise<Given> => {
  const g = await given(change)
  cleanups.push(() => g.close())
  return g
}
type World = Awaited<ReturnType<typeof night>>

/** An auction that has ended, or is about to: two teams with owners, two players with accounts, one from a list, one unsold. */
const night = async (g: Given, { ended = true, rehearsal = false } = {}) => {
  const { mongo, log } = g.services
  const { api } = await g.person({ admin: true })
  const { slug, auctionId } = await api.event.create(anEvent())
  const event = await eventBySlug(mongo, slug)
  if (!event) throw new Error('no event')
  const enter = async (details: Parameters<typeof submitRegistration>[3]) => {
    const person = await g.person()
    const { id } = await submitRegistration(g.services, event, person.userId, details)
    await settleRegistration(g.services, id)
    return { ...person, id }
  }
  const owner = (team: string, short: string) => enter({ kind: 'owner', team, short, colour: '#336699' })
  const player = (name: string) => enter({ ...aPlayer(name), photoUrl: null, age: null, caps: null })
  const [comets, yaks] = [await owner('Saffron Comets', 'SC'), await owner('Snowline Yaks', 'SY')]
  const [asha, bina, unsold] = [await player('Asha Rao'), await player('Bina Das'), await player('Chitra Nair')]
  await api.players.import({ auctionId, file: listFile('Name,Base Price\nListed Lina,30 lakh\n') })
  await changeEvent(mongo, event.id, { nextSteps: '## Next\n\nCome to the **nets** on Friday.\n\nBring whites.' })
  if (rehearsal) await mongo.connection.collection('events').updateOne({ slug }, { $set: { rehearsal: true } })
  await api.auction.start({ auctionId })
  const does = async (command: Parameters<typeof log.execute>[1]) => {
    const reply = await log.execute(auctionId, command, { commandId: newId() })
    if (!reply.ok) throw new Error(reply.refusal.code)
    return reply.seq
  }
  const state = async () => {
    const live = await log.load(auctionId)
    if (!live) throw new Error('not live')
    return live.state
  }
  const sell = async (playerId: string, team: string, amount: number) => {
    await does({ type: 'OpenLot', player: playerId, by: 'system' })
    const lot = (await state()).lotCount
    const bid = await does({ type: 'PlaceBid', lot, amount, floorTeam: team, by: 'system' })
    await does({ type: 'Hammer', lot, bid, by: 'system' })
  }
  const listed = Object.keys((await state()).players).find((id) => ![asha.id, bina.id, unsold.id].includes(id)) ?? ''
  await sell(asha.id, comets.id, CRORE)
  await sell(bina.id, yaks.id, CRORE)
  await sell(listed, comets.id, CRORE)
  const world = { g, api, event, slug, auctionId, comets, yaks, asha, bina, unsold, listed, does, state }
  if (ended) await end(world)
  return world
}

/** Ends an auction as the archiver does, without one. @returns the version of its end. */
const end = async ({ g, auctionId, does, state }: Pick<World, 'g' | 'auctionId' | 'does' | 'state'>) => {
  const version = await does({ type: 'EndAuction', by: 'system' })
  await show(g, auctionId, await state())
  await setAuctionStatus(g.services.mongo, auctionId, 'ended')
  return version
}
const show = (g: Given, auctionId: string, state: AuctionState) =>
  saveView(g.services.mongo, {
    auctionId,
    seq: state.seq,
    state: JSON.stringify(state),
    phase: state.phase.is,
    sold: 0,
    unsold: 0,
    updatedAtMs: 1,
  })
const versionOf = async ({ g, auctionId }: World) => (await viewOf(g.services.mongo, auctionId))?.seq ?? 0
/** Of what the auction came to; that they are in is told before. */
const toldTo = async ({ api }: { api: World['asha']['api'] }) =>
  (await api.inbox.list()).items.filter(({ kind }) => kind === 'sold' || kind === 'squad')
const working = async (g: Given) => {
  const consumer = await openConsumer({
    url: rabbitmqUrl,
    logger: quiet,
    queue: 'season.squads',
    prefetch: 1,
    handle: (payload) => handOver(g.services, payload),
    ...g.messaging,
  })
  cleanups.push(() => consumer.close())
  await vi.waitFor(() => consumer.ping(), soon)
}

/** Everybody knows what they must, once. */
const expectHandedOver = async (world: World) => {
  const { g, auctionId, comets, yaks, asha, bina, unsold, listed } = world
  const squads = await squadsOf(g.services.mongo, auctionId)
  const squadOf = (teamId: string) => squads.find((squad) => squad.teamId === teamId)
  expect(squads).toHaveLength(2)
  expect(squadOf(comets.id)).toMatchObject({
    eventId: world.event.id,
    spent: 2 * CRORE,
    players: [
      { playerId: asha.id, userId: asha.userId, role: 'Batter', price: CRORE, retained: false },
      { playerId: listed, userId: null, price: CRORE },
    ],
  })
  expect(squadOf(yaks.id)?.players).toMatchObject([{ playerId: bina.id, userId: bina.userId }])
  expect(await toldTo(asha)).toMatchObject([
    {
      kind: 'sold',
      title: 'You were sold to Saffron Comets',
      words: `Saffron Comets bought you for ₹1 crore in ${world.event.name}. Come to the nets on Friday.`,
      href: `/auctions/${auctionId}/players/${asha.id}`,
    },
  ])
  expect(await toldTo(bina)).toHaveLength(1)
  expect(await toldTo(comets)).toMatchObject([
    { kind: 'squad', title: 'Your squad: Saffron Comets', href: `/auctions/${auctionId}/results` },
  ])
  expect(await toldTo(yaks)).toHaveLength(1)
  expect(await toldTo(unsold)).toEqual([])
  expect((await auctionById(g.services.mongo, auctionId))?.handedOver).toBe(await versionOf(world))
}

describe('season', () => {
  it('SEASON-1, SEASON-4 from the last hammer to the inbox: an auction that ends hands its squads over by itself', async () => {
    const g = await start()
    await vi.waitFor(() => g.services.publisher.ping(), soon)
    const world = await night(g, { ended: false })
    const { mongo, log, logger } = g.services
    const archiver = startArchiver({ mongo, log, logger })
    cleanups.push(() => archiver.close())
    await working(g)
    expect(await world.asha.api.season.mySales()).toEqual([])
    expect(await world.api.season.squads({ auctionId: world.auctionId })).toBeNull()
    await world.does({ type: 'EndAuction', by: 'system' })
    const handedOver = async () => (await auctionById(mongo, world.auctionId))?.handedOver
    await vi.waitFor(async () => {
      await sweepOutbox(g.services, Date.now())
      expect(await handedOver()).toBeGreaterThan(0)
    }, soon)
    await expectHandedOver(world)
    expect((await auctionById(mongo, world.auctionId))?.outbox).toEqual([])

    expect(await world.asha.api.season.mySales()).toMatchObject([
      {
        auctionId: world.auctionId,
        playerId: world.asha.id,
        event: { slug: world.slug },
        team: { name: 'Saffron Comets', short: 'SC' },
        price: CRORE,
        currency: 'INR',
        nextSteps: expect.stringContaining('Bring whites.'),
      },
    ])
    expect(await world.unsold.api.season.mySales()).toEqual([])
    const squads = await g.guest.season.squads({ auctionId: world.auctionId })
    expect(squads).toMatchObject({ version: await versionOf(world), currency: 'INR' })
    expect(squads?.squads.flatMap(({ players }) => players.map(({ name }) => name)).toSorted()).toEqual([
      'Asha Rao',
      'Bina Das',
      'Listed Lina',
    ])
    expect(JSON.stringify(squads)).not.toContain(world.asha.userId)
  })

  it('SEASON-1 while RabbitMQ is away the message of the end waits on the auction, and is sent later', async () => {
    const g = await start({ rabbitmqUrl: 'amqp://127.0.0.1:1' })
    const world = await night(g)
    const { mongo } = g.services
    await setAuctionArchived(mongo, world.auctionId, Date.now(), auctionCompleted(await versionOf(world)))
    expect(await sweepOutbox(g.services, Date.now())).toBe(0)
    expect((await auctionById(mongo, world.auctionId))?.outbox).toHaveLength(1)
  })

  it('SEASON-2 a message that comes five times at once, and again later, tells everybody once', async () => {
    const world = await night(await start())
    const message = { auctionId: world.auctionId, version: await versionOf(world) }
    await Promise.all(Array.from({ length: 5 }, () => handOver(world.g.services, message)))
    await handOver(world.g.services, message)
    await expectHandedOver(world)
  })

  it('SEASON-2 a worker that died after any step is followed by one that finishes', async () => {
    const world = await night(await start())
    const { g, auctionId, comets, asha } = world
    const version = await versionOf(world)
    const state = JSON.parse((await viewOf(g.services.mongo, auctionId))?.state ?? '') as AuctionState
    // The first worker had stored one squad, and told one of its players, when it died.
    await saveSquad(g.services.mongo, {
      eventId: world.event.id,
      auctionId,
      teamId: comets.id,
      players: (state.teams[comets.id]?.squad ?? []).map((playerId) => ({
        playerId,
        userId: playerId === asha.id ? asha.userId : null,
        role: playerId === asha.id ? 'Batter' : '',
        price: CRORE,
        retained: false,
        overseas: state.players[playerId]?.overseas ?? null,
      })),
      purse: state.teams[comets.id]?.purse ?? 0,
      spent: 2 * CRORE,
      version,
    })
    await notify(g.services, {
      userIds: [asha.userId],
      kind: 'sold',
      key: `sold:${auctionId}:${asha.id}:${comets.id}:${CRORE}`,
      title: 'You were sold to Saffron Comets',
      words: `Saffron Comets bought you for ₹1 crore in ${world.event.name}. Come to the nets on Friday.`,
      href: `/auctions/${auctionId}/players/${asha.id}`,
    })
    await handOver(g.services, { auctionId, version })
    await expectHandedOver(world)
  })

  it('SEASON-3 an older message, or an older squad, never undoes a newer one, and a correction tells those whom it concerns', async () => {
    const world = await night(await start())
    const { g, auctionId, comets, asha, bina, yaks } = world
    const first = await versionOf(world)
    await handOver(g.services, { auctionId, version: first })
    const before = await squadsOf(g.services.mongo, auctionId)
    // The end is corrected: Asha's price was typed wrong.
    const state = JSON.parse((await viewOf(g.services.mongo, auctionId))?.state ?? '') as AuctionState
    const player = state.players[asha.id]
    const team = state.teams[comets.id]
    if (player?.status.is !== 'sold' || !team) throw new Error('not sold')
    const status = { ...player.status, amount: 2 * CRORE }
    await show(g, auctionId, {
      ...state,
      seq: first + 2,
      players: { ...state.players, [asha.id]: { ...player, status } },
      teams: { ...state.teams, [comets.id]: { ...team, spent: 3 * CRORE } },
    })
    await handOver(g.services, { auctionId, version: first + 2 })
    await handOver(g.services, { auctionId, version: first })
    for (const squad of before) expect(await saveSquad(g.services.mongo, squad)).toBe(false)
    const squads = await squadsOf(g.services.mongo, auctionId)
    expect(squads.map(({ version }) => version)).toEqual([first + 2, first + 2])
    expect(squads.find(({ teamId }) => teamId === comets.id)).toMatchObject({ spent: 3 * CRORE })
    expect((await toldTo(asha)).map(({ words }) => words)).toEqual([
      expect.stringContaining('₹2 crore'),
      expect.stringContaining('₹1 crore'),
    ])
    expect([await toldTo(comets), await toldTo(bina), await toldTo(yaks)].map((told) => told.length)).toEqual([2, 1, 1])
    // A message that is ahead of the read model waits for it.
    await expect(handOver(g.services, { auctionId, version: first + 9 })).rejects.toThrow(/lies behind/)
  })

  it('SEASON-5 a rehearsal hands nothing over and tells nobody, and one that was forgotten since is passed over', async () => {
    const world = await night(await start(), { rehearsal: true })
    const { g, auctionId } = world
    await handOver(g.services, { auctionId, version: await versionOf(world) })
    expect(await squadsOf(g.services.mongo, auctionId)).toEqual([])
    for (const person of [world.asha, world.comets]) expect(await toldTo(person)).toEqual([])
    expect((await auctionById(g.services.mongo, auctionId))?.handedOver).toBe(await versionOf(world))
    await handOver(g.services, { auctionId: newId(), version: 1 })
  })

  it('SEASON-5 a cancelled event hands nothing over', async () => {
    const world = await night(await start(), { ended: false })
    const { g, api, slug, auctionId } = world
    await api.event.cancel({ slug, reason: 'The hall is flooded.' })
    await show(g, auctionId, await world.state())
    await handOver(g.services, { auctionId, version: await versionOf(world) })
    expect(await squadsOf(g.services.mongo, auctionId)).toEqual([])
    expect(await toldTo(world.asha)).toEqual([])
  })

  it('SEASON-6 an end whose message was lost is announced again after five minutes', async () => {
    const g = await start()
    await vi.waitFor(() => g.services.publisher.ping(), soon)
    const world = await night(g)
    const { mongo } = g.services
    const nowMs = Date.now()
    // As an auction that ended before squads were handed over, once migrated: archived, and never announced.
    await mongo.connection
      .collection('auctions')
      .updateOne({ eventId: world.event.id }, { $set: { archivedAtMs: nowMs } })
    expect(await remindEnds(g.services, nowMs + 200_000)).toBe(0)
    const reminded = await Promise.all([1, 2, 3].map(() => remindEnds(g.services, nowMs + 301_000)))
    expect(reminded.reduce((sum, count) => sum + count, 0)).toBe(1)
    await working(g)
    expect(await sweepOutbox(g.services, nowMs + 302_000)).toBe(1)
    await vi.waitFor(
      async () => expect((await auctionById(mongo, world.auctionId))?.handedOver).toBeGreaterThan(0),
      soon,
    )
    await expectHandedOver(world)
    const auction = await auctionById(mongo, world.auctionId)
    if (!auction) throw new Error('no auction')
    expect(await announceEndAgain(mongo, auction, auctionCompleted(1), nowMs)).toBe(false)
    expect(await remindEnds(g.services, nowMs + 9_000_000)).toBe(0)
  })
})
