import { randomUUID } from 'node:crypto'
import { GUEST } from '@gavel/auth'
import {
  addStaff,
  eventById,
  eventBySlug,
  invitationByCode,
  invitationsOf,
  moveEvent,
  registrationById,
  teamsOf,
} from '@gavel/db'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anEvent, type Given, given } from '../given.ts'
import { createCaller } from '../router.ts'

let g: Given
beforeAll(async () => {
  g = await given()
})
afterAll(() => g.close())

const refusal = (code: string) => expect.objectContaining({ cause: expect.objectContaining({ code }) })
const HAWKS = { name: 'Hawks', short: 'HAW', colour: '#1d4ed8' }
const OWLS = { name: 'Owls', short: 'OWL', colour: '#dc2626' }

const league = async (teams = 4) => {
  const organiser = await g.person({ admin: true })
  const { slug, auctionId } = await organiser.api.event.create(anEvent({ capacity: { players: 9, teams } }))
  const { api } = organiser
  const invite = (role: 'organiser' | 'auctioneer' | 'scorer' | 'owner' | 'bidder', teamId: string | null = null) =>
    api.invitation.create({ slug, role, teamId, email: null })
  const addTeam = (team = HAWKS, owners: string[] = []) => api.auction.addTeam({ auctionId, ...team, owners })
  const event = await eventBySlug(g.services.mongo, slug)
  if (!event) throw new Error('the event is gone')
  return { ...organiser, slug, auctionId, eventId: event.id, joinCode: event.joinCode, invite, addTeam }
}
const paddles = async (auctionId: string) => (await g.services.log.load(auctionId))?.state.paddles
const at = (address: string) => createCaller({ services: g.services, actor: GUEST, session: null, address })

describe('codes', () => {
  it('CODE-1 six characters lead to an event, eight to an invitation, however they are typed', async () => {
    const { slug, joinCode, invite } = await league()
    expect(joinCode).toMatch(/^[23456789ABCDEFGHJKMNPQRSTVWXYZ]{6}$/)
    const typed = ` ${joinCode.slice(0, 3).toLowerCase()}-${joinCode.slice(3)} `
    expect(await g.guest.join.resolve({ code: typed })).toMatchObject({ kind: 'event', event: { slug } })
    const { code, path } = await invite('scorer')
    expect(code).toMatch(/^[23456789ABCDEFGHJKMNPQRSTVWXYZ]{8}$/)
    expect(path).toBe(`/join/${code}`)
    expect(await g.guest.join.resolve({ code: code.toLowerCase() })).toMatchObject({
      kind: 'invitation',
      role: 'scorer',
      state: 'open',
      yours: true,
      event: { slug },
      team: null,
      invitedBy: 'Somebody',
    })
    for (const nothing of ['', 'ABCDEF', 'ABCDEFGH', '{"$ne":null}'])
      await expect(g.guest.join.resolve({ code: nothing })).rejects.toEqual(refusal('INVITATION.NOT_FOUND'))
  })

  it('CODE-1 the code of a draft leads its staff there and nobody else, an invitation everybody', async () => {
    const organiser = await g.person({ admin: true })
    const { slug } = await organiser.api.event.create({ ...anEvent(), publish: false })
    const draft = await eventBySlug(g.services.mongo, slug)
    const code = String(draft?.joinCode)
    expect(await organiser.api.join.resolve({ code })).toMatchObject({ kind: 'event' })
    await expect(g.guest.join.resolve({ code })).rejects.toEqual(refusal('INVITATION.NOT_FOUND'))
    const invitation = await organiser.api.invitation.create({ slug, role: 'scorer', teamId: null, email: null })
    expect(await g.guest.join.resolve({ code: invitation.code })).toMatchObject({ event: { slug, status: 'draft' } })
  })

  it('CODE-2 thirty wrong codes a minute are enough for one address, right ones cost nothing', async () => {
    const { joinCode, invite } = await league()
    const [hall, guesser] = [at(`hall-${randomUUID()}`), at(`guesser-${randomUUID()}`)]
    for (let n = 0; n < 40; n += 1) await hall.join.resolve({ code: joinCode })
    const guess = () => guesser.join.resolve({ code: 'ZZZZZZZZ' })
    for (let n = 0; n < 30; n += 1) await expect(guess()).rejects.toEqual(refusal('INVITATION.NOT_FOUND'))
    await expect(guess()).rejects.toEqual(refusal('LIMIT.TOO_MANY'))
    const { code } = await invite('scorer')
    await expect(guesser.join.resolve({ code })).rejects.toEqual(refusal('LIMIT.TOO_MANY'))
  })
})

