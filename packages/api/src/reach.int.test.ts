import { hearReach, type IdentityNews } from '@gavel/auth'
import { loadEnvPart } from '@gavel/config'
import { eventBySlug } from '@gavel/db'
import { until } from '@gavel/testkit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anEvent, type Given, given } from './given.ts'

let g: Given
let hearing: { close: () => void }
const heard: IdentityNews[] = []
beforeAll(async () => {
  g = await given()
  const { redisLiveUrl } = loadEnvPart(['redisLiveUrl'])
  await new Promise<void>((stands) => {
    hearing = hearReach(redisLiveUrl, (word) => heard.push(word), stands)
  })
})
afterAll(async () => {
  hearing?.close()
  await g?.close()
})

/** Does something, and waits for the word of it: what came before is forgotten. */
const told = async (userId: string, act: () => Promise<unknown>): Promise<void> => {
  heard.length = 0
  await act()
  await until('the word of it', () => heard.some((word) => 'changed' in word && word.changed.includes(userId)))
}
const ended = async (sid: string, why: 'ended' | 'banned', act: () => Promise<unknown>): Promise<void> => {
  heard.length = 0
  await act()
  await until('the word of it', () =>
    heard.some((word) => 'ended' in word && word.why === why && word.ended.includes(sid)),
  )
}

describe('what changes rights is told to open sockets', () => {
  it('REACH-2 staff who are appointed or dismissed, and who comes by an invitation', async () => {
    const organiser = await g.person({ creator: true })
    const [one, invited] = [await g.person(), await g.person()]
    const { slug } = await organiser.api.event.create(anEvent())
    const role = 'scorer'
    await told(one.userId, () => organiser.api.event.addStaff({ slug, role, email: one.email }))
    await told(one.userId, () => organiser.api.event.removeStaff({ slug, role, userId: one.userId }))
    const { code } = await organiser.api.invitation.create({ slug, role, teamId: null, email: null })
    await told(invited.userId, () => invited.api.invitation.accept({ code }))
  })

  it('REACH-2 owners and bidders of teams, when they come and when they go', async () => {
    const organiser = await g.person({ creator: true })
    const [owner, bidder] = [await g.person(), await g.person()]
    const { slug } = await organiser.api.event.create(anEvent())
    const auctionId = (await eventBySlug(g.services.mongo, slug))?.auctionId ?? ''
    const team = { name: 'Harbour', short: 'HAR', colour: '#336699', owners: [owner.email] }
    const { auction } = organiser.api
    await told(owner.userId, () => auction.addTeam({ auctionId, ...team }))
    const [made] = (await auction.roster({ auctionId })).teams
    const teamId = made?.teamId ?? ''
    await told(bidder.userId, () => auction.grantPaddle({ auctionId, teamId, email: bidder.email }))
    await told(bidder.userId, () => auction.revokePaddle({ auctionId, teamId, userId: bidder.userId }))
    await told(owner.userId, () => auction.removeTeam({ auctionId, teamId }))
  })

  it('REACH-2 who is made an administrator, is one no more, or may create events', async () => {
    const [admin, one] = [await g.person({ admin: true }), await g.person()]
    const { userId, email } = one
    await told(userId, () => g.operator.admin.promote({ email }))
    await told(userId, () => admin.api.admin.grant({ userId, admin: false }))
    await told(userId, () => admin.api.admin.grant({ userId, mayCreateEvents: true }))
  })

  it('REACH-1 sessions that are ended, by their person, by a ban, and with the account', async () => {
    const [admin, one] = [await g.person({ admin: true }), await g.person()]
    const { sid } = one.session
    await ended(sid, 'ended', () => one.api.auth.endSession({ sid }))
    const shutOut = await g.person()
    await ended(shutOut.session.sid, 'banned', () => admin.api.admin.ban({ userId: shutOut.userId, reason: 'A test.' }))
    const leaving = await g.person()
    await ended(leaving.session.sid, 'ended', () => leaving.api.profile.deleteAccount({ email: leaving.email }))
    expect(await g.guest.profile.byId({ userId: leaving.userId }).catch(() => null)).toBeNull()
  })
})
