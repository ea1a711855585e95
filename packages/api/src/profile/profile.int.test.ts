import { randomBytes, randomUUID } from 'node:crypto'
import { auctionById, deliverProfiles, namesOf, registrationById, setAvatar as storeAvatar, userById } from '@gavel/db'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Context } from '../context.ts'
import { anEvent, aPlayer, type Given, given, refusal } from '../given.ts'
import { setPhoto, type Upload } from '../media/photos.ts'
import { enterPool } from '../registration/enter-pool.ts'
import { setAvatar } from './avatar.ts'

let g: Given
beforeAll(async () => {
  g = await given()
})
afterAll(() => g.close())

/** One player, added by hand. */
const inForm = (auctionId: string) => ({
  auctionId,
  key: randomUUID(),
  player: { name: 'Ada', base: 300_000_000, overseas: null },
})

type Person = Awaited<ReturnType<Given['person']>>

const said = (change: Record<string, unknown> = {}) => ({
  name: 'Meher Daruwalla',
  bio: 'Bats **high** up.',
  public: true,
  playing: { role: 'Batter', country: 'India', batting: 'left' as const, bowling: null },
  ...change,
})

const sent = (bytes: Uint8Array): Upload => ({
  bytes: async (most) => (bytes.length > most ? null : bytes),
  to: async () => false,
})
const untouched: Upload = {
  bytes: () => Promise.reject(new Error('read')),
  to: () => Promise.reject(new Error('read')),
}
/** A picture that nobody else has. */
const picture = (size = 64) =>
  sharp(randomBytes(size * size * 3), { raw: { width: size, height: size, channels: 3 } })
    .png()
    .toBuffer()
const contextOf = ({ actor, session }: Pick<Context, 'actor' | 'session'>): Context => ({
  services: g.services,
  actor,
  session,
  address: 'test',
})
const keyOf = (url: string | null) => (url ?? '').slice('/media/'.length)

