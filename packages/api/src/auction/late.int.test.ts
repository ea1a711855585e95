import { stateFor } from '@gavel/auction'
import { GUEST } from '@gavel/auth'
import { auctionArchive, changeEvent, eventBySlug, moveEvent, saveView, setAuctionStatus } from '@gavel/db'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Context } from '../context.ts'
import { anEvent, type Given, given, listFile, teamsFor } from '../given.ts'
import { readArchivedLog, readPublicLog } from '../log/archived.ts'
import { exportFile } from '../results/export.ts'

let g: Given
beforeAll(async () => {
  g = await given()
})
afterAll(() => g.close())

const LIST = `Name,Country,Nationality,Role,Base price,Set
Ada One,India,Indian,Bowler,30 lakh,M1
Bea Two,Nepal,Overseas,Batter,50 lakh,M1
`
const MINUTE_MS = 60_000

/** An evening that has just sold a player for five million, archived and in the read model, which the public is shown a minute late. */
async function evening(change: { shows?: { listed: boolean; pool: boolean; room: boolean } } = {}) {
  const organiser = await g.person({ creator: true })
  const owner = await g.person()
  const fan = await g.person()
  const { api, userId: by } = organiser
  const { slug, auctionId } = await api.event.create({ ...anEvent(), ...change, delayMs: MINUTE_MS })
  await api.players.import({ auctionId, file: listFile(LIST) })
  await teamsFor(api, auctionId, ['AA', 'BB'])
  const { teams } = await api.event.setup({ slug })
  const [team = '', other = ''] = teams.map(({ teamId }) => teamId)
  await api.auction.grantPaddle({ auctionId, teamId: team, email: owner.email })
  const { players } = await api.auction.roster({ auctionId })
  const player = players.find(({ name }) => name === 'Bea Two')?.playerId ?? ''
  const does = async (command: Parameters<typeof g.services.log.execute>[1]) => {
    const reply = await g.services.log.execute(auctionId, command, { commandId: crypto.randomUUID() })
    if (!reply.ok) throw new Error(reply.refusal.code)
    return reply.seq
  }
  await api.auction.start({ auctionId })
  const opened = await does({ type: 'OpenLot', player, by })
  const bid = await does({ type: 'PlaceBid', lot: 1, amount: 500_000_000, floorTeam: other, by })
  await does({ type: 'Hammer', lot: 1, bid, by })
  const event = await eventBySlug(g.services.mongo, slug)
  if (!event) throw new Error('no event')
  /** What the archiver would have done by now. */
  const archived = async () => {
    const live = await g.services.log.load(auctionId)
    if (!live) throw new Error('not live')
    const { mongo, log } = g.services
    await log.archiveTo(auctionArchive(mongo), auctionId)
    const state = JSON.stringify(stateFor('public', live.state))
    const { seq, phase } = live.state
    await saveView(mongo, { auctionId, seq, state, phase: phase.is, sold: 1, unsold: 0, updatedAtMs: Date.now() })
    await setAuctionStatus(mongo, auctionId, phase.is)
    await moveEvent(mongo, event.id, ['published', 'live'], phase.is === 'ended' ? 'finished' : 'live')
    return seq
  }
  const ctx: Context = { services: g.services, actor: organiser.actor, session: null, address: 'test' }
  const set = (delayMs: number) => changeEvent(g.services.mongo, event.id, { delayMs })
  const last = await archived()
  return { ...{ organiser, owner, fan, slug, auctionId, does, archived, set, opened, last, by, ctx } }
}

it('LATE-1 the delay is a setting of the event: whole seconds up to a minute, none unless said, kept by its copies', async () => {
  const { api } = await g.person({ creator: true })
  const { slug } = await api.event.create(anEvent())
  expect((await api.event.setup({ slug })).event.delayMs).toBe(0)
  for (const delayMs of [-1_000, 1_500, 61_000])
    await expect(api.event.update({ slug, delayMs })).rejects.toMatchObject({ code: 'BAD_REQUEST' })
  await api.event.update({ slug, delayMs: 30_000 })
  const keep = { teams: false, staff: false, players: false }
  const clone = await api.event.clone({ slug, name: `Clone of ${slug}`, startsAtMs: Date.UTC(2031, 0, 1), keep })
  for (const one of [slug, clone.slug]) expect((await api.event.bySlug({ slug: one })).delayMs).toBe(30_000)
})

