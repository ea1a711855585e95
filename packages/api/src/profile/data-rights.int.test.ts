import { randomBytes } from 'node:crypto'
import {
  auctionArchive,
  auctionById,
  DEFAULT_ENTRY,
  DELETED_NAME,
  deleteAccount,
  forgetPersonIn,
  insertNotifications,
  listDeletions,
  listNotifications,
  namesOf,
  ownData,
  playerById,
  registrationById,
  userByEmail,
  userById,
} from '@gavel/db'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Context } from '../context.ts'
import { anEvent, aPlayer, type Given, given, refusal } from '../given.ts'
import { setPhoto, type Upload } from '../media/photos.ts'
import { enterPool } from '../registration/enter-pool.ts'
import { setAvatar } from './avatar.ts'
import { exportMine } from './export.ts'
import { forgetDeleted } from './forget-person.ts'
import { ownEntries } from './own-entries.ts'

let g: Given
beforeAll(async () => {
  g = await given()
})
afterAll(() => g.close())

type Person = Awaited<ReturnType<Given['person']>>

const contextOf = ({ actor, session }: Pick<Context, 'actor' | 'session'>): Context => ({
  services: g.services,
  actor,
  session,
  address: 'test',
})
const LONG_AGO = { sid: 'x', provedAtMs: 0 }
const sent = (bytes: Uint8Array): Upload => ({ bytes: async () => bytes, to: async () => false })
const picture = () =>
  sharp(randomBytes(64 * 64 * 3), { raw: { width: 64, height: 64, channels: 3 } })
    .png()
    .toBuffer()
const keyOf = (url: string | null) => (url ?? '').slice('/media/'.length)

const textOf = async (pieces: AsyncGenerator<string>) => {
  let text = ''
  for await (const piece of pieces) text += piece
  return text
}
const exported = async (person: Person) => JSON.parse(await textOf(await exportMine(contextOf(person))))

/** A person who is in the pool of an event, with a photo there and a picture of the own, under a name that nobody else has. */
const aPlayerOf = async (organiser: Person) => {
  const player = await g.person()
  const name = `Perpetua ${randomBytes(8).toString('hex')}`
  const { slug, auctionId } = await organiser.api.event.create(anEvent())
  await player.api.profile.save({
    name,
    bio: 'Reads **everything**.',
    public: true,
    playing: { role: 'Batter', country: 'India', batting: null, bowling: null },
  })
  const { avatarUrl } = await setAvatar(contextOf(player), sent(await picture()))
  const { id } = await player.api.event.register({ slug, details: { ...aPlayer(name), age: 31, caps: 4 } })
  const [auction, entry] = await Promise.all([
    auctionById(g.services.mongo, auctionId),
    registrationById(g.services.mongo, id),
  ])
  if (!auction || !entry) throw new Error('the entry is not there')
  await enterPool(g.services, auction, entry)
  const { photoUrl } = await setPhoto(contextOf(organiser), auctionId, id, sent(await picture()))
  return { player, name, slug, auctionId, playerId: id, avatarUrl, photoUrl }
}