describe('a profile', () => {
  it('PROFILE-1 is there with the account, says what its owner says, and is read by everybody', async () => {
    const { api, userId, email } = await g.person()
    expect(await api.profile.mine()).toMatchObject({ userId, email, name: 'Somebody', bio: '', public: true })
    const saved = await api.profile.save(said())
    expect(saved).toMatchObject({ ...said(), email, avatarUrl: null })
    expect(await api.profile.mine()).toEqual(saved)
    const page = await g.guest.profile.byId({ userId })
    expect(page).toEqual({ ...said(), userId, avatarUrl: null, you: false, seasons: [] })
    expect(JSON.stringify(page)).not.toContain(email)
    expect((await api.profile.byId({ userId })).you).toBe(true)
  })

  it('PROFILE-2 a new name is the account’s everywhere, also where two changes and their delivery meet', async () => {
    const { api, userId } = await g.person()
    const { postgres } = g.services
    await Promise.all([
      ...['One', 'Two', 'Three', 'Four'].map((name) => api.profile.save(said({ name }))),
      ...Array.from({ length: 4 }, () => deliverProfiles(postgres)),
    ])
    await deliverProfiles(postgres)
    const account = await userById(postgres, userId)
    expect((await namesOf(postgres, [userId])).get(userId)).toBe(account?.name)
    expect((await api.auth.me())?.name).toBe(account?.name)
  })

  it('PROFILE-3 one that is kept back is as if it were not there, but for its owner and administrators', async () => {
    const [owner, other, admin] = [await g.person(), await g.person(), await g.person({ admin: true })]
    await owner.api.profile.save(said({ public: false }))
    const { userId } = owner
    for (const api of [g.guest, other.api, g.operator])
      await expect(api.profile.byId({ userId })).rejects.toEqual(refusal('PROFILE.NOT_FOUND'))
    for (const api of [owner.api, admin.api])
      expect(await api.profile.byId({ userId })).toMatchObject({ public: false, bio: 'Bats **high** up.' })
    await expect(g.guest.profile.byId({ userId: 'nobody' })).rejects.toEqual(refusal('PROFILE.NOT_FOUND'))
  })

  it('BAN-3 that of somebody who is shut out is not there for anybody but administrators; the name stays', async () => {
    const [person, other, admin] = [await g.person(), await g.person(), await g.person({ admin: true })]
    await person.api.profile.save(said())
    const { userId } = person
    await admin.api.admin.ban({ userId, reason: 'Bids for others.' })
    for (const api of [g.guest, other.api])
      await expect(api.profile.byId({ userId })).rejects.toEqual(refusal('PROFILE.NOT_FOUND'))
    expect(await admin.api.profile.byId({ userId })).toMatchObject({ ...said(), public: false })
    expect((await namesOf(g.services.postgres, [userId])).get(userId)).toBe(said().name)
    await admin.api.admin.unban({ userId })
    expect(await g.guest.profile.byId({ userId })).toMatchObject(said())
  })

  it('PROFILE-1 what does not fit is refused at its field, and nothing of it is stored', async () => {
    const { api } = await g.person()
    for (const change of [
      { name: '' },
      { name: 'Ada \u202egnidliub' },
      { name: { $gt: '' } },
      { bio: 'x'.repeat(4_001) },
      { bio: { $where: 'sleep(1)' } },
      { public: 'yes' },
      { playing: { role: 'x'.repeat(61) } },
      { playing: { batting: 'both' } },
      { playing: { role: 'Batter', admin: true } },
      { admin: true },
      { email: 'another@test.gavel' },
    ])
      await expect(api.profile.save(said(change) as never)).rejects.toMatchObject({ code: 'BAD_REQUEST' })
    const polluted = JSON.parse('{"__proto__": {"admin": true}, "role": "Batter"}')
    await expect(api.profile.save(said({ playing: polluted }) as never)).rejects.toMatchObject({ code: 'BAD_REQUEST' })
    expect(await api.profile.mine()).toMatchObject({ name: 'Somebody', bio: '', playing: { role: '' } })
    const { bio } = await api.profile.save(said({ bio: 'one\r\ntwo\u0001\u0007 ' }))
    expect(bio).toBe('one\ntwo')
  })

  it('PROFILE-1 only a person has one', async () => {
    for (const api of [g.guest, g.operator]) {
      await expect(api.profile.mine()).rejects.toThrow()
      await expect(api.profile.save(said())).rejects.toThrow()
      await expect(api.profile.removeAvatar()).rejects.toThrow()
    }
  })
})

