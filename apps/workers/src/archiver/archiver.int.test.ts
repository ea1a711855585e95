import { createHash } from 'node:crypto'
import { anEvent, type Given, given, listFile } from '@gavel/api/given'
import { type AuctionState, fold, publicBody, stateFor } from '@gavel/auction'
import { metricsPage } from '@gavel/config'
import { auctionArchive, auctionById, eventBySlug, newId, viewOf } from '@gavel/db'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { startArchiver } from './archiver.ts'

const cleanups: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).toReversed()) await cleanup()
})

const start = async (): Promise<Given> => {
  const g = await given()
  cleanups.push(() => g.close())
  return g
}
const archiving = (g: Given) => {
  const { mongo, log, logger } = g.services
  const archiver = startArchiver({ mongo, log, logger })
  cleanups.push(() => archiver.close())
  return archiver
}

/** A running auction of two teams and a player, and a way to command it. */
const auctionIn = async (g: Given) => {
  const { api } = await g.person({ admin: true })
  const { slug, auctionId } = await api.event.create(anEvent())
  for (const short of ['AA', 'BB'])
    await api.auction.addTeam({ auctionId, name: `Team ${short}`, short, colour: '#336699' })
  await api.players.import({ auctionId, file: listFile('Name,Base Price\nAsha Rao,30 lakh\nBina Das,50 lakh\n') })
  await api.auction.start({ auctionId })
  const does = async (command: Parameters<typeof g.services.log.execute>[1]) => {
    const reply = await g.services.log.execute(auctionId, command, { commandId: newId() })
    if (!reply.ok) throw new Error(reply.refusal.code)
    return reply.seq
  }
  const state = async (): Promise<AuctionState> => {
    const live = await g.services.log.load(auctionId)
    if (!live) throw new Error('not live')
    return live.state
  }
  return { slug, auctionId, does, state }
}
const whole = async (g: Given, auctionId: string) => auctionArchive(g.services.mongo).read(auctionId, 1, 1_000)
const soon = { timeout: 60_000 }

describe('archiver', () => {
  it('ARCHIVER-1, ARCHIVER-2 an auction is archived as it goes, its read model and status follow, and its end is noted', async () => {
    const g = await start()
    const { slug, auctionId, does, state } = await auctionIn(g)
    archiving(g)
    const [player] = Object.keys((await state()).players)
    await does({ type: 'OpenLot', player: player ?? '', by: 'system' })
    await does({ type: 'PassLot', lot: 1, by: 'system' })
    await vi.waitFor(async () => expect(await viewOf(g.services.mongo, auctionId)).toMatchObject({ unsold: 1 }), soon)
    expect((await eventBySlug(g.services.mongo, slug))?.status).toBe('live')

    const lastSeq = await does({ type: 'EndAuction', by: 'system' })
    await vi.waitFor(
      async () => expect((await auctionById(g.services.mongo, auctionId))?.archivedAtMs).not.toBeNull(),
      soon,
    )
    const rows = await whole(g, auctionId)
    expect(rows).toHaveLength(lastSeq)
    const folded = fold(rows.map(({ seq, body }) => ({ ...JSON.parse(body), seq })))
    const view = await viewOf(g.services.mongo, auctionId)
    expect(JSON.parse(view?.state ?? '')).toEqual(folded && stateFor('public', folded))
    expect(view).toMatchObject({ seq: lastSeq, phase: 'ended' })
    expect((await eventBySlug(g.services.mongo, slug))?.status).toBe('finished')
    expect((await g.guest.event.list()).past.map((card) => card.slug)).toContain(slug)
  })

  it('VERIFY-4 the end of an auction is published with the hash that anybody makes of the public bodies', async () => {
    const g = await start()
    const { auctionId, does } = await auctionIn(g)
    archiving(g)
    expect(await g.guest.results.proof({ auctionId })).toBeNull()
    await does({ type: 'EndAuction', by: 'system' })
    await vi.waitFor(async () => expect(await g.guest.results.proof({ auctionId })).not.toBeNull(), soon)
    const rows = await whole(g, auctionId)
    const hash = rows.reduce(
      (before, { seq, body }) =>
        createHash('sha256')
          .update(before + publicBody(seq, body))
          .digest('hex'),
      '0'.repeat(64),
    )
    const published = { seq: rows.length, hash, marks: [] }
    expect(await g.guest.results.proof({ auctionId })).toEqual(published)
    expect((await auctionById(g.services.mongo, auctionId))?.proof).toEqual(published)
  })

  it('CORRECT-7, VERIFY-4 a correction after the end is archived, shown, announced and published anew', async () => {
    const g = await start()
    const { auctionId, does, state } = await auctionIn(g)
    archiving(g)
    const { mongo } = g.services
    const [player] = Object.keys((await state()).players)
    const [team] = Object.keys((await state()).teams)
    await does({ type: 'OpenLot', player: player ?? '', by: 'system' })
    const bid = await does({ type: 'PlaceBid', lot: 1, amount: 300_000_000, floorTeam: team ?? '', by: 'system' })
    await does({ type: 'Hammer', lot: 1, bid, by: 'system' })
    const endSeq = await does({ type: 'EndAuction', by: 'system' })
    const published = async (seq: number) =>
      vi.waitFor(async () => expect((await g.guest.results.proof({ auctionId }))?.seq).toBe(seq), soon)
    await published(endSeq)
    const [one, two] = [await g.person({ admin: true }), await g.person({ admin: true })]
    await one.api.auction.proposeCorrection({ auctionId, playerId: player ?? '', to: null, reason: 'not eligible' })
    const [open] = await two.api.auction.corrections({ auctionId })
    await two.api.auction.approveCorrection({ auctionId, id: open?.id ?? 0 })
    await published(endSeq + 2)
    expect(await viewOf(mongo, auctionId)).toMatchObject({ seq: endSeq + 2, phase: 'ended', sold: 0, unsold: 1 })
    const { outbox } = (await auctionById(mongo, auctionId)) ?? {}
    expect(outbox?.at(-1)).toMatchObject({ key: 'auction.completed', version: endSeq + 2 })
  })

  it('ARCHIVER-3 a log that Redis lost is built anew from the archive, one epoch on', async () => {
    const g = await start()
    const { auctionId, state } = await auctionIn(g)
    archiving(g)
    const before = await state()
    await vi.waitFor(async () => expect(await whole(g, auctionId)).toHaveLength(before.seq), soon)
    await g.services.log.evict(auctionId, { discard: true })
    await vi.waitFor(async () => expect((await state()).epoch).toBe(before.epoch + 1), soon)
    const after = await state()
    expect(after).toEqual({ ...before, seq: before.seq + 1, epoch: before.epoch + 1 })
  })

  it('ARCHIVER-4 an archive that differs from its log stops that one with an alarm, and the others go on', async () => {
    const g = await start()
    const [forked, sound] = [await auctionIn(g), await auctionIn(g)]
    const row = { seq: 1, link: 'f'.repeat(40), body: '{}', hash: 'f'.repeat(64) }
    await auctionArchive(g.services.mongo).append(forked.auctionId, [row])
    archiving(g)
    await vi.waitFor(async () => expect((await metricsPage()).body).toMatch(/gavel_archive_forked_logs [1-9]/), soon)
    const { seq } = await sound.state()
    await vi.waitFor(async () => expect(await whole(g, sound.auctionId)).toHaveLength(seq), soon)
    expect(await whole(g, forked.auctionId)).toEqual([row])
  })
})