describe('inviting', () => {
  it('INVITE-1 an organiser invites to every role, and each leads where it belongs', async () => {
    const { slug, auctionId, invite, addTeam } = await league()
    const { teamId } = await addTeam()
    const roles = {
      organiser: 'desk',
      auctioneer: 'console',
      scorer: 'event',
      owner: 'paddle',
      bidder: 'paddle',
    } as const
    for (const [role, goTo] of Object.entries(roles) as [keyof typeof roles, string][]) {
      const { code } = await invite(role, role === 'owner' || role === 'bidder' ? teamId : null)
      const person = await g.person()
      expect(await person.api.invitation.accept({ code, team: null })).toEqual({ goTo, slug, auctionId })
      const { you } = await person.api.event.bySlug({ slug })
      expect(you.roles).toEqual([role === 'bidder' ? 'owner' : role])
    }
  })

  it('INVITE-1 an owner invites bidders for the own team alone, sees and revokes these, and a bidder nobody', async () => {
    const { slug, invite, addTeam } = await league()
    const [owner, bidder, stranger] = await Promise.all([g.person(), g.person(), g.person()])
    const { teamId } = await addTeam(HAWKS, [owner.email])
    const other = await addTeam(OWLS)
    const byOrganiser = await invite('bidder', teamId)
    const ask = (who: typeof owner, role: 'bidder' | 'owner' | 'scorer', team: string | null) =>
      who.api.invitation.create({ slug, role, teamId: team, email: null })
    const mine = await ask(owner, 'bidder', teamId)
    expect((await owner.api.invitation.list({ slug })).map(({ id }) => id)).toEqual([mine.id])
    for (const call of [
      () => ask(owner, 'owner', teamId),
      () => ask(owner, 'scorer', null),
      () => ask(owner, 'bidder', other.teamId),
      () => ask(stranger, 'bidder', teamId),
      () => owner.api.invitation.revoke({ slug, id: byOrganiser.id }),
      () => stranger.api.invitation.list({ slug }),
    ])
      await expect(call()).rejects.toEqual(refusal('AUTH.FORBIDDEN'))
    await bidder.api.invitation.accept({ code: mine.code, team: null })
    await expect(ask(bidder, 'bidder', teamId)).rejects.toEqual(refusal('AUTH.FORBIDDEN'))
    const second = await ask(owner, 'bidder', teamId)
    await owner.api.invitation.revoke({ slug, id: second.id })
    expect((await owner.api.invitation.list({ slug })).map(({ state }) => state)).toEqual(['revoked', 'used'])
  })

  it('INVITE-1 a bidder needs a team, and a team must be in the auction', async () => {
    const { invite } = await league()
    await expect(invite('bidder')).rejects.toEqual(refusal('TEAM.NOT_FOUND'))
    await expect(invite('owner', 'no-such-team')).rejects.toEqual(refusal('TEAM.NOT_FOUND'))
  })
})