describe('an avatar', () => {
  it('AVATAR-1 is drawn anew, shown, replaced and taken away; a file that nobody shows does not stay', async () => {
    const person = await g.person()
    const { api, userId } = person
    const { media } = g.services
    const first = await setAvatar(contextOf(person), sent(await picture(900)))
    const { format, width, height } = await sharp((await media.get(keyOf(first.avatarUrl))) ?? undefined).metadata()
    expect({ format, width, height }).toEqual({ format: 'webp', width: 400, height: 400 })
    expect((await g.guest.profile.byId({ userId })).avatarUrl).toBe(first.avatarUrl)
    expect((await api.auth.me())?.avatarUrl).toBe(first.avatarUrl)
    const second = await setAvatar(contextOf(person), sent(await picture()), { x: 0.5, y: 0, side: 0.5 })
    expect(await media.has(keyOf(first.avatarUrl))).toBe(false)
    await api.profile.removeAvatar()
    await api.profile.removeAvatar()
    expect((await api.profile.mine()).avatarUrl).toBeNull()
    expect(await media.has(keyOf(second.avatarUrl))).toBe(false)
  })

  it('AVATAR-1 of two at once one stays, with its file alone', async () => {
    const person = await g.person()
    const files = await Promise.all([picture(), picture(), picture()])
    const set = await Promise.all(files.map((file) => setAvatar(contextOf(person), sent(file))))
    const { avatarUrl } = await person.api.profile.mine()
    const there = await Promise.all(set.map((one) => g.services.media.has(keyOf(one.avatarUrl))))
    expect(set.filter((_, index) => there[index]).map((one) => one.avatarUrl)).toEqual([avatarUrl])
  })

  it('AVATAR-1 a picture that a pool shows too stays when either lets it go', async () => {
    const organiser = await g.person({ creator: true })
    const { auctionId } = await organiser.api.event.create(anEvent())
    const { playerId } = await organiser.api.players.add(inForm(auctionId))
    // Small and square: as an avatar and as a photo it is drawn the same.
    const file = await picture(40)
    const { avatarUrl } = await setAvatar(contextOf(organiser), sent(file))
    const { photoUrl } = await setPhoto(contextOf(organiser), auctionId, playerId, sent(file))
    expect(photoUrl).toBe(avatarUrl)
    await organiser.api.players.update({ auctionId, playerId, change: { photoUrl: null } })
    expect(await g.services.media.has(keyOf(photoUrl))).toBe(true)
    await organiser.api.profile.removeAvatar()
    expect(await g.services.media.has(keyOf(photoUrl))).toBe(false)
  })

  it('AVATAR-3 nothing is read for whoever may have none, and nothing kept of what is refused', async () => {
    const person = await g.person()
    const nobody = { actor: { userId: null, admin: false, operator: false, bot: false, creator: false }, session: null }
    await expect(setAvatar(contextOf(nobody), untouched)).rejects.toMatchObject({ code: 'AUTH.SIGN_IN_FIRST' })
    for (const as of [{ bot: true }, { operator: true }])
      await expect(
        setAvatar(contextOf({ ...person, actor: { ...person.actor, ...as } }), untouched),
      ).rejects.toMatchObject({ code: 'AUTH.FORBIDDEN' })
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')
    await expect(setAvatar(contextOf(person), sent(svg))).rejects.toMatchObject({ code: 'MEDIA.REFUSED' })
    const large = sent(new Uint8Array(16 * 1024 * 1024))
    await expect(setAvatar(contextOf(person), large)).rejects.toMatchObject({ code: 'MEDIA.TOO_LARGE' })
    expect((await person.api.profile.mine()).avatarUrl).toBeNull()
  })

  it('AVATAR-3 one person cannot keep the server drawing', async () => {
    const person = await g.person()
    const file = sent(Buffer.from('no picture'))
    const tries = await Promise.allSettled(Array.from({ length: 25 }, () => setAvatar(contextOf(person), file)))
    const codes = tries.flatMap((one) => (one.status === 'rejected' ? [one.reason.code] : []))
    expect(codes.filter((code) => code === 'LIMIT.TOO_MANY').length).toBe(5)
  })

  it('AVATAR-1 a profile that is not there gets no picture', async () => {
    expect(await storeAvatar(g.services.postgres, 'nobody', `${'0'.repeat(64)}.webp`)).toBeNull()
  })
})

