import { writeFile } from 'node:fs/promises'
import { readAudit } from '@gavel/db'
import { MAX_PICTURE_BYTES } from '@gavel/media'
import { type Zippable, zipSync } from 'fflate'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Context } from '../context.ts'
import { anEvent, type Given, given } from '../given.ts'
import { setLogo, setPhoto, setPhotos, type Upload } from './photos.ts'

let g: Given
beforeAll(async () => {
  g = await given()
})
afterAll(() => g.close())

/** A picture that no other test makes, so that nobody else shows it. */
const picture = () =>
  sharp({
    create: {
      width: 60,
      height: 80,
      channels: 3,
      background: '#fff',
      noise: { type: 'gaussian', mean: 128, sigma: 40 },
    },
  })
    .jpeg()
    .toBuffer()

const sent = (bytes: Uint8Array): Upload => ({
  bytes: async (most) => (bytes.length > most ? null : bytes),
  to: async (path, most) => {
    if (bytes.length <= most) await writeFile(path, bytes)
    return bytes.length <= most
  },
})
/** A file that must never be asked for. */
const untouched: Upload = {
  bytes: () => Promise.reject(new Error('read')),
  to: () => Promise.reject(new Error('read')),
}
const zipOf = (files: Zippable) => sent(zipSync(files))
const keyOf = (url: string) => url.slice('/media/'.length)

const aPool = async () => {
  const person = await g.person({ creator: true })
  const { api } = person
  const { auctionId } = await api.event.create(anEvent())
  const list = 'Name,Base Price\nAda One,30 lakh\nBea Two,30 lakh\nLalit Yadav,30 lakh\nLalit Yadav,50 lakh\n'
  const { importId } = await api.players.import({
    auctionId,
    file: { name: 'list.csv', base64: Buffer.from(list).toString('base64') },
  })
  const rows = await api.players.list({ auctionId })
  const idOf = (name: string) => rows.find((row) => row.name === name)?.playerId ?? ''
  const ctx: Context = { services: g.services, actor: person.actor, session: null, address: 'test' }
  const photoOf = async (name: string) =>
    (await api.players.list({ auctionId })).find((row) => row.name === name)?.photoUrl ?? null
  const names = async () => (await g.services.log.load(auctionId))?.state.names ?? -1
  return { api, auctionId, importId: importId ?? '', idOf, ctx, photoOf, names }
}

