import { isAvatarUsed, isPictureUsed, type Mongo, type Postgres } from '@gavel/db'
import { MediaError, type MediaStore, type PictureKind, type Square, toPicture } from '@gavel/media'
import { AppError } from '../errors.ts'

/** Where a kept picture is served from: the one author of such addresses. */
const PREFIX = '/media/'
export const pictureUrl = (key: string): string => `${PREFIX}${key}`

/** The key of a picture by its address; null for an address elsewhere. */
export const keyOf = (url: string | null): string | null => (url?.startsWith(PREFIX) ? url.slice(PREFIX.length) : null)

type Needs = { mongo: Mongo; postgres: Postgres; media: MediaStore }

/** A file that cannot become a picture, as a refusal. @throws AppError MEDIA.REFUSED; anything else as it is */
export const orRefused = (error: unknown): never => {
  if (error instanceof MediaError) throw new AppError('MEDIA.REFUSED', { reason: error.message }, { cause: error })
  throw error
}

/**
 * Makes a picture of a file, keeps it and has `use` write its address down. `use` answers the address that stood there before; a picture that
 * nobody shows any more is deleted.
 * @param square the part of the file that an avatar is of
 * @throws AppError MEDIA.REFUSED, and whatever `use` throws
 */
export const keepPicture = async (
  needs: Needs,
  bytes: Uint8Array,
  kind: PictureKind,
  use: (url: string) => Promise<string | null>,
  square?: Square,
): Promise<string> => {
  const picture = await toPicture(bytes, kind, square).catch(orRefused)
  const key = await needs.media.put(picture)
  const url = pictureUrl(key)
  let before: string | null
  try {
    before = await use(url)
  } catch (error) {
    await dropPicture(needs, url)
    throw error
  }
  // Somebody may have deleted the same picture, which nobody showed then, between the two steps above.
  if (!(await needs.media.has(key))) await needs.media.put(picture)
  if (before !== url) await dropPicture(needs, before)
  return url
}

/** Deletes a picture that no player, no team and no profile shows. Harmless for every other address, and to repeat. */
export const dropPicture = async (needs: Needs, url: string | null): Promise<void> => {
  const { media } = needs
  const key = keyOf(url)
  if (url === null || key === null || (await isShown(needs, url, key))) return
  const bytes = await media.get(key)
  await media.remove(key)
  // Somebody may have begun to show it meanwhile.
  if (bytes && (await isShown(needs, url, key))) await media.put(bytes)
}

const isShown = async ({ mongo, postgres }: Needs, url: string, key: string): Promise<boolean> =>
  (await isPictureUsed(mongo, url)) || isAvatarUsed(postgres, key)
