import { GUEST } from '@gavel/auth'
import { auctionById, listSandboxes, setAuctionStatus } from '@gavel/db'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { AppError } from '../errors.ts'
import { type Given, given } from '../given.ts'
import { forgetStaleSandboxes } from '../sandbox/forget-sandbox.ts'
import { buildDemoNight } from './build-night.ts'
import { keepDemo } from './keep-demo.ts'
import { demoNights } from './nights.ts'
import { keepDemoSeat, leaveDemoSeat, SEAT_MS, takeDemoSeat } from './seats.ts'

let g: Given
beforeAll(async () => {
  g = await given()
})
afterAll(() => g.close())

const asGuest = { actor: GUEST, address: 'test' }
const refusal = (code: string) => expect.objectContaining({ code })
const night = async () => {
  const [newest] = await demoNights(g.services.mongo)
  if (!newest) throw new Error('there is no night')
  return newest
}
const stateNow = async () => {
  const live = await g.services.log.load((await night()).auctionId)
  if (!live) throw new Error('the log is not live')
  return live.state
}

describe('the demo', () => {
  it('DEMO-1 does nothing where it was not seeded; seeded, everybody finds it, and it is in no list of real events', async () => {
    await keepDemo(g.services, Date.now())
    expect(await g.guest.demo.current()).toBeNull()
    await buildDemoNight(g.services, Date.now())
    const current = await g.guest.demo.current()
    expect(current).toMatchObject({ console: { taken: false }, mine: null })
    expect(current?.teams.map(({ taken }) => taken)).toEqual(Array(6).fill(false))
    expect((await g.guest.event.bySlug({ slug: current?.slug ?? '' })).name).toBe('Lantern Street Exhibition')
    const { live, next, past } = await g.guest.event.list()
    expect([...live, ...next, ...past].map(({ slug }) => slug)).not.toContain(current?.slug)
    const state = await stateNow()
    expect(Object.keys(state.paddles)).toHaveLength(6)
    expect(Object.values(state.players).some(({ formerTeam }) => formerTeam === 'demo-team-1')).toBe(true)
  })

  it('DEMO-3 a guest takes one seat at a time and has a right there alone; a seat belongs to one visitor', async () => {
    const { auctionId } = await night()
    const taken = await takeDemoSeat(g.services, asGuest, 'demo-team-1')
    const { actor } = taken
    expect(actor).toMatchObject({ bot: true, admin: false, creator: false })
    expect((await stateNow()).paddles[actor.userId]).toBe('demo-team-1')
    const visitor = g.as(actor)
    expect(await visitor.demo.current()).toMatchObject({ mine: 'demo-team-1' })
    expect((await visitor.auction.byId({ auctionId })).you).toMatchObject({ teamId: 'demo-team-1', mayBid: true })
    await expect(takeDemoSeat(g.services, asGuest, 'demo-team-1')).rejects.toEqual(refusal('DEMO.TAKEN'))
    expect((await g.guest.demo.current())?.teams.find(({ teamId }) => teamId === 'demo-team-1')?.taken).toBe(true)
    await takeDemoSeat(g.services, { actor, address: 'test' }, null)
    expect((await stateNow()).paddles[actor.userId]).toBeUndefined()
    expect((await visitor.auction.byId({ auctionId })).you).toMatchObject({ teamId: null, mayConduct: true })
    expect((await visitor.auth.accessToken()).token).not.toBe('')
    await expect(visitor.inbox.list({})).rejects.toMatchObject({ cause: { code: 'AUTH.FORBIDDEN' } })
    expect(await keepDemoSeat(g.services, actor)).toMatchObject({ teamId: null })
    await leaveDemoSeat(g.services, actor)
    expect((await visitor.auction.byId({ auctionId })).you).toMatchObject({ teamId: null, mayConduct: false })
    expect(await keepDemoSeat(g.services, actor)).toBeNull()
    await expect(takeDemoSeat(g.services, asGuest, 'no-such-team')).rejects.toBeInstanceOf(AppError)
  })

  it('DEMO-4 whoever says nothing any more loses the seat, and the bot goes on', async () => {
    const { actor } = await takeDemoSeat(g.services, asGuest, 'demo-team-2')
    await keepDemo(g.services, Date.now())
    expect((await stateNow()).paddles[actor.userId]).toBe('demo-team-2')
    await keepDemo(g.services, Date.now() + SEAT_MS + 1)
    expect((await stateNow()).paddles[actor.userId]).toBeUndefined()
    expect((await night()).seats).toEqual([])
  })

  it('DEMO-2 begins again once, soon after its end, however many look; what is over is forgotten later', async () => {
    const { mongo } = g.services
    const first = await night()
    await setAuctionStatus(mongo, first.auctionId, 'ended')
    const endedAtMs = Date.now()
    await keepDemo(g.services, endedAtMs)
    await keepDemo(g.services, endedAtMs + 10_000)
    expect((await night()).auctionId).toBe(first.auctionId)
    await Promise.all([1, 2, 3].map(() => keepDemo(g.services, endedAtMs + 31_000)))
    const second = await night()
    expect(second.auctionId).not.toBe(first.auctionId)
    expect(await demoNights(mongo)).toHaveLength(2)
    await forgetStaleSandboxes(g.services, endedAtMs + 3_600_000)
    expect((await listSandboxes(mongo)).map(({ tag }) => tag)).toEqual([second.tag])
    expect(await auctionById(mongo, first.auctionId)).toBeNull()
  })
})