describe('seasons on the page of a person', () => {
  const aSeason = async (change: Parameters<Given['person']>[0] & { listed?: boolean; pool?: boolean } = {}) => {
    const organiser = await g.person({ creator: true })
    const player = await g.person()
    const { slug, auctionId } = await organiser.api.event.create(anEvent())
    const { listed = true, pool = true } = change
    await organiser.api.event.update({ slug, shows: { listed, pool, room: true } })
    return { organiser, player, slug, auctionId }
  }

  it('PROFILE-4 tell of staff, teams and players, the latest event first', async () => {
    const { organiser, slug, auctionId } = await aSeason()
    const owner = await g.person()
    const { teamId } = await organiser.api.auction.addTeam({
      auctionId,
      name: 'Team AA',
      short: 'AA',
      colour: '#336699',
      owners: [owner.email],
    })
    const of = async ({ userId }: Person) => (await g.guest.profile.byId({ userId })).seasons
    expect(await of(organiser)).toEqual([
      expect.objectContaining({
        event: expect.objectContaining({ slug }),
        staff: ['organiser'],
        owns: [],
        player: null,
      }),
    ])
    expect(await of(owner)).toEqual([
      expect.objectContaining({ staff: [], owns: [expect.objectContaining({ teamId, short: 'AA' })], player: null }),
    ])
  })

  it('PROFILE-4 keep to themselves what their event does: unlisted ones, drafts and hidden pools', async () => {
    const { organiser, slug } = await aSeason({ listed: false })
    const { userId } = organiser
    expect((await g.guest.profile.byId({ userId })).seasons).toEqual([])
    expect((await organiser.api.profile.byId({ userId })).seasons.map(({ event }) => event.slug)).toEqual([slug])
    const draft = await g.person({ creator: true })
    await draft.api.event.create({ ...anEvent(), publish: false })
    expect((await g.guest.profile.byId({ userId: draft.userId })).seasons).toEqual([])
  })

  it('PROFILE-4 a player is linked to a person only where that person shows the page', async () => {
    const { player, slug, auctionId } = await aSeason()
    const playerId = await entered(player, slug, auctionId)
    const link = () => g.guest.profile.ofPlayer({ auctionId, playerId })
    expect(await link()).toEqual({ userId: player.userId, name: 'Somebody' })
    expect(await g.guest.profile.ofPlayer({ auctionId, playerId: 'nobody' })).toBeNull()
    const admin = await g.person({ admin: true })
    await admin.api.admin.ban({ userId: player.userId, reason: 'Bids for others.' })
    expect(await link()).toBeNull()
    await admin.api.admin.unban({ userId: player.userId })
    expect(await link()).not.toBeNull()
    await player.api.profile.save(said({ public: false }))
    expect(await link()).toBeNull()
  })

  it('PROFILE-4 a hidden pool is not told of, and a price is as soon as there is one', async () => {
    const { organiser, player, slug, auctionId } = await aSeason({ pool: false })
    const playerId = await entered(player, slug, auctionId)
    const { userId } = player
    const seen = async (api: Given['guest']) => (await api.profile.byId({ userId })).seasons
    const waiting = { playerId, role: 'Batter', base: 300_000_000, is: 'waiting', price: null, team: null }
    expect(await seen(g.guest)).toEqual([])
    expect(await g.guest.profile.ofPlayer({ auctionId, playerId })).toBeNull()
    expect(await seen(organiser.api)).toEqual([
      expect.objectContaining({ event: expect.objectContaining({ slug }), player: waiting, figures: null }),
    ])
    await organiser.api.event.update({ slug, shows: { listed: true, pool: true, room: true } })
    expect(await seen(g.guest)).toEqual([expect.objectContaining({ player: waiting })])
    const { teamId } = await organiser.api.auction.addTeam({
      auctionId,
      name: 'Team AA',
      short: 'AA',
      colour: '#336699',
    })
    const price = 1_400_000_000
    await retain(auctionId, playerId, teamId, price)
    expect(await seen(g.guest)).toEqual([
      expect.objectContaining({
        player: { ...waiting, is: 'retained', price, team: expect.objectContaining({ teamId, short: 'AA' }) },
      }),
    ])
  })

  /** A person who has registered, and whom the workers have let into the pool. @returns the player's id */
  const entered = async ({ api }: Person, slug: string, auctionId: string) => {
    const { id } = await api.event.register({ slug, details: { ...aPlayer(), age: null, caps: null } })
    const [auction, entry] = await Promise.all([
      auctionById(g.services.mongo, auctionId),
      registrationById(g.services.mongo, id),
    ])
    if (!auction || !entry) throw new Error('the entry is not there')
    await enterPool(g.services, auction, entry)
    return id
  }

  const retain = async (auctionId: string, player: string, team: string, amount: number) => {
    const retained = { type: 'RetainPlayer', player, team, amount, by: 'system' } as const
    const reply = await g.services.log.execute(auctionId, retained, { commandId: randomUUID() })
    expect(reply).toMatchObject({ ok: true })
  }
})