describe('photos', () => {
  it('PHOTO-4 a photo is kept, shown, told to rooms, replaced and taken away; nothing that nobody shows stays', async () => {
    const { api, auctionId, idOf, ctx, photoOf, names } = await aPool()
    const { media } = g.services
    const before = await names()
    const first = await setPhoto(ctx, auctionId, idOf('Ada One'), sent(await picture()))
    expect(await photoOf('Ada One')).toBe(first.photoUrl)
    expect(await names()).toBe(before + 1)
    const { format } = await sharp((await media.get(keyOf(first.photoUrl))) ?? undefined).metadata()
    expect(format).toBe('webp')
    const second = await setPhoto(ctx, auctionId, idOf('Ada One'), sent(await picture()))
    expect(await media.has(keyOf(first.photoUrl))).toBe(false)
    await api.players.update({ auctionId, playerId: idOf('Ada One'), change: { photoUrl: null } })
    expect(await photoOf('Ada One')).toBeNull()
    expect(await media.has(keyOf(second.photoUrl))).toBe(false)
  })

  it('PHOTO-4 a picture that somebody else shows too stays', async () => {
    const { api, auctionId, idOf, ctx } = await aPool()
    const bytes = await picture()
    const { photoUrl } = await setPhoto(ctx, auctionId, idOf('Ada One'), sent(bytes))
    await Promise.all(['Ada One', 'Bea Two'].map((name) => setPhoto(ctx, auctionId, idOf(name), sent(bytes))))
    await api.players.remove({ auctionId, playerIds: [idOf('Ada One')] })
    expect(await g.services.media.has(keyOf(photoUrl))).toBe(true)
    await api.players.remove({ auctionId, playerIds: [idOf('Bea Two')] })
    expect(await g.services.media.has(keyOf(photoUrl))).toBe(false)
  })

  it('PHOTO-4 the same picture given and taken away at once is there where it is shown', async () => {
    const { api, auctionId, idOf, ctx, photoOf } = await aPool()
    const bytes = await picture()
    for (let round = 0; round < 5; round += 1) {
      await setPhoto(ctx, auctionId, idOf('Ada One'), sent(bytes))
      await Promise.all([
        setPhoto(ctx, auctionId, idOf('Bea Two'), sent(bytes)),
        api.players.update({ auctionId, playerId: idOf('Ada One'), change: { photoUrl: null } }),
      ])
      const url = await photoOf('Bea Two')
      expect(url && (await g.services.media.has(keyOf(url)))).toBe(true)
      await api.players.update({ auctionId, playerId: idOf('Bea Two'), change: { photoUrl: null } })
    }
  })

  it('PHOTO-4 an import that is taken back takes its players’ photos along', async () => {
    const { api, auctionId, importId, idOf, ctx } = await aPool()
    const { photoUrl } = await setPhoto(ctx, auctionId, idOf('Ada One'), sent(await picture()))
    await api.players.undoImport({ auctionId, importId })
    expect(await g.services.media.has(keyOf(photoUrl))).toBe(false)
  })

  it('PHOTO-5 a zip’s pictures go to the players they are named after; the others are told, never guessed', async () => {
    const { auctionId, idOf, ctx, photoOf, names } = await aPool()
    const before = await names()
    const report = await setPhotos(
      ctx,
      auctionId,
      zipOf({
        'photos/ada_one.jpg': await picture(),
        'photos/Lalit Yadav.png': await picture(),
        'photos/Bea Two.jpg': new TextEncoder().encode('no picture'),
        'photos/Nobody Known.jpg': await picture(),
      }),
    )
    expect(report).toEqual({
      matched: [
        {
          file: 'photos/ada_one.jpg',
          playerId: idOf('Ada One'),
          name: 'Ada One',
          photoUrl: await photoOf('Ada One'),
          exact: true,
        },
      ],
      ambiguous: [{ file: 'photos/Lalit Yadav.png', couldBe: expect.objectContaining({ length: 2 }) }],
      unmatched: ['photos/Nobody Known.jpg'],
      refused: [{ file: 'photos/Bea Two.jpg', reason: expect.stringMatching(/not a picture/) }],
      without: 3,
    })
    expect(await photoOf('Lalit Yadav')).toBeNull()
    expect(await names()).toBe(before + 1)
    await expect(setPhotos(ctx, auctionId, sent(new TextEncoder().encode('no zip')))).rejects.toThrow(/not a zip/)
  })

  it('PHOTO-6 nothing is read of a file that may not come, and nothing kept of one that is too large or for nobody', async () => {
    const { auctionId, idOf, ctx } = await aPool()
    const stranger: Context = { ...ctx, actor: (await g.person()).actor }
    for (const ask of [
      () => setPhoto(stranger, auctionId, idOf('Ada One'), untouched),
      () => setPhotos(stranger, auctionId, untouched),
      () => setLogo(stranger, auctionId, 'team', untouched),
    ])
      await expect(ask()).rejects.toMatchObject({ code: 'AUTH.FORBIDDEN' })
    const large = sent(new Uint8Array(MAX_PICTURE_BYTES + 1))
    await expect(setPhoto(ctx, auctionId, idOf('Ada One'), large)).rejects.toMatchObject({ code: 'MEDIA.TOO_LARGE' })
    await expect(setPhoto(ctx, auctionId, 'nobody', sent(await picture()))).rejects.toMatchObject({
      code: 'AUCTION.NO_PLAYER',
    })
  })
})

describe('logos', () => {
  it('LOGO-1 an organiser gives every team its logo, an owner the own one, and rooms are told', async () => {
    const { api, auctionId, ctx, names } = await aPool()
    const owner = await g.person()
    const add = (short: string, owners: string[] = []) =>
      api.auction.addTeam({ auctionId, name: `Team ${short}`, short, colour: '#336699', owners })
    const mine = await add('AA', [owner.email])
    const other = await add('BB')
    const before = await names()
    const first = await setLogo(ctx, auctionId, other.teamId, sent(await picture()))
    const asOwner: Context = { ...ctx, actor: owner.actor }
    const second = await setLogo(asOwner, auctionId, mine.teamId, sent(await picture()))
    expect(await names()).toBe(before + 2)
    const { teams } = await g.guest.auction.roster({ auctionId })
    expect(teams.map(({ short, logoUrl }) => [short, logoUrl])).toEqual([
      ['AA', second.logoUrl],
      ['BB', first.logoUrl],
    ])
    await expect(setLogo(asOwner, auctionId, other.teamId, untouched)).rejects.toMatchObject({ code: 'AUTH.FORBIDDEN' })
    await expect(setLogo(ctx, auctionId, 'nobody', untouched)).rejects.toMatchObject({ code: 'TEAM.NOT_FOUND' })
  })

  it('AUDIT-1 what administrators upload, and whom an upload was refused, is kept like any other act', async () => {
    const { auctionId, idOf, ctx } = await aPool()
    const admin = await g.person({ admin: true })
    const stranger = await g.person()
    await setPhoto({ ...ctx, actor: admin.actor }, auctionId, idOf('Ada One'), sent(await picture()))
    await expect(setPhotos({ ...ctx, actor: stranger.actor }, auctionId, untouched)).rejects.toThrow()
    const lines = (
      await Promise.all([admin, stranger].map(({ userId }) => readAudit(g.services.postgres, { actorId: userId })))
    ).flat()
    expect(lines).toContainEqual(
      expect.objectContaining({
        actorId: admin.userId,
        action: 'players.setPhoto',
        subject: `auction:${auctionId}`,
        allowed: true,
      }),
    )
    expect(lines).toContainEqual(
      expect.objectContaining({ actorId: stranger.userId, action: 'players.setPhotos', allowed: false }),
    )
  })
})
