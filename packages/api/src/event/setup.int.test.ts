import { CRORE } from '@gavel/auction'
import { auctionById, eventBySlug, takePlace } from '@gavel/db'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anEvent, type Given, given, listFile, refusal, teamsFor } from '../given.ts'

let g: Given
beforeAll(async () => {
  g = await given()
})
afterAll(() => g.close())

const organised = async (change: object = {}) => {
  const organiser = await g.person({ creator: true })
  const made = await organiser.api.event.create({ ...anEvent(), ...change })
  return { ...made, organiser, api: organiser.api }
}
const stored = async (slug: string) => {
  const event = await eventBySlug(g.services.mongo, slug)
  if (!event) throw new Error('no event')
  return event
}

describe('setting an event up', () => {
  it('SETUP-2 the desk shows everything that can be edited, who takes part and what is missing, to its staff alone', async () => {
    const { slug, auctionId, api, organiser } = await organised({ shows: { listed: false, pool: true, room: true } })
    await teamsFor(api, auctionId, ['AA', 'BB'])
    const owner = await g.person()
    const { teams } = await api.event.setup({ slug })
    await api.auction.grantPaddle({ auctionId, teamId: teams[0]?.teamId ?? '', email: owner.email })
    const setup = await api.event.setup({ slug })
    expect(setup).toMatchObject({
      event: { slug, auctionId, status: 'published', shows: { listed: false }, taken: { players: 0, teams: 2 } },
      phase: 'scheduled',
      ruleSetId: 'ipl-2026',
      staff: { organisers: [{ userId: organiser.userId, email: organiser.email }], auctioneers: [], scorers: [] },
      counts: { players: 0, sets: 0, registrations: { pending: 0, awaiting: 0, confirmed: 0 } },
      you: { roles: ['organiser'], mayManage: true, mayCreateEvents: true },
    })
    expect(setup.event.joinCode).toMatch(/^[2-9A-HJKMNP-TV-Z]{6}$/)
    expect(setup.teams).toMatchObject([
      { short: 'AA', purse: setup.rules.purse, spent: 0, squad: 0, owners: [{ email: owner.email }], logoUrl: null },
      { short: 'BB', owners: [] },
    ])
    expect(setup.checklist.find(({ id }) => id === 'paddles')).toMatchObject({ done: false })
    expect(setup.checklist.find(({ id }) => id === 'teams')).toMatchObject({ done: true })
    await expect(owner.api.event.setup({ slug })).rejects.toEqual(refusal('AUTH.FORBIDDEN'))
  })

  it('SETUP-3 what is given changes, what is left out stays, and saying it again changes nothing', async () => {
    const { slug, api } = await organised()
    const before = await stored(slug)
    const change = {
      slug,
      name: 'Quay Night',
      description: '# Come\n\nall',
      endsAtMs: before.startsAtMs + 3_600_000,
      timeZone: 'Europe/Paris',
      venue: 'Quay Park',
      shows: { listed: false, pool: false, room: true },
      approval: { players: true, owners: false },
      nextSteps: 'Ring the captain.',
    }
    await api.event.update(change)
    const after = await stored(slug)
    const { slug: _, ...changed } = change
    expect(after).toEqual({ ...before, ...changed })
    await api.event.update(change)
    await api.event.update({ slug })
    expect(await stored(slug)).toEqual(after)
    await expect(api.event.update({ slug, endsAtMs: 5 })).rejects.toEqual(refusal('EVENT.ENDS_BEFORE_START'))
    await expect(api.event.update({ slug, timeZone: 'Mars/Base' })).rejects.toThrow()
    const stranger = await g.person()
    await expect(stranger.api.event.update({ slug, name: 'Mine' })).rejects.toEqual(refusal('AUTH.FORBIDDEN'))
  })

  it('SETUP-3 places may be raised, and never fall below what is taken', async () => {
    const { slug, api } = await organised({ capacity: { players: 2, teams: 3 } })
    const { id } = await stored(slug)
    await takePlace(g.services.mongo, id, 'player', 'r1')
    await takePlace(g.services.mongo, id, 'player', 'r2')
    const refused = api.event.update({ slug, name: 'Another', capacity: { players: 1, teams: 3 } })
    await expect(refused).rejects.toEqual(refusal('EVENT.BELOW_TAKEN'))
    expect((await stored(slug)).name).not.toBe('Another')
    await api.event.update({ slug, capacity: { players: 30, teams: 4 } })
    expect(await takePlace(g.services.mongo, id, 'player', 'r3')).toBe('taken')
  })

  it('SETUP-4 rules change before the start, with the purses that follow them, and say that they were seen', async () => {
    const { slug, auctionId, api } = await organised()
    await teamsFor(api, auctionId, ['AA', 'BB'])
    const [own] = (await api.event.setup({ slug })).teams
    if (!own) throw new Error('no team')
    await api.auction.updateTeam({ ...own, auctionId, purse: 90 * CRORE })
    await api.event.update({ slug, rules: { purse: 80 * CRORE, squad: { min: 3, max: 5 } } })
    await api.event.update({ slug, rules: { overseasMax: 2 } })
    const setup = await api.event.setup({ slug })
    expect(setup.rules).toMatchObject({ purse: 80 * CRORE, squad: { min: 3, max: 5 }, overseasMax: 2 })
    expect(setup.teams.map(({ purse }) => purse)).toEqual([90 * CRORE, 80 * CRORE])
    expect(setup.event.rulesSeenAtMs).toBeGreaterThan(0)
    expect((await stored(slug)).rules).toEqual(setup.rules)
    expect((await auctionById(g.services.mongo, auctionId))?.rules).toEqual(setup.rules)
    await api.event.update({ slug, ruleSetId: 'ipl-2021' })
    expect(await stored(slug)).toMatchObject({ ruleSetId: 'ipl-2021', rules: { id: 'ipl-2021' } })
    await expect(api.event.update({ slug, ruleSetId: 'chess' })).rejects.toEqual(refusal('EVENT.UNKNOWN_RULES'))
  })

  it('SETUP-4 of two who change the rules at once, log, auction and event hold the same ones', async () => {
    const { slug, auctionId, api } = await organised()
    const purses = [61, 62, 63, 64, 65, 66].map((crore) => crore * CRORE)
    await Promise.all(purses.map((purse) => api.event.update({ slug, rules: { purse } })))
    const { rules } = (await g.services.log.load(auctionId))?.state ?? {}
    expect(purses).toContain(rules?.purse)
    expect((await stored(slug)).rules).toEqual(rules)
    expect((await auctionById(g.services.mongo, auctionId))?.rules).toEqual(rules)
  })

  it('SETUP-4 once the auction has started its rules, purses and teams stay, and words say so', async () => {
    const { slug, auctionId, api } = await organised()
    await teamsFor(api, auctionId, ['AA', 'BB'])
    const [own] = (await api.event.setup({ slug })).teams
    if (!own) throw new Error('no team')
    await api.auction.start({ auctionId })
    for (const call of [
      () => api.event.update({ slug, rules: { purse: 50 * CRORE } }),
      () => api.auction.updateTeam({ ...own, auctionId, purse: 50 * CRORE }),
      () => api.auction.removeTeam({ auctionId, teamId: own.teamId }),
    ])
      await expect(call()).rejects.toThrow('The auction has started: its rules, purses and teams stay as they are.')
    await api.auction.updateTeam({ ...own, auctionId, name: 'Renamed at night' })
    await api.event.update({ slug, venue: 'The other hall', rules: {} })
    expect((await api.event.setup({ slug })).teams.map(({ name }) => name)).toContain('Renamed at night')
  })

  it('SETUP-5 staff is appointed by e-mail and told, and an event keeps an organiser whoever takes whom at once', async () => {
    const { slug, api, organiser } = await organised()
    const other = await g.person()
    const add = { slug, role: 'organiser' as const, email: other.email }
    await Promise.all([api.event.addStaff(add), api.event.addStaff(add)])
    expect((await stored(slug)).organiserIds).toEqual([organiser.userId, other.userId])
    expect((await other.api.inbox.list()).items).toMatchObject([{ kind: 'staff', href: `/events/${slug}` }])
    const nobody = { slug, role: 'scorer' as const, email: 'nobody@test.gavel' }
    await expect(api.event.addStaff(nobody)).rejects.toEqual(refusal('AUTH.NO_SUCH_PERSON'))
    const both = await Promise.allSettled([
      api.event.removeStaff({ slug, role: 'organiser', userId: organiser.userId }),
      other.api.event.removeStaff({ slug, role: 'organiser', userId: other.userId }),
    ])
    expect((await stored(slug)).organiserIds).toHaveLength(1)
    const refused = both.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []))
    expect(refused).toEqual([refusal('EVENT.LAST_ORGANISER')])
  })

  it('SHOWS-1 an unlisted event is in no list, and open by its address', async () => {
    const { slug, api } = await organised({ shows: { listed: false, pool: true, room: true } })
    const slugs = async () =>
      Object.values(await g.guest.event.list()).flatMap((cards) => cards.map((card) => card.slug))
    expect(await slugs()).not.toContain(slug)
    expect((await g.guest.event.bySlug({ slug })).shows.listed).toBe(false)
    expect((await api.admin.events()).events.map((card) => card.slug)).toContain(slug)
    await api.event.update({ slug, shows: { listed: true, pool: true, room: true } })
    expect(await slugs()).toContain(slug)
  })

  it('SHOWS-2 a pool that is kept back is for people with a role until the start, and for everybody then', async () => {
    const { auctionId, api } = await organised({ shows: { listed: true, pool: false, room: true } })
    await teamsFor(api, auctionId, ['AA', 'BB'])
    await api.players.import({ auctionId, file: listFile('Name,Base Price\nA One,30 lakh') })
    const seen = async (caller: typeof api) => [
      (await caller.auction.roster({ auctionId })).players.length,
      (await caller.auction.roster({ auctionId })).sets.length,
      Object.keys((await caller.auction.view({ auctionId }))?.state.players ?? {}).length,
      (await caller.auction.view({ auctionId }))?.state.sets.length,
    ]
    expect(await seen(api)).toEqual([1, 1, 1, 1])
    expect(await seen(g.guest)).toEqual([0, 0, 0, 0])
    expect((await g.guest.auction.roster({ auctionId })).teams).toHaveLength(2)
    await api.auction.start({ auctionId })
    expect(await seen(g.guest)).toEqual([1, 1, 1, 1])
  })

  it('SHOWS-3 a private room is for people with a role; its event page is not', async () => {
    const { slug, auctionId, api } = await organised({ shows: { listed: true, pool: true, room: false } })
    const stranger = await g.person()
    expect((await g.guest.event.bySlug({ slug })).you.mayWatch).toBe(false)
    await expect(g.guest.auction.byId({ auctionId })).rejects.toEqual(refusal('AUTH.SIGN_IN_FIRST'))
    for (const call of [stranger.api.auction.byId, stranger.api.auction.roster, stranger.api.auction.view])
      await expect(call({ auctionId })).rejects.toEqual(refusal('AUTH.FORBIDDEN'))
    await api.event.addStaff({ slug, role: 'scorer', email: stranger.email })
    expect((await stranger.api.auction.byId({ auctionId })).you.roles).toEqual(['scorer'])
  })
})
