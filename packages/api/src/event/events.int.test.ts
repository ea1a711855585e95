import { listEvents } from '@gavel/db'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anEvent, type Given, given } from '../given.ts'

let g: Given
beforeAll(async () => {
  g = await given()
})
afterAll(() => g.close())

const refusal = (code: string) => expect.objectContaining({ cause: expect.objectContaining({ code }) })

describe('events', () => {
  it('API-7 an administrator creates an event whose auction has a live log, and starts it', async () => {
    const { api } = await g.person({ admin: true })
    const staff = await g.person()
    const { slug, auctionId } = await api.event.create({ ...anEvent(), auctioneers: [staff.email] })
    const page = await g.guest.event.bySlug({ slug })
    expect(page).toMatchObject({ status: 'published', auction: { auctionId, phase: 'scheduled' } })
    expect((await staff.api.auction.byId({ auctionId })).you).toMatchObject({ roles: ['auctioneer'], mayConduct: true })
    for (const short of ['AA', 'BB'])
      await api.auction.addTeam({ auctionId, name: `Team ${short}`, short, colour: '#336699' })
    await api.auction.start({ auctionId })
    await api.auction.start({ auctionId })
    expect((await g.guest.auction.view({ auctionId }))?.state.phase).toEqual({ is: 'running' })
    expect((await g.guest.event.list()).live.map((card) => card.slug)).toContain(slug)
  })

  it('API-5 an address is given once', async () => {
    const { api } = await g.person({ admin: true })
    const event = { ...anEvent(), slug: `taken-${Date.now()}` }
    const both = await Promise.allSettled([api.event.create(event), api.event.create(event)])
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    await expect(api.event.create(event)).rejects.toEqual(refusal('EVENT.SLUG_TAKEN'))
  })

  it('API-4 a draft does not exist for those who may not see it, and publishing shows it', async () => {
    const { api } = await g.person({ admin: true })
    const organiser = await g.person()
    const event = { ...anEvent(), publish: false, organisers: [organiser.email] }
    const { slug, auctionId } = await api.event.create(event)
    const stranger = await g.person()
    for (const caller of [g.guest, stranger.api]) {
      await expect(caller.event.bySlug({ slug })).rejects.toEqual(refusal('EVENT.NOT_FOUND'))
      await expect(caller.auction.roster({ auctionId })).rejects.toEqual(refusal('AUCTION.NOT_FOUND'))
    }
    await organiser.api.event.publish({ slug })
    await expect(organiser.api.event.publish({ slug })).rejects.toEqual(refusal('EVENT.NOT_DRAFT'))
    expect((await g.guest.event.bySlug({ slug })).status).toBe('published')
  })

  it('API-2 guests and strangers are refused what is not theirs, with words', async () => {
    const { api } = await g.person({ admin: true })
    const { slug, auctionId } = await api.event.create(anEvent())
    const stranger = await g.person()
    await expect(g.guest.event.create(anEvent())).rejects.toEqual(refusal('AUTH.SIGN_IN_FIRST'))
    await expect(g.guest.auction.start({ auctionId })).rejects.toEqual(refusal('AUTH.SIGN_IN_FIRST'))
    for (const call of [
      () => stranger.api.event.create(anEvent()),
      () => stranger.api.event.overview({ slug }),
      () => stranger.api.auction.start({ auctionId }),
      () => stranger.api.auction.importPlayers({ slug, list: { csv: 'Name\nA' } }),
      () => api.rehearsal.create({ name: 'x', ruleSetId: 'ipl-2025', teams: [], players: [], retained: [] }),
    ])
      await expect(call()).rejects.toEqual(refusal('AUTH.FORBIDDEN'))
  })

  it('API-6 rules that contradict each other are refused before anything is made', async () => {
    const { api } = await g.person({ admin: true })
    const before = (await listEvents(g.services.mongo)).length
    for (const rules of [{ squad: { min: 9, max: 3 } }, { purse: 100 }])
      await expect(api.event.create({ ...anEvent(), rules })).rejects.toEqual(refusal('EVENT.BAD_RULES'))
    await expect(api.event.create({ ...anEvent(), ruleSetId: 'chess' })).rejects.toEqual(refusal('EVENT.UNKNOWN_RULES'))
    expect(await listEvents(g.services.mongo)).toHaveLength(before)
  })
})
