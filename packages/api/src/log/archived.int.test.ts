import { GUEST, OPERATOR } from '@gavel/auth'
import { auctionArchive } from '@gavel/db'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Context } from '../context.ts'
import { anEvent, type Given, given } from '../given.ts'
import { readArchivedLog, readPublicLog } from './archived.ts'

let g: Given
beforeAll(async () => {
  g = await given()
})
afterAll(() => g.close())

it('VERIFY-7 a hidden maximum stands in the log by its place for everybody but the operator, who compares the stores', async () => {
  const { api, actor } = await g.person({ creator: true })
  const { auctionId } = await api.event.create(anEvent())
  const stamp = { atMs: 5, by: 'someone', cmd: 'a-command', sum: 'abc' }
  const bodies = [
    JSON.stringify({ type: 'TeamAdded', ...stamp, team: 't1', purse: 100 }),
    JSON.stringify({ type: 'MaximaSet', ...stamp, team: 't1', maxima: [{ player: 'p1', max: 77 }] }),
  ]
  const rows = bodies.map((body, at) => ({ seq: at + 1, link: `${at}`.repeat(40), body, hash: `${at}`.repeat(64) }))
  await auctionArchive(g.services.mongo).append(auctionId, rows)

  const as = (who: Context['actor']): Context => ({ services: g.services, actor: who, session: null, address: 'test' })
  expect(await readArchivedLog(as(OPERATOR), auctionId, 1, 10)).toEqual(rows)
  for (const who of [GUEST, actor]) {
    const [team, hidden] = await readArchivedLog(as(who), auctionId, 1, 10)
    expect(team).toEqual(rows[0])
    expect(hidden).toEqual({ ...rows[1], body: '{"type":"Hidden","seq":2,"atMs":5}' })
  }
  const lines = await readPublicLog(as(GUEST), auctionId, 2, 10)
  expect(lines).toEqual([{ seq: 2, body: '{"type":"Hidden","seq":2,"atMs":5}' }])
  await expect(api.auction.liveEntries({ auctionId, from: 1, limit: 10 })).rejects.toThrow()
})
