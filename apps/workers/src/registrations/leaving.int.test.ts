import { leaveEvent } from '@gavel/api'
import { anEvent, aPlayer, type Given, given, refusal, teamsFor } from '@gavel/api/given'
import { eventBySlug, newId, type Registration, registrationById } from '@gavel/db'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { reconcileRegistrations } from './reconcile.ts'
import { settleRegistration } from './settle.ts'

let g: Given
beforeAll(async () => {
  g = await given()
})
afterAll(() => g.close())

type Setting = { players?: number; teams?: number; approval?: { players: boolean; owners: boolean } }

const open = async ({ players = 5, teams = 4, approval = { players: false, owners: false } }: Setting = {}) => {
  const organiser = await g.person({ creator: true })
  const { slug, auctionId } = await organiser.api.event.create({
    ...anEvent({ capacity: { players, teams } }),
    approval,
  })
  return { slug, auctionId, api: organiser.api, organiser }
}
const entry = (kind: 'player' | 'owner') =>
  kind === 'player' ? aPlayer() : { kind, team: 'Harbour Hawks', short: 'HH', colour: '#0a7cff' }

/** Somebody enters, and a worker looks at it. */
const enter = async (slug: string, kind: 'player' | 'owner' = 'player') => {
  const person = await g.person()
  const { id } = await person.api.event.register({ slug, details: entry(kind) })
  await settleRegistration(g.services, id)
  return { ...person, id }
}
const registered = async (id: string): Promise<Registration> => {
  const registration = await registrationById(g.services.mongo, id)
  if (!registration) throw new Error('no registration')
  return registration
}
const statusOf = async (id: string) => (await registered(id)).status
const stateOf = async (auctionId: string) => {
  const live = await g.services.log.load(auctionId)
  if (!live) throw new Error('no log')
  return live.state
}
const takenOf = async (slug: string) => (await eventBySlug(g.services.mongo, slug))?.taken
const act = async (auctionId: string, command: object) => {
  const reply = await g.services.log.execute(auctionId, { by: 'system', ...command } as never, { commandId: newId() })
  if (!reply.ok) throw new Error(reply.refusal.code)
}

