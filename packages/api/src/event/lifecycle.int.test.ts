import { eventBySlug, insertRegistration, listRegistrations, newId, type Registration, takePlace } from '@gavel/db'
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
  const event = await eventBySlug(g.services.mongo, made.slug)
  if (!event) throw new Error('no event')
  return { ...made, event, organiser, api: organiser.api }
}
const stateOf = async (auctionId: string) => {
  const live = await g.services.log.load(auctionId)
  if (!live) throw new Error('no log')
  return live.state
}
const player = (name: string) => ({
  kind: 'player' as const,
  name,
  country: 'India',
  role: 'Batter',
  base: null,
  age: null,
  caps: null,
  photoUrl: null,
})
/** An entry as the request leaves it, holding its place. */
const entered = async (eventId: string, userId: string): Promise<Registration> => {
  const announced = { key: 'registration.submitted', leasedUntilMs: Date.now() + 60_000 }
  const { registration } = await insertRegistration(
    g.services.mongo,
    { id: newId(), eventId, userId, details: player('A One') },
    announced,
    Date.now(),
  )
  await takePlace(g.services.mongo, eventId, 'player', registration.id)
  return registration
}
const running = async (auctionId: string, api: Awaited<ReturnType<typeof organised>>['api']) => {
  await teamsFor(api, auctionId, ['AA', 'BB'])
  await api.players.import({ auctionId, file: listFile('Name,Base Price\nA One,30 lakh\nB Two,30 lakh') })
  await api.auction.start({ auctionId })
}
const act = async (auctionId: string, command: object) => {
  const reply = await g.services.log.execute(auctionId, { by: 'system', ...command } as never, { commandId: newId() })
  if (!reply.ok) throw new Error(reply.refusal.code)
}

describe('cancelling', () => {
  it('CANCEL-1 an event is cancelled with a reason: its auction ends, entries are turned away, and all concerned are told once', async () => {
    const staff = await g.person()
    const entrant = await g.person()
    const { slug, auctionId, event, api } = await organised({ auctioneers: [staff.email] })
    await entered(event.id, entrant.userId)
    const cancel = () => api.event.cancel({ slug, reason: 'The hall is flooded.' })
    await Promise.all([cancel(), cancel()])
    await cancel()
    expect(await g.guest.event.bySlug({ slug })).toMatchObject({
      status: 'cancelled',
      cancelledReason: 'The hall is flooded.',
      auction: { phase: 'ended' },
      taken: { players: 0 },
    })
    expect((await stateOf(auctionId)).phase.is).toBe('ended')
    const [registration] = await listRegistrations(g.services.mongo, { eventId: event.id })
    expect(registration).toMatchObject({
      status: 'rejected',
      reason: 'The event was cancelled: The hall is flooded.',
    })
    for (const person of [staff, entrant])
      expect((await person.api.inbox.list()).items.map(({ title }) => title)).toEqual([`${event.name} was cancelled`])
    await expect(api.event.update({ slug, name: 'Still on' })).rejects.toEqual(refusal('EVENT.OVER'))
    await expect(api.event.publish({ slug })).rejects.toEqual(refusal('EVENT.NOT_DRAFT'))
  })

  it('CANCEL-2 nobody is cancelled away in mid-lot, and the reason that was given first stays', async () => {
    const { slug, auctionId, api } = await organised()
    await running(auctionId, api)
    const [first] = Object.keys((await stateOf(auctionId)).players)
    await act(auctionId, { type: 'OpenLot', player: first })
    await expect(api.event.cancel({ slug, reason: 'Rain' })).rejects.toEqual(refusal('EVENT.LOT_OPEN'))
    expect((await g.guest.event.bySlug({ slug })).status).toBe('live')
    await act(auctionId, { type: 'PassLot', lot: 1 })
    expect(await api.event.cancel({ slug, reason: 'Rain' })).toEqual({ slug, reason: 'Rain' })
    expect(await api.event.cancel({ slug, reason: 'Snow' })).toEqual({ slug, reason: 'Rain' })
    const stranger = await g.person()
    await expect(stranger.api.event.cancel({ slug, reason: 'Fun' })).rejects.toEqual(refusal('AUTH.FORBIDDEN'))
  })
})

describe('finishing', () => {
  it('CLOSE-1 an event is finished once its auction has ended, and not cancelled afterwards', async () => {
    const { slug, auctionId, api } = await organised()
    await running(auctionId, api)
    await expect(api.event.finish({ slug })).rejects.toEqual(refusal('EVENT.AUCTION_NOT_ENDED'))
    await act(auctionId, { type: 'EndAuction' })
    await Promise.all([api.event.finish({ slug }), api.event.finish({ slug })])
    expect((await g.guest.event.bySlug({ slug })).status).toBe('finished')
    await expect(api.event.cancel({ slug, reason: 'Too late' })).rejects.toEqual(refusal('EVENT.OVER'))
  })
})