describe('an export', () => {
  it('DATA-1 holds everything about the person, and of others nothing but ids', async () => {
    const organiser = await g.person({ creator: true })
    const { player, name, slug, auctionId, playerId, avatarUrl, photoUrl } = await aPlayerOf(organiser)
    await insertNotifications(
      g.services.mongo,
      Array.from({ length: 450 }, (_, index) => ({
        userId: player.userId,
        kind: 'event' as const,
        key: `note:${index}`,
        title: `Note ${index}`,
        words: '',
        href: '/',
        letter: 'none' as const,
      })),
      Date.now(),
    )
    const mine = await exported(player)
    expect(mine).toMatchObject({
      account: { id: player.userId, email: player.email, name },
      profile: { bio: 'Reads **everything**.', avatar: avatarUrl, playing: { role: 'Batter' } },
      sessions: [expect.objectContaining({ kind: 'browser' })],
      registrations: [expect.objectContaining({ id: playerId, details: expect.objectContaining({ age: 31 }) })],
      inPools: [expect.objectContaining({ auctionId, playerId, photoUrl })],
    })
    expect(mine.notifications.length).toBeGreaterThanOrEqual(450)
    expect(JSON.stringify(mine)).not.toContain(organiser.email)
    const theirs = await exported(organiser)
    expect(theirs.appointments).toEqual([expect.objectContaining({ slug })])
    expect(JSON.stringify(theirs)).not.toContain(name)
  })

  it('DATA-1 holds nothing that anybody could sign in with', async () => {
    const person = await g.person()
    const kept = await ownData(g.services.postgres, person.userId)
    const { passwordHash } = (await g.services.postgres.prisma.user.findUnique({ where: { id: person.userId } })) ?? {}
    const text = await textOf(await exportMine(contextOf(person)))
    expect(passwordHash).toMatch(/^\$argon2id/)
    expect(text).not.toContain('argon2')
    expect(Object.keys(kept?.account ?? {})).not.toContain('passwordHash')
  })

  it('DATA-1 holds what the person did in the logs of auctions', async () => {
    const organiser = await g.person({ creator: true })
    const { auctionId } = await organiser.api.event.create(anEvent())
    await organiser.api.auction.addTeam({ auctionId, name: 'Team AA', short: 'AA', colour: '#336699' })
    await g.services.log.archiveTo(auctionArchive(g.services.mongo), auctionId)
    const { acts } = await exported(organiser)
    expect(acts).toContainEqual(expect.objectContaining({ log: `auction:${auctionId}`, type: 'TeamAdded' }))
  })

  it('DATA-2 is for the person alone, who has shown again who that is', async () => {
    const person = await g.person()
    const guest = { actor: { ...person.actor, userId: null }, session: null }
    await expect(exportMine(contextOf(guest))).rejects.toMatchObject({ code: 'AUTH.SIGN_IN_FIRST' })
    for (const session of [null, LONG_AGO])
      await expect(exportMine(contextOf({ ...person, session }))).rejects.toMatchObject({ code: 'AUTH.PROVE_FIRST' })
  })
})