describe('registrations with approval', () => {
  it('APPROVAL-1 where the event asks, an entry holds its place and waits for the organiser, who is told; approved twice at once it comes in once', async () => {
    const { slug, auctionId, api, organiser } = await open({ players: 1, approval: { players: true, owners: false } })
    const first = await enter(slug)
    expect(await registered(first.id)).toMatchObject({
      status: 'awaiting',
      reason: 'Your place is held until the organiser lets you in.',
    })
    expect(await takenOf(slug)).toEqual({ players: 1, teams: 0 })
    expect((await stateOf(auctionId)).players).toEqual({})
    expect((await organiser.api.inbox.list()).items).toMatchObject([{ kind: 'registration' }])
    const second = await enter(slug)
    expect(await statusOf(second.id)).toBe('waitlisted')
    expect(await api.registration.list({ slug })).toMatchObject([
      { id: first.id, email: first.email, status: 'awaiting', approved: false },
      { id: second.id, status: 'waitlisted' },
    ])
    await expect(first.api.registration.list({ slug })).rejects.toEqual(refusal('AUTH.FORBIDDEN'))
    const approve = () => api.registration.approve({ slug, ids: [first.id, 'nobody'] })
    const answers = await Promise.all([approve(), approve()])
    expect(answers.flatMap(({ approved }) => approved)).toEqual([first.id])
    await Promise.all([1, 2].map(() => settleRegistration(g.services, first.id)))
    expect(await registered(first.id)).toMatchObject({ status: 'confirmed', approvedBy: organiser.userId })
    expect(Object.keys((await stateOf(auctionId)).players)).toEqual([first.id])
    expect((await first.api.inbox.list()).items.map(({ title }) => title)[0]).toMatch(/^You are in/)
    expect(await enter(slug, 'owner').then(({ id }) => statusOf(id))).toBe('confirmed')
    await expect(first.api.registration.approve({ slug, ids: [second.id] })).rejects.toEqual(refusal('AUTH.FORBIDDEN'))
  })

  it('APPROVAL-2 who is turned away is told why and gives the place back, and may enter and be asked again', async () => {
    const { slug, api } = await open({ players: 1, approval: { players: true, owners: true } })
    const { id, api: mine } = await enter(slug)
    const next = await enter(slug)
    const reject = () => api.registration.reject({ slug, ids: [id], reason: 'Under sixteen.' })
    const answers = await Promise.all([reject(), reject()])
    expect(answers.flatMap(({ rejected }) => rejected)).toEqual([id])
    await settleRegistration(g.services, id)
    expect(await registered(id)).toMatchObject({ status: 'rejected', reason: 'Under sixteen.' })
    expect((await mine.inbox.list()).items[0]).toMatchObject({ words: 'Under sixteen.' })
    expect(await statusOf(next.id)).toBe('awaiting')
    expect(await takenOf(slug)).toEqual({ players: 1, teams: 0 })
    await mine.event.register({ slug, details: aPlayer() })
    await settleRegistration(g.services, id)
    expect(await registered(id)).toMatchObject({ status: 'waitlisted', approvedBy: null })
    expect((await api.registration.reject({ slug, ids: ['nobody'], reason: 'x' })).rejected).toEqual([])
  })

  it('APPROVAL-3 who waits for a place can be approved ahead, and where the event asks no longer those who wait come in', async () => {
    const { slug, api } = await open({ players: 1, approval: { players: true, owners: false } })
    const [first, second, third] = [await enter(slug), await enter(slug), await enter(slug)]
    await api.registration.approve({ slug, ids: [second.id] })
    await settleRegistration(g.services, second.id)
    expect(await statusOf(second.id)).toBe('waitlisted')
    await api.event.update({ slug, capacity: { players: 3, teams: 4 } })
    expect(await reconcileRegistrations(g.services, Date.now())).toBe(2)
    for (const { id } of [second, third]) await settleRegistration(g.services, id)
    expect([await statusOf(first.id), await statusOf(second.id), await statusOf(third.id)]).toEqual([
      'awaiting',
      'confirmed',
      'awaiting',
    ])
    await api.event.update({ slug, approval: { players: false, owners: false } })
    expect(await reconcileRegistrations(g.services, Date.now())).toBe(2)
    for (const { id } of [first, third]) await settleRegistration(g.services, id)
    expect([await statusOf(first.id), await statusOf(third.id)]).toEqual(['confirmed', 'confirmed'])
  })
})