describe('cloning', () => {
  it('CLONE-1 a clone is a draft of its own with the same settings, teams, paddles and pool, and nothing of what was bid', async () => {
    const staff = await g.person()
    const owner = await g.person()
    const shows = { listed: false, pool: false, room: true }
    const { slug, auctionId, event, api, organiser } = await organised({
      auctioneers: [staff.email],
      description: '*Come*',
      nextSteps: 'Ring.',
      shows,
      endsAtMs: Date.UTC(2030, 0, 1) + 7_200_000,
    })
    await running(auctionId, api)
    const [team] = (await api.event.setup({ slug })).teams
    if (!team) throw new Error('no team')
    await api.auction.grantPaddle({ auctionId, teamId: team.teamId, email: owner.email })
    const order = (await stateOf(auctionId)).sets
    const [first = ''] = Object.keys((await stateOf(auctionId)).players)
    await act(auctionId, { type: 'OpenLot', player: first })
    await act(auctionId, { type: 'PlaceBid', lot: 1, amount: 300_000_000, floorTeam: team.teamId })
    await act(auctionId, { type: 'Hammer', lot: 1, bid: (await stateOf(auctionId)).seq })
    await entered(event.id, newId())
    const startsAtMs = Date.UTC(2031, 0, 1)
    const made = await api.event.clone({
      slug,
      name: event.name,
      startsAtMs,
      keep: { teams: true, staff: true, players: true },
    })
    expect(made.slug).toBe(`${slug}-2`)
    const copy = await api.event.setup({ slug: made.slug })
    expect(copy).toMatchObject({
      event: { status: 'draft', description: '*Come*', nextSteps: 'Ring.', shows, startsAtMs, rehearsedAtMs: null },
      phase: 'scheduled',
      rules: (await stateOf(auctionId)).rules,
      staff: { organisers: [{ userId: organiser.userId }], auctioneers: [{ userId: staff.userId }] },
      counts: { players: 2, registrations: { pending: 0, confirmed: 0 } },
    })
    expect(copy.event.endsAtMs).toBe(startsAtMs + 7_200_000)
    expect(copy.event.joinCode).not.toBe(event.joinCode)
    expect(copy.teams.map(({ short, spent, squad, owners }) => [short, spent, squad, owners.length])).toEqual([
      ['AA', 0, 0, 1],
      ['BB', 0, 0, 0],
    ])
    const state = await stateOf(made.auctionId)
    expect(state.sets).toEqual(order)
    expect(Object.values(state.players).map(({ status }) => status.is)).toEqual(['waiting', 'waiting'])
    expect(state.paddles).toEqual({ [owner.userId]: team.teamId })
    expect((await api.auction.roster({ auctionId: made.auctionId })).players.map(({ name }) => name)).toEqual([
      'A One',
      'B Two',
    ])
    await expect(g.guest.event.bySlug({ slug: made.slug })).rejects.toEqual(refusal('EVENT.NOT_FOUND'))
  })

  it('CLONE-2 the same clone asked for twice, also at once, is one draft, and what is not kept is not there', async () => {
    const staff = await g.person()
    const { slug, auctionId, api } = await organised({ scorers: [staff.email] })
    await running(auctionId, api)
    const name = `Next season ${newId()}`
    const wanted = { slug, name, startsAtMs: 9e12, keep: { teams: false, staff: false, players: false } }
    const made = await Promise.all([api.event.clone(wanted), api.event.clone(wanted)])
    made.push(await api.event.clone(wanted))
    expect(new Set(made.map((one) => one.auctionId)).size).toBe(1)
    const copy = await api.event.setup({ slug: made[0]?.slug ?? '' })
    expect([copy.teams, copy.staff.scorers, copy.counts.players]).toEqual([[], [], 0])
    // Filled by what a second try asks for, as after a crash.
    await Promise.all(
      [1, 2].map(() => api.event.clone({ ...wanted, keep: { teams: true, staff: false, players: true } })),
    )
    expect((await api.event.setup({ slug: made[0]?.slug ?? '' })).counts.players).toBe(2)
  })

  it('CLONE-1 cloning is making an event: an organiser who may not create one is refused', async () => {
    const { slug, api } = await organised()
    const helper = await g.person()
    await api.event.addStaff({ slug, role: 'organiser', email: helper.email })
    const wanted = { slug, name: 'Mine now', startsAtMs: 9e12, keep: { teams: false, staff: false, players: false } }
    await expect(helper.api.event.clone(wanted)).rejects.toEqual(refusal('AUTH.FORBIDDEN'))
  })
})