describe('accepting', () => {
  it('INVITE-2 of ten people at once one has it, and may repeat it', async () => {
    const { slug, eventId, invite } = await league()
    const { code } = await invite('auctioneer')
    const people = await Promise.all(Array.from({ length: 10 }, () => g.person()))
    const answers = await Promise.allSettled(people.map(({ api }) => api.invitation.accept({ code, team: null })))
    const won = people.filter((_, n) => answers[n]?.status === 'fulfilled')
    expect(won).toHaveLength(1)
    for (const answer of answers)
      if (answer.status === 'rejected') expect(answer.reason).toEqual(refusal('INVITATION.USED'))
    const [winner] = won
    expect(await winner?.api.invitation.accept({ code, team: null })).toMatchObject({ goTo: 'console', slug })
    expect(await winner?.api.join.resolve({ code })).toMatchObject({ state: 'used', yours: true })
    expect(await g.guest.join.resolve({ code })).toMatchObject({ state: 'used', yours: false })
    const event = await eventById(g.services.mongo, eventId)
    expect(event?.auctioneerIds).toEqual([winner?.userId])
  })

  it('INVITE-3 a revoked, expired or used one says so, and a used one is not revoked', async () => {
    const { slug, eventId, api, invite } = await league()
    const person = await g.person()
    const [revoked, expired, used] = await Promise.all([invite('scorer'), invite('scorer'), invite('scorer')])
    expect(revoked.expiresAtMs - Date.now()).toBeGreaterThan(13.9 * 86_400_000)
    await api.invitation.revoke({ slug, id: revoked.id })
    await api.invitation.revoke({ slug, id: revoked.id })
    await g.services.mongo.connection
      .collection<{ _id: string }>('invitations')
      .updateOne({ _id: expired.id }, { $set: { expiresAtMs: Date.now() - 1 } })
    await person.api.invitation.accept({ code: used.code, team: null })
    await expect(api.invitation.revoke({ slug, id: used.id })).rejects.toEqual(refusal('INVITATION.USED'))
    const other = await g.person()
    for (const [{ code }, state] of [
      [revoked, 'revoked'],
      [expired, 'expired'],
      [used, 'used'],
    ] as const) {
      expect(await other.api.join.resolve({ code })).toMatchObject({ state })
      const asked = other.api.invitation.accept({ code, team: null })
      await expect(asked).rejects.toEqual(refusal(`INVITATION.${state.toUpperCase()}`))
    }
    expect((await invitationsOf(g.services.mongo, eventId)).map(({ usedBy }) => usedBy).filter(Boolean)).toEqual([
      person.userId,
    ])
    const stranger = await league()
    await expect(stranger.api.invitation.revoke({ slug: stranger.slug, id: used.id })).rejects.toEqual(
      refusal('INVITATION.NOT_FOUND'),
    )
  })

  it('INVITE-4 a bidder has a paddle of the team at once, also while the auction runs', async () => {
    const { auctionId, api, invite, addTeam } = await league()
    const [hawks, owls] = [await addTeam(HAWKS), await addTeam(OWLS)]
    await api.auction.start({ auctionId })
    const bidder = await g.person()
    const { code } = await invite('bidder', hawks.teamId)
    expect(await bidder.api.join.resolve({ code })).toMatchObject({ team: { ...HAWKS, teamId: hawks.teamId } })
    await bidder.api.invitation.accept({ code, team: null })
    expect(await paddles(auctionId)).toEqual({ [bidder.userId]: hawks.teamId })
    const { you } = await bidder.api.auction.byId({ auctionId })
    expect(you).toMatchObject({ teamId: hawks.teamId, mayBid: true })
    const second = await invite('owner', owls.teamId)
    const asked = bidder.api.invitation.accept({ code: second.code, team: null })
    await expect(asked).rejects.toEqual(refusal('INVITATION.OTHER_TEAM'))
    expect(await bidder.api.join.resolve({ code: second.code })).toMatchObject({ state: 'open' })
  })

  it('INVITE-5 an owner brings a team into a place, and where there is none the invitation stays open', async () => {
    const { slug, auctionId, invite, eventId } = await league(1)
    const [one, two] = [await g.person(), await g.person()]
    const [first, second] = [await invite('owner'), await invite('owner')]
    const nameless = one.api.invitation.accept({ code: first.code, team: null })
    await expect(nameless).rejects.toEqual(refusal('INVITATION.BRING_TEAM'))
    const joined = await Promise.all([1, 2].map(() => one.api.invitation.accept({ code: first.code, team: HAWKS })))
    expect(joined).toEqual([1, 2].map(() => ({ goTo: 'paddle', slug, auctionId })))
    const [team, ...others] = await teamsOf(g.services.mongo, auctionId)
    expect(others).toEqual([])
    expect(team).toMatchObject({ ...HAWKS, ownerIds: [one.userId] })
    expect(await paddles(auctionId)).toEqual({ [one.userId]: team?.teamId })
    await expect(two.api.invitation.accept({ code: second.code, team: OWLS })).rejects.toEqual(refusal('EVENT.FULL'))
    expect(await two.api.join.resolve({ code: second.code })).toMatchObject({ state: 'open', yours: true })
    const event = await eventById(g.services.mongo, eventId)
    expect(event?.taken).toEqual({ players: 0, teams: 1 })
    expect(await registrationById(g.services.mongo, String(team?.teamId))).toBeNull()
  })

  it('INVITE-5 a name that is taken, or an auction that runs, takes no team, and gives the place back', async () => {
    const { auctionId, api, invite, addTeam, eventId } = await league(4)
    await addTeam(HAWKS)
    await addTeam(OWLS)
    const person = await g.person()
    const { code } = await invite('owner')
    const kites = { name: 'Kites', short: 'KIT', colour: '#059669' }
    for (const [team, started] of [
      [HAWKS, false],
      [kites, true],
    ] as const) {
      if (started) await api.auction.start({ auctionId })
      await expect(person.api.invitation.accept({ code, team })).rejects.toEqual(refusal('AUCTION.REFUSED'))
      expect(await person.api.join.resolve({ code })).toMatchObject({ state: 'open' })
    }
    expect(await teamsOf(g.services.mongo, auctionId)).toHaveLength(2)
    const event = await eventById(g.services.mongo, eventId)
    expect(event?.taken).toMatchObject({ teams: 2 })
  })

  it('INVITE-6 one for an e-mail address is for that account alone', async () => {
    const { slug, api } = await league()
    const [meant, other] = [await g.person(), await g.person()]
    const { code, path, told } = await api.invitation.create({
      slug,
      role: 'scorer',
      teamId: null,
      email: meant.email.toUpperCase(),
    })
    expect(told).toBe(true)
    expect((await meant.api.inbox.list({ cursor: null })).items).toMatchObject([{ kind: 'staff', href: path }])
    const unknown = { slug, role: 'scorer', teamId: null, email: `${randomUUID()}@test.gavel` } as const
    expect((await api.invitation.create(unknown)).told).toBe(false)
    expect(await other.api.join.resolve({ code })).toMatchObject({ state: 'open', yours: false })
    const asked = other.api.invitation.accept({ code, team: null })
    await expect(asked).rejects.toEqual(refusal('INVITATION.OTHER_PERSON'))
    expect(await meant.api.join.resolve({ code })).toMatchObject({ yours: true })
    expect(await meant.api.invitation.accept({ code, team: null })).toMatchObject({ goTo: 'event' })
  })

  it('INVITE-7 nobody joins an event that is over, or as a guest, an operator or a bot', async () => {
    const { slug, eventId, api, invite } = await league()
    const { code } = await invite('scorer')
    const person = await g.person()
    await expect(g.guest.invitation.accept({ code, team: null })).rejects.toEqual(refusal('AUTH.SIGN_IN_FIRST'))
    await expect(g.operator.invitation.accept({ code, team: null })).rejects.toEqual(refusal('AUTH.FORBIDDEN'))
    const bot = g.as({ ...person.actor, bot: true })
    await expect(bot.invitation.accept({ code, team: null })).rejects.toEqual(refusal('AUTH.FORBIDDEN'))
    await moveEvent(g.services.mongo, eventId, ['published'], 'finished')
    const asked = person.api.invitation.accept({ code, team: null })
    await expect(asked).rejects.toEqual(refusal('INVITATION.EVENT_OVER'))
    const made = api.invitation.create({ slug, role: 'scorer', teamId: null, email: null })
    await expect(made).rejects.toEqual(refusal('INVITATION.EVENT_OVER'))
    expect((await invitationByCode(g.services.mongo, code))?.usedBy).toBeNull()
  })

  it('INVITE-8 whoever invited finds it in the inbox, once', async () => {
    const { invite, api, eventId, userId } = await league()
    await addStaff(g.services.mongo, eventId, 'organiser', userId)
    const { code } = await invite('scorer')
    const person = await g.person()
    await person.api.invitation.accept({ code, team: null })
    await person.api.invitation.accept({ code, team: null })
    const { items } = await api.inbox.list({ cursor: null })
    expect(items.filter(({ title }) => title.includes('has joined'))).toHaveLength(1)
  })
})