describe('leaving', () => {
  it('LEAVE-1 who withdraws before the start is gone from the pool as if never there, once, and the place is free', async () => {
    const { slug, auctionId, api } = await open({ players: 1 })
    const { id, api: mine } = await enter(slug)
    const next = await enter(slug)
    const withdrawn = await Promise.all([
      mine.registration.withdraw({ slug, id }),
      api.registration.withdraw({ slug, id }),
    ])
    expect(withdrawn.map(({ status }) => status)).toEqual(['withdrawn', 'withdrawn'])
    await settleRegistration(g.services, id)
    expect(Object.keys((await stateOf(auctionId)).players)).toEqual([next.id])
    expect((await api.auction.roster({ auctionId })).players).toMatchObject([{ playerId: next.id }])
    expect(await takenOf(slug)).toEqual({ players: 1, teams: 0 })
    expect(await statusOf(next.id)).toBe('confirmed')
    await expect(mine.registration.withdraw({ slug, id: next.id })).rejects.toEqual(refusal('AUTH.FORBIDDEN'))
    await expect(api.registration.withdraw({ slug, id: 'nobody' })).rejects.toEqual(refusal('REGISTRATION.NOT_FOUND'))
  })

  it('LEAVE-1 who withdraws while a worker lets them in is out in the end', async () => {
    const { slug, auctionId } = await open()
    for (let round = 0; round < 5; round += 1) {
      const person = await g.person()
      const { id } = await person.api.event.register({ slug, details: aPlayer() })
      await Promise.all([settleRegistration(g.services, id), person.api.registration.withdraw({ slug, id })])
      await settleRegistration(g.services, id)
      expect(await statusOf(id)).toBe('withdrawn')
      expect((await stateOf(auctionId)).players).toEqual({})
    }
    expect(await takenOf(slug)).toEqual({ players: 0, teams: 0 })
  })

  it('LEAVE-1 an owner who withdraws before the start takes the team along; the organiser who removes it withdraws the owner', async () => {
    const { slug, auctionId, api } = await open({ teams: 1 })
    const owner = await enter(slug, 'owner')
    expect(Object.keys((await stateOf(auctionId)).teams)).toEqual([owner.id])
    await owner.api.registration.withdraw({ slug, id: owner.id })
    expect([(await stateOf(auctionId)).teams, (await stateOf(auctionId)).paddles]).toEqual([{}, {}])
    const other = await enter(slug, 'owner')
    expect(await statusOf(other.id)).toBe('confirmed')
    await api.auction.removeTeam({ auctionId, teamId: other.id })
    expect(await registered(other.id)).toMatchObject({
      status: 'withdrawn',
      reason: 'The organiser took this team out.',
    })
    expect((await other.api.inbox.list()).items[0]?.title).toMatch(/^You no longer take part/)
    expect(await takenOf(slug)).toEqual({ players: 0, teams: 0 })
  })

  it('LEAVE-2 after the start a player who waits is withdrawn in the log, and who is on the block, sold, or owns a team stays', async () => {
    const { slug, auctionId, api } = await open()
    await teamsFor(api, auctionId, ['AA'])
    const [waiting, called, owner] = [await enter(slug), await enter(slug), await enter(slug, 'owner')]
    await api.auction.start({ auctionId })
    await act(auctionId, { type: 'OpenLot', player: called.id })
    const leave = (who: typeof called) => who.api.registration.withdraw({ slug, id: who.id })
    await expect(leave(called)).rejects.toThrow('This player is up for sale just now.')
    await act(auctionId, { type: 'PlaceBid', lot: 1, amount: 300_000_000, floorTeam: owner.id })
    await act(auctionId, { type: 'Hammer', lot: 1, bid: (await stateOf(auctionId)).seq })
    await expect(leave(called)).rejects.toThrow('This player was sold and belongs to a team.')
    await expect(leave(owner)).rejects.toThrow('The auction has started: its teams stay.')
    expect((await leave(waiting)).status).toBe('withdrawn')
    expect((await stateOf(auctionId)).players[waiting.id]?.status.is).toBe('withdrawn')
    expect([await statusOf(called.id), await statusOf(owner.id)]).toEqual(['confirmed', 'confirmed'])
    await act(auctionId, { type: 'EndAuction' })
    await expect(leave(called)).rejects.toEqual(refusal('REGISTRATION.IN_PLAY'))
  })

  it('LEAVE-3 who left may enter again, and what lags behind of the old entry does not throw them out', async () => {
    const { slug, auctionId } = await open()
    const person = await enter(slug)
    await person.api.registration.withdraw({ slug, id: person.id })
    const left = await registered(person.id)
    await person.api.event.register({ slug, details: aPlayer('Another Name') })
    await settleRegistration(g.services, person.id)
    expect(await statusOf(person.id)).toBe('confirmed')
    expect((await g.guest.auction.roster({ auctionId })).players).toMatchObject([{ name: 'Another Name' }])
    // A worker that had read the entry when it was withdrawn, and comes to act on it only now.
    await leaveEvent(g.services, left, 'system')
    await settleRegistration(g.services, person.id)
    expect(await statusOf(person.id)).toBe('confirmed')
    expect((await stateOf(auctionId)).players[person.id]?.status.is).toBe('waiting')
    expect((await g.guest.auction.roster({ auctionId })).players).toMatchObject([{ name: 'Another Name' }])
    expect(await takenOf(slug)).toEqual({ players: 1, teams: 0 })
  })
})