describe('a deletion', () => {
  it('DATA-3 leaves the record of an auction and nothing of the person in any store', async () => {
    const organiser = await g.person({ creator: true })
    const { player, name, auctionId, playerId, avatarUrl, photoUrl } = await aPlayerOf(organiser)
    const { userId, email } = player
    const { postgres, mongo, media } = g.services
    const { teamId } = await organiser.api.auction.addTeam({
      auctionId,
      name: 'Team AA',
      short: 'AA',
      colour: '#336699',
    })
    const retained = {
      type: 'RetainPlayer',
      player: playerId,
      team: teamId,
      amount: 900_000_000,
      by: 'system',
    } as const
    await g.services.log.execute(auctionId, retained, { commandId: `retain-${playerId}` })
    const namesBefore = (await g.services.log.load(auctionId))?.state.names ?? 0

    await player.api.profile.deleteAccount({ email: email.toUpperCase() })

    const account = await userById(postgres, userId)
    expect(account).toMatchObject({ name: DELETED_NAME, email: `deleted:${userId}`, admin: false })
    expect(await userByEmail(postgres, email)).toBeNull()
    expect((await namesOf(postgres, [userId])).get(userId)).toBe(DELETED_NAME)
    await expect(g.guest.profile.byId({ userId })).rejects.toEqual(refusal('PROFILE.NOT_FOUND'))
    expect(await ownData(postgres, userId)).toMatchObject({ sessions: [], passkeys: [], identities: [], letters: [] })
    expect(await playerById(mongo, auctionId, playerId)).toMatchObject({
      ...{ userId, name: DELETED_NAME, country: '', age: null, caps: null, photoUrl: null, role: 'Batter' },
    })
    expect((await registrationById(mongo, playerId))?.details).toMatchObject({ name: DELETED_NAME, age: null })
    expect(await listNotifications(mongo, userId, { after: null, limit: 10 })).toEqual([])
    for (const url of [avatarUrl, photoUrl]) expect(await media.has(keyOf(url))).toBe(false)
    // What was auctioned stands as it stood, under the same id, and rooms are told to read the names again.
    const { state } = (await g.services.log.load(auctionId)) ?? {}
    expect(state?.players[playerId]?.status).toMatchObject({ is: 'retained', amount: 900_000_000 })
    expect(state?.names).toBeGreaterThan(namesBefore)
    expect(await listDeletions(postgres, 1_000)).not.toContainEqual(expect.objectContaining({ userId }))
    expect(await traces(userId, [name, email])).toEqual([])
  })

  /** Where any of these words still stands: MongoDB whole, and what PostgreSQL keeps under the id. */
  const traces = async (userId: string, words: string[]) => {
    const { mongo, postgres } = g.services
    const collections = (await mongo.connection.listCollections()).map((collection) => collection.name)
    const stored = await Promise.all(
      collections.map(async (where) => ({ where, rows: await mongo.connection.collection(where).find({}).toArray() })),
    )
    const rows = await postgres.prisma.$queryRaw`
      SELECT to_jsonb(u) AS row FROM auth.users u WHERE id = ${userId}
      UNION ALL SELECT to_jsonb(p) FROM profile.user_profiles p WHERE user_id = ${userId}
      UNION ALL SELECT to_jsonb(o) FROM auth.outbox o WHERE payload->>'userId' = ${userId}
      UNION ALL SELECT to_jsonb(a) FROM auth.audit_entries a WHERE actor_id = ${userId} OR subject LIKE ${`%${userId}%`}`
    return [...stored, { where: 'PostgreSQL', rows }]
      .filter(({ rows: kept }) => words.some((word) => JSON.stringify(kept).includes(word)))
      .map(({ where }) => where)
  }

  it('DATA-3 an entry that nothing came of yet is withdrawn, and its place is free again', async () => {
    const organiser = await g.person({ creator: true })
    const { player, auctionId, playerId, slug } = await aPlayerOf(organiser)
    await player.api.profile.deleteAccount({ email: player.email })
    expect((await registrationById(g.services.mongo, playerId))?.status).toBe('withdrawn')
    expect(await playerById(g.services.mongo, auctionId, playerId)).toBeNull()
    expect((await g.guest.event.bySlug({ slug })).taken.players).toBe(0)
  })

  it('DATA-3 the address may be registered again, as somebody else', async () => {
    const { api, email, userId } = await g.person()
    await api.profile.deleteAccount({ email })
    const again = await g.services.postgres.prisma.user.findFirst({ where: { email } })
    expect(again).toBeNull()
    expect((await userById(g.services.postgres, userId))?.email).not.toContain('@')
  })

  it('DATA-4 what a crash has left is forgotten by the next sweep, and a sweep may be repeated', async () => {
    const organiser = await g.person({ creator: true })
    const { player, avatarUrl, photoUrl, playerId, auctionId } = await aPlayerOf(organiser)
    expect(await deleteAccount(g.services.postgres, player.userId)).toMatchObject({ is: 'deleted' })
    expect(await g.services.media.has(keyOf(avatarUrl))).toBe(true)
    await Promise.all([forgetDeleted(g.services), forgetDeleted(g.services)])
    await forgetDeleted(g.services)
    for (const url of [avatarUrl, photoUrl]) expect(await g.services.media.has(keyOf(url))).toBe(false)
    expect(await playerById(g.services.mongo, auctionId, playerId)).toMatchObject({ name: DELETED_NAME })
    expect(await deleteAccount(g.services.postgres, player.userId)).toEqual({ is: 'none' })
  })

  it('DATA-1, DATA-3 what a person answered, and when they were born, is theirs to take along and nobody else’s, and goes with them', async () => {
    const organiser = await g.person({ creator: true })
    const { slug } = await organiser.api.event.create(anEvent())
    const questions = [{ id: 'shirt', words: 'Shirt size', required: true, asks: 'text' as const, maxLength: 9 }]
    const players = { ...DEFAULT_ENTRY.players, questions, seats: 3 }
    await organiser.api.event.update({ slug, entry: { ...DEFAULT_ENTRY, players } } as never)
    const [captain, member] = [await g.person(), await g.person()]
    const said = { born: '2001-02-03', answers: { shirt: 'XL' } }
    const { id, joinPath } = await captain.api.event.register({ slug, details: aPlayer(), seats: 2, ...said } as never)
    const key = new URL(joinPath ?? '', 'http://here').searchParams.get('key') ?? ''
    await member.api.registration.takeSeat({ slug, id, key, details: aPlayer(), ...said } as never)
    const told = async () =>
      (await registrationById(g.services.mongo, id))?.changes.flatMap((change) =>
        change.type === 'Entered' ? [change.captain] : change.type === 'SeatTaken' ? [change.entrant] : [],
      )
    expect(await told()).toMatchObject([said, said])
    const nothing = { born: null, answers: {} }
    const [[captains], [members]] = [
      await ownEntries(g.services.mongo, captain.userId, 9),
      await ownEntries(g.services.mongo, member.userId, 9),
    ]
    expect(captains?.changes).toMatchObject([{ captain: said }, { entrant: { ...nothing, person: member.userId } }])
    expect(members).toMatchObject({ memberOf: id, seat: { group: id, said } })
    await forgetPersonIn(g.services.mongo, member, DELETED_NAME)
    expect(await told()).toMatchObject([said, { ...nothing, person: member.userId }])
    await forgetPersonIn(g.services.mongo, captain, DELETED_NAME)
    expect(await told()).toMatchObject([nothing, nothing])
  })

  it('DATA-5 is refused with the way out to whoever an open event needs', async () => {
    const organiser = await g.person({ creator: true })
    const { slug, auctionId } = await organiser.api.event.create(anEvent())
    const name = (await g.guest.event.bySlug({ slug })).name
    expect(await organiser.api.profile.hindrances()).toEqual([{ is: 'organises', slug, name }])
    await expect(organiser.api.profile.deleteAccount({ email: organiser.email })).rejects.toMatchObject({
      cause: { code: 'PROFILE.NEEDED', message: expect.stringContaining(name) },
    })
    const owner = await g.person()
    await organiser.api.auction.addTeam({
      auctionId,
      name: 'Team AA',
      short: 'AA',
      colour: '#336699',
      owners: [owner.email],
    })
    expect(await owner.api.profile.hindrances()).toEqual([])
    await g.services.mongo.connection
      .collection('auctions')
      .updateOne({ _id: auctionId as never }, { $set: { status: 'running' } })
    expect(await owner.api.profile.hindrances()).toEqual([{ is: 'bids', slug, name }])
    await expect(owner.api.profile.deleteAccount({ email: owner.email })).rejects.toEqual(refusal('PROFILE.NEEDED'))
    await g.services.mongo.connection
      .collection('auctions')
      .updateOne({ _id: auctionId as never }, { $set: { status: 'scheduled' } })
    await owner.api.profile.deleteAccount({ email: owner.email })
    expect((await g.services.log.load(auctionId))?.state.paddles[owner.userId]).toBeUndefined()
    const second = await g.person()
    await organiser.api.event.addStaff({ slug, role: 'organiser', email: second.email })
    await organiser.api.profile.deleteAccount({ email: organiser.email })
    const { organisers } = (await second.api.event.setup({ slug })).staff
    expect(organisers.map(({ userId }) => userId)).toEqual([second.userId])
  })

  it('DATA-5 asks twice: for a fresh proof, and for the address', async () => {
    const { actor, api, email, userId } = await g.person()
    for (const session of [null, LONG_AGO])
      await expect(g.as(actor, session).profile.deleteAccount({ email })).rejects.toEqual(refusal('AUTH.PROVE_FIRST'))
    await expect(api.profile.deleteAccount({ email: 'another@test.gavel' })).rejects.toEqual(
      refusal('PROFILE.OTHER_EMAIL'),
    )
    await expect(g.guest.profile.deleteAccount({ email })).rejects.toEqual(refusal('AUTH.SIGN_IN_FIRST'))
    expect((await userById(g.services.postgres, userId))?.email).toBe(email)
  })
})
