import { ACCESS_TOKEN_TTL_MS, endSession, endSessions, openReach, type Reach } from '@gavel/auth'
import { createLogger, loadEnvPart } from '@gavel/config'
import { addStaff, changeEvent, closeSessions, readAudit, removeStaff, setRights } from '@gavel/db'
import { type Gavel, MatchWire, seedMatch, signedInPerson, startGavel, until, Wire } from '@gavel/testkit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { givenServer } from '../given-servers.ts'

let gavel: Gavel
let reach: Reach
/** Two servers that look for nothing by themselves within the hour: what their sockets come to know was brought by the word. */
let servers: readonly Awaited<ReturnType<typeof givenServer>>[]
beforeAll(async () => {
  gavel = await startGavel({ realtimes: 0 })
  servers = await Promise.all([givenServer(gavel), givenServer(gavel)])
  reach = openReach(loadEnvPart(['redisLiveUrl']).redisLiveUrl, createLogger('test'))
})
afterAll(async () => {
  await reach?.close()
  for (const server of servers ?? []) await server[Symbol.asyncDispose]()
  await gavel?.[Symbol.asyncDispose]()
})

const stores = () => ({ postgres: gavel.postgres, reach })
const at = (server: number) => servers[server]?.url ?? ''
const gone = (wire: { closings: string[]; socket: { connected: boolean } }, code: string) =>
  until(`closed with ${code}`, () => wire.closings.includes(code) && !wire.socket.connected)
/** Whoever was put out comes back by itself, and is not let in again. */
const turnedAway = (wire: { join: () => Promise<{ ok: boolean; code?: string }> }) =>
  until('turned away at the door', async () => (await wire.join().catch(() => null))?.code === 'FORBIDDEN')
/** A server that looks all the time. */
const OFTEN = { sessions: 50, rooms: 50 }
const PRIVATE = { shows: { listed: true, pool: true, room: false } }

