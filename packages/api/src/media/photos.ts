import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Auction, type AuctionPlayer, changePlayer, changeTeam, playersOf, teamsOf } from '@gavel/db'
import { MAX_PICTURE_BYTES, MAX_ZIP_BYTES, MediaError, openZip, type ZippedFile } from '@gavel/media'
import { matchFiles } from '@gavel/player-list'
import type { Context } from '../context.ts'
import { AppError } from '../errors.ts'
import { noteNames } from '../pool/note-names.ts'
import { auctionAndEvent, audited, authorise } from '../trpc.ts'
import { keepPicture, orRefused } from './pictures.ts'

/** A file on its way, which is read once it is known that it may come. */
export type Upload = {
  /** @returns null where it is longer than that */
  bytes: (most: number) => Promise<Uint8Array | null>
  /** Writes it into a new file. @returns false where it is longer than that */
  to: (path: string, most: number) => Promise<boolean>
}

type NamedPlayer = { playerId: string; name: string }

/** What became of the files of a zip. Whatever could be meant in two ways is told and was not used. */
export type PhotoReport = {
  /** `exact`: the file is spelt as the player is; the others are worth a look. */
  matched: (NamedPlayer & { file: string; photoUrl: string; exact: boolean })[]
  ambiguous: { file: string; couldBe: NamedPlayer[] }[]
  /** Files that are named after nobody. */
  unmatched: string[]
  /** Files that are no pictures, with the reason. */
  refused: { file: string; reason: string }[]
  /** Players who still have no photo. */
  without: number
}

/**
 * Gives a player a photo.
 * @throws AppError AUCTION.NOT_FOUND, AUTH.FORBIDDEN, AUCTION.NO_PLAYER, MEDIA.REFUSED, AUCTION.UNAVAILABLE
 */
export const setPhoto = (
  ctx: Context,
  auctionId: string,
  playerId: string,
  upload: Upload,
): Promise<{ playerId: string; photoUrl: string }> =>
  audited(ctx, 'players.setPhoto', { auctionId }, async () => {
    const { services, actor } = ctx
    const { auction, subject } = await auctionAndEvent(ctx, auctionId)
    authorise(actor, 'auction.correct', subject)
    const photoUrl = await keepPhoto(ctx, auctionId, playerId, await pictureIn(upload))
    await noteNames(services, auction, actor.userId ?? 'system')
    return { playerId, photoUrl }
  })

/**
 * Gives the players of an auction the photos of a zip, matched by name (NAME-4). A file that is no picture harms no other.
 * @throws AppError AUCTION.NOT_FOUND, AUTH.FORBIDDEN, MEDIA.REFUSED, AUCTION.UNAVAILABLE
 */
export const setPhotos = (ctx: Context, auctionId: string, upload: Upload): Promise<PhotoReport> =>
  audited(ctx, 'players.setPhotos', { auctionId }, async () => {
    const { auction, subject } = await auctionAndEvent(ctx, auctionId)
    authorise(ctx.actor, 'auction.correct', subject)
    const folder = await mkdtemp(join(tmpdir(), 'gavel-photos-'))
    try {
      const path = join(folder, 'photos.zip')
      if (!(await upload.to(path, MAX_ZIP_BYTES))) throw tooLarge(MAX_ZIP_BYTES)
      return await photosOf(ctx, auction, path)
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  })

const photosOf = async (ctx: Context, auction: Auction, zipPath: string): Promise<PhotoReport> => {
  const { services, actor } = ctx
  const zip = await openZip(zipPath).catch(orRefused)
  try {
    const players = await playersOf(services.mongo, auction.id)
    const plan = planOf(players, zip.files)
    const matched: PhotoReport['matched'] = []
    const refused: PhotoReport['refused'] = []
    for (const { file, player, exact } of plan.matched) {
      const { playerId, name } = player
      try {
        const photoUrl = await keepPhoto(ctx, auction.id, playerId, await file.read())
        matched.push({ file: file.path, playerId, name, photoUrl, exact })
      } catch (error) {
        refused.push({ file: file.path, reason: reasonOf(error) })
      }
    }
    if (matched.length > 0) await noteNames(services, auction, actor.userId ?? 'system')
    const seen = new Set(matched.map(({ playerId }) => playerId))
    const without = players.filter(({ playerId, photoUrl }) => photoUrl === null && !seen.has(playerId)).length
    return { matched, refused, without, ambiguous: plan.ambiguous, unmatched: plan.unmatched }
  } finally {
    zip.close()
  }
}

/**
 * Gives a team a logo: organisers to each, an owner to the own team.
 * @throws AppError AUCTION.NOT_FOUND, AUTH.FORBIDDEN, TEAM.NOT_FOUND, MEDIA.REFUSED, AUCTION.UNAVAILABLE
 */
export const setLogo = (
  ctx: Context,
  auctionId: string,
  teamId: string,
  upload: Upload,
): Promise<{ teamId: string; logoUrl: string }> =>
  audited(ctx, 'teams.setLogo', { auctionId }, async () => {
    const { services, actor } = ctx
    const { auction, subject } = await auctionAndEvent(ctx, auctionId)
    const team = (await teamsOf(services.mongo, auctionId)).find((one) => one.teamId === teamId)
    const own = actor.userId !== null && team?.ownerIds.includes(actor.userId) === true
    authorise(actor, 'team.setLogo', { ...subject, own })
    if (!team) throw new AppError('TEAM.NOT_FOUND')
    const logoUrl = await keepPicture(services, await pictureIn(upload), 'logo', async (url) => {
      if (!(await changeTeam(services.mongo, { auctionId, teamId }, { logoUrl: url })))
        throw new AppError('TEAM.NOT_FOUND')
      return team.logoUrl
    })
    await noteNames(services, auction, actor.userId ?? 'system')
    return { teamId, logoUrl }
  })

const tooLarge = (most: number) => new AppError('MEDIA.TOO_LARGE', { megabytes: most / 1024 / 1024 })

/** The bytes of a picture on its way. @throws AppError MEDIA.TOO_LARGE */
export const pictureIn = async (upload: Upload): Promise<Uint8Array> => {
  const bytes = await upload.bytes(MAX_PICTURE_BYTES)
  if (!bytes) throw tooLarge(MAX_PICTURE_BYTES)
  return bytes
}

const keepPhoto = ({ services }: Context, auctionId: string, playerId: string, bytes: Uint8Array): Promise<string> =>
  keepPicture(services, bytes, 'photo', async (photoUrl) => {
    const before = await changePlayer(services.mongo, { auctionId, playerId }, { photoUrl })
    if (!before) throw new AppError('AUCTION.NO_PLAYER')
    return before.photoUrl
  })

const planOf = (players: readonly AuctionPlayer[], files: readonly ZippedFile[]) => {
  // A zip may hold the same name in two folders: the path keeps them apart, the name is what is matched.
  const { matched, ambiguous, unmatched } = matchFiles(players, files)
  return {
    matched,
    ambiguous: ambiguous.map(({ file, couldBe }) => ({
      file: file.path,
      couldBe: couldBe.map(({ playerId, name }) => ({ playerId, name })),
    })),
    unmatched: unmatched.map(({ path }) => path),
  }
}

/** A picture's own fault is told; anything else is a bug or an outage and ends the whole. */
const reasonOf = (error: unknown): string => {
  if (error instanceof MediaError || error instanceof AppError) return error.message
  throw error
}