it('LATE-1, LATE-2 a bid is seen by who bids and who organises, and by nobody else yet', async () => {
  const { organiser, owner, fan, auctionId, opened, set } = await evening()
  const seqs = (apis: readonly (typeof g.guest)[]) =>
    Promise.all(apis.map(async (api) => (await api.auction.view({ auctionId }))?.state.seq ?? 0))
  const [admin, plain] = [await g.person({ admin: true }), [g.guest, fan.api]]
  for (const seq of await seqs([organiser.api, owner.api, admin.api, g.operator])) expect(seq).toBeGreaterThan(opened)
  for (const seq of await seqs(plain)) expect(seq).toBeLessThan(opened)
  const late = await g.guest.auction.view({ auctionId })
  expect(Date.now() - (late?.nowMs ?? 0)).toBeGreaterThan(MINUTE_MS - 1_000)
  const delays = [organiser, owner, fan].map(async ({ api }) => (await api.auction.byId({ auctionId })).you.delayMs)
  expect(await Promise.all(delays)).toEqual([0, 0, MINUTE_MS])
  await set(0)
  for (const seq of await seqs(plain)) expect(seq).toBeGreaterThan(opened)
})

it('LATE-2 results, lots, exports and both logs end where the public may look', async () => {
  const { organiser, auctionId, opened, last, ctx } = await evening()
  const guest: Context = { ...ctx, actor: GUEST }
  const seen = async (api: typeof g.guest, as: Context) => {
    const rows = await readArchivedLog(as, auctionId, 1, 1_000)
    const json = JSON.parse((await exportFile(as, auctionId, 'auction.json')).body)
    return {
      sold: (await api.results.of({ auctionId })).totals.sold,
      lots: (await api.results.contests({ auctionId })).length,
      squads: (await exportFile(as, auctionId, 'squads.csv')).body.includes('Bea Two'),
      players: (await exportFile(as, auctionId, 'players.csv')).body.includes('5000000,Sold'),
      log: (await exportFile(as, auctionId, 'log.csv')).body.includes('LotSold'),
      json: [json.results.totals.sold, json.event.auction.sold, json.log.at(-1).seq > opened],
      rows: (rows.at(-1)?.seq ?? 0) > opened,
      lines: ((await readPublicLog(as, auctionId, 1, 1_000)).at(-1)?.seq ?? 0) > opened,
      from: (await readPublicLog(as, auctionId, opened, 10)).length,
    }
  }
  const all = { sold: 1, lots: 1, squads: true, players: true, log: true, json: [1, 1, true], rows: true, lines: true }
  expect(await seen(organiser.api, ctx)).toEqual({ ...all, from: last - opened + 1 })
  expect(await seen(g.guest, guest)).toEqual({
    ...{ sold: 0, lots: 0, squads: false, players: false, log: false, json: [0, 0, false], rows: false, lines: false },
    from: 0,
  })
})

it('LATE-2 pages and lists tell neither the start, nor the counts, nor the end before it may be known', async () => {
  const { organiser, slug, auctionId, does, archived, set, by } = await evening()
  const card = async (api: typeof g.guest) => {
    const { live, next, past } = await api.event.list()
    const list = Object.entries({ live, next, past }).find(([, cards]) => cards.some((one) => one.slug === slug))?.[0]
    const { status, auction } = await api.event.bySlug({ slug })
    return [list, status, auction?.phase, auction?.sold]
  }
  expect(await card(organiser.api)).toEqual(['live', 'live', 'running', 1])
  expect(await card(g.guest)).toEqual(['next', 'published', 'scheduled', 0])
  await does({ type: 'EndAuction', by })
  await archived()
  expect(await card(organiser.api)).toEqual(['past', 'finished', 'ended', 1])
  expect(await card(g.guest)).toEqual(['next', 'published', 'scheduled', 0])
  expect(await g.guest.results.proof({ auctionId })).toBeNull()
  expect(await g.guest.season.squads({ auctionId })).toBeNull()
  await set(0)
  expect(await card(g.guest)).toEqual(['past', 'finished', 'ended', 1])
})

it('LATE-2 a pool that is kept back stays so until the public may know that the auction has started', async () => {
  const { organiser, auctionId, ctx } = await evening({ shows: { listed: true, pool: false, room: true } })
  expect((await organiser.api.auction.roster({ auctionId })).players).toHaveLength(2)
  expect((await g.guest.auction.roster({ auctionId })).players).toEqual([])
  expect(Object.keys((await g.guest.auction.view({ auctionId }))?.state.players ?? {})).toEqual([])
  const guest: Context = { ...ctx, actor: GUEST }
  await expect(readPublicLog(guest, auctionId, 1, 10)).rejects.toMatchObject({ code: 'AUTH.FORBIDDEN' })
})