describe('open sockets', () => {
  it('REACH-1 an ended session closes its sockets on every server at once, and no other one', async () => {
    const auction = await gavel.seed()
    const [one, other] = [await signedInPerson(gavel), await signedInPerson(gavel)]
    using here = await Wire.open(at(0), auction, one, 'public')
    using there = await Wire.open(at(1), auction, one, 'paddle')
    using stays = await Wire.open(at(0), auction, other, 'public')
    expect(await endSession(stores(), { sid: one.sid }, 'ended')).toBe(true)
    await Promise.all([gone(here, 'SESSION_ENDED'), gone(there, 'SESSION_ENDED')])
    expect([stays.closings, stays.socket.connected]).toEqual([[], true])
    // Its token, good for minutes yet, opens no further socket.
    using late = new Wire(at(1), auction, one, 'public')
    const refused = await new Promise((resolve) => late.socket.once('connect_error', resolve))
    expect(refused).toMatchObject({ data: { code: 'SIGN_IN' } })
  })

  it('REACH-1 a ban closes the sockets of every session of a person, in auctions and matches', async () => {
    const [auction, match] = [await gavel.seed(), await seedMatch(gavel)]
    const one = await signedInPerson(gavel)
    using room = await Wire.open(at(0), auction, one, 'public')
    using book = await MatchWire.open(at(1), match, one, 'public')
    await endSessions(stores(), { userId: one.userId }, 'banned')
    await Promise.all([gone(room, 'BANNED'), gone(book, 'BANNED')])
  })

  it('REACH-2 a role that is given or taken counts on an open socket at once', async () => {
    const auction = await gavel.seed()
    const one = await signedInPerson(gavel)
    using wire = await Wire.open(at(0), auction, one, 'auctioneer')
    const announce = () => wire.command({ type: 'Announce', words: 'Tea in ten minutes.' })
    expect(wire.you?.audience).toBe('public')
    expect(await announce()).toMatchObject({ code: 'FORBIDDEN' })
    await addStaff(gavel.mongo, auction.eventId, 'auctioneer', one.userId)
    await reach.tell({ changed: [one.userId] })
    await until('the auctioneer', () => wire.you?.audience === 'auctioneer')
    expect(await announce()).toMatchObject({ ok: true })
    await removeStaff(gavel.mongo, auction.eventId, 'auctioneer', one.userId)
    await reach.tell({ changed: [one.userId] })
    await until('the public again', () => wire.you?.audience === 'public')
    expect(await announce()).toMatchObject({ code: 'FORBIDDEN' })
  })

  it('REACH-2 an administrator’s right is gone from an open socket at once', async () => {
    const auction = await gavel.seed()
    const one = await signedInPerson(gavel, { admin: true })
    using wire = await Wire.open(at(1), auction, one, 'auctioneer')
    expect(wire.you?.audience).toBe('auctioneer')
    await setRights(gavel.postgres, one.userId, { admin: false })
    await reach.tell({ changed: [one.userId] })
    await until('the public', () => wire.you?.audience === 'public')
  })

  it('REACH-2, SIGHT-4 whoever loses the role by which they watch a private auction is put out at once, and no one else', async () => {
    const auction = await gavel.seed({ rehearsal: false })
    await changeEvent(gavel.mongo, auction.eventId, PRIVATE)
    const [one, other] = [await signedInPerson(gavel), await signedInPerson(gavel)]
    for (const { userId } of [one, other]) await addStaff(gavel.mongo, auction.eventId, 'scorer', userId)
    using wire = await Wire.open(at(0), auction, one, 'public')
    using stays = await Wire.open(at(0), auction, other, 'public')
    await removeStaff(gavel.mongo, auction.eventId, 'scorer', one.userId)
    await reach.tell({ changed: [one.userId] })
    await until('put out', () => wire.closings.includes('TOKEN_OLD'))
    await turnedAway(wire)
    expect([stays.closings, stays.socket.connected]).toEqual([[], true])
  })

  it('REACH-2, MATCHLIVE-4 so it is in a private match', async () => {
    const match = await seedMatch(gavel, { open: false })
    const one = await signedInPerson(gavel)
    await addStaff(gavel.mongo, match.eventId, 'auctioneer', one.userId)
    using wire = await MatchWire.open(at(1), match, one, 'public')
    await removeStaff(gavel.mongo, match.eventId, 'auctioneer', one.userId)
    await reach.tell({ changed: [one.userId] })
    await until('put out', () => wire.closings.includes('TOKEN_OLD'))
    await turnedAway(wire)
  })

  it('REACH-3 a word that is lost is made good: the sessions of open sockets are asked for again', async () => {
    await using looking = await givenServer(gavel, OFTEN)
    const auction = await gavel.seed()
    const one = await signedInPerson(gavel)
    using wire = await Wire.open(looking.url, auction, one, 'public')
    using unseen = await Wire.open(at(0), auction, one, 'public')
    await closeSessions(gavel.postgres, { sid: one.sid }, 'ended')
    await gone(wire, 'SESSION_ENDED')
    expect([unseen.closings, unseen.socket.connected]).toEqual([[], true])
  })

  it('SIGHT-4 whoever watches an auction that is made private, and has no role, is put out by the next look', async () => {
    await using looking = await givenServer(gavel, OFTEN, 0)
    const auction = await gavel.seed({ rehearsal: false })
    using wire = await Wire.open(looking.url, auction, null, 'public')
    using owner = await Wire.open(looking.url, auction, auction.teams[0]?.owner ?? null, 'paddle')
    await changeEvent(gavel.mongo, auction.eventId, PRIVATE)
    await until('put out', () => wire.closings.includes('TOKEN_OLD'))
    expect(owner.closings).toEqual([])
  })

  it('REACH-4 a socket without a session shows anew who it is when its token runs out', async () => {
    await using looking = await givenServer(gavel, OFTEN)
    const auction = await gavel.seed()
    const { userId } = await signedInPerson(gavel)
    const actor = { userId, admin: false, operator: false, bot: true, creator: false }
    const nowMs = Date.now() - ACCESS_TOKEN_TTL_MS + 3_000
    const { token } = await gavel.tokens.sign(actor, { nowMs })
    using wire = await Wire.open(looking.url, auction, { userId, token }, 'public')
    await until('asked again', () => wire.closings.includes('TOKEN_OLD'))
  })

  it('AUDIT-2 what somebody was refused on a socket is kept once', async () => {
    const auction = await gavel.seed()
    const one = await signedInPerson(gavel)
    using wire = await Wire.open(at(0), auction, one, 'public')
    for (let n = 0; n < 3; n += 1)
      expect(await wire.command({ type: 'PauseAuction', message: 'Tea' })).toMatchObject({ code: 'FORBIDDEN' })
    const lines = await until('the line', async () => {
      const kept = await readAudit(gavel.postgres, { actorId: one.userId })
      return kept.length > 0 && kept
    })
    expect(lines).toMatchObject([{ action: 'socket.command', subject: `auction:${auction.auctionId}`, allowed: false }])
  })
})
