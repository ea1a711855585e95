import { CRORE } from '@gavel/auction'
import { eventBySlug, insertEvent, listEvents, newId } from '@gavel/db'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anEvent, type Given, given, listFile, refusal } from '../given.ts'
import { rulesFor } from './rules.ts'

let g: Given
beforeAll(async () => {
  g = await given()
})
afterAll(() => g.close())

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

  it('PLACE-3 a team that is added by hand holds a place, and none comes in beyond them', async () => {
    const { api } = await g.person({ admin: true })
    const { slug, auctionId } = await api.event.create(anEvent({ capacity: { players: 0, teams: 3 } }))
    const add = (short: string) => api.auction.addTeam({ auctionId, name: `Team ${short}`, short, colour: '#336699' })
    const added = await Promise.allSettled(['T1', 'T2', 'T3', 'T4', 'T5'].map(add))
    expect(added.filter(({ status }) => status === 'fulfilled')).toHaveLength(3)
    await expect(add('T6')).rejects.toEqual(refusal('EVENT.FULL'))
    await expect(add('T6')).rejects.toThrow('All 3 team places of this event are taken.')
    expect((await g.guest.event.bySlug({ slug })).taken.teams).toBe(3)
    expect((await g.guest.auction.roster({ auctionId })).teams).toHaveLength(3)
    expect(Object.keys((await g.services.log.load(auctionId))?.state.teams ?? {})).toHaveLength(3)
  })

  it('PLACE-3 a team that the auction refuses gives its place back', async () => {
    const { api } = await g.person({ admin: true })
    const { slug, auctionId } = await api.event.create(anEvent())
    const add = (short: string) => api.auction.addTeam({ auctionId, name: `Team ${short}`, short, colour: '#336699' })
    for (const short of ['AA', 'BB']) await add(short)
    await expect(api.auction.addTeam({ auctionId, name: 'Team CC', short: 'aa', colour: '#336699' })).rejects.toThrow(
      /Team AA already uses the short name AA/,
    )
    await api.auction.start({ auctionId })
    await expect(add('DD')).rejects.toEqual(refusal('AUCTION.REFUSED'))
    expect((await g.guest.event.bySlug({ slug })).taken.teams).toBe(2)
    expect((await g.guest.auction.roster({ auctionId })).teams.map(({ short }) => short)).toEqual(['AA', 'BB'])
  })

  it('TEAM-2 the same form sent again, at once or after the start, is the same team', async () => {
    const { api } = await g.person({ admin: true })
    const { slug, auctionId } = await api.event.create(anEvent())
    const team = { auctionId, name: 'Saffron Comets', short: 'SC', colour: '#ea580c' }
    const sent = await Promise.all([api.auction.addTeam(team), api.auction.addTeam(team)])
    await api.auction.addTeam({ ...team, name: 'Snowline Yaks', short: 'SY' })
    await api.auction.start({ auctionId })
    sent.push(await api.auction.addTeam(team))
    expect(new Set(sent.map(({ teamId }) => teamId)).size).toBe(1)
    await expect(api.auction.addTeam({ ...team, short: 'SCO' })).rejects.toThrow(/already a team called Saffron Comets/)
    expect((await g.guest.event.bySlug({ slug })).taken.teams).toBe(2)
    expect((await g.guest.auction.roster({ auctionId })).teams).toHaveLength(2)
  })

  it('EVENT-5 an event whose auction a crash prevented gets one with its own rules when it is published', async () => {
    const { api, userId } = await g.person({ admin: true })
    const { publish: _, ruleSetId, ...fields } = anEvent()
    const rules = rulesFor(ruleSetId, { purse: 77 * CRORE, squad: { min: 3, max: 9 }, overseasMax: null })
    const slug = `crashed-${newId()}`
    await insertEvent(g.services.mongo, {
      ...fields,
      id: newId(),
      slug,
      description: '',
      venue: '',
      ruleSetId,
      rules,
      currency: rules.currency,
      status: 'draft',
      organiserIds: [userId],
      auctioneerIds: [],
      scorerIds: [],
      rehearsal: false,
      createdAtMs: Date.now(),
    })
    const { auctionId } = await api.event.publish({ slug })
    expect((await eventBySlug(g.services.mongo, slug))?.auctionId).toBe(auctionId)
    expect((await g.services.log.load(auctionId))?.state.rules).toEqual(rules)
    const whole = await api.event.create({ ...anEvent(), rules: { purse: 99 * CRORE, overseasMax: 2 } })
    expect((await eventBySlug(g.services.mongo, whole.slug))?.rules).toEqual(
      (await g.services.log.load(whole.auctionId))?.state.rules,
    )
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
      () => stranger.api.registration.list({ slug }),
      () => stranger.api.auction.start({ auctionId }),
      () => stranger.api.players.import({ auctionId, file: listFile('Name\nA') }),
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
