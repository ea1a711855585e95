import { fileTypeFromBuffer } from 'file-type'
import pLimit from 'p-limit'
import { MediaError } from './error.ts'

/** What a picture is of: a player's face and shoulders, a team's sign, which may be see-through, or the square that stands for a person. */
export type PictureKind = 'photo' | 'logo' | 'avatar'

/**
 * A square of a picture as people see it, upright: its left and upper edge as shares of the picture's width and height, its side as a share of the
 * shorter one.
 */
export type Square = { x: number; y: number; side: number }

/** The largest file taken: photos of today's phones have 3 to 12 MB. */
export const MAX_PICTURE_BYTES = 15 * 1024 * 1024
/** Pixels of a 50-megapixel camera; a small file may claim far more and fill the memory. */
const MAX_PIXELS = 60_000_000
/** Pictures drawn at once: each may hold all its pixels, four bytes each, and others wait. */
const AT_ONCE = 2
/** Longer than the slowest honest picture takes on a busy machine. */
const MAX_SECONDS = 30

const LONGEST_SIDE: Record<PictureKind, number> = { photo: 800, logo: 400, avatar: 400 }

/** By content, never by name. No SVG: it may carry a program. */
const READ: ReadonlySet<string> = new Set(['image/jpeg', 'image/png', 'image/webp', 'image/avif', 'image/gif'])

const WORDS: Readonly<Record<string, string>> = {
  'image/heic': 'This is a HEIC photo, which browsers cannot show: save or send it as JPEG.',
  'image/heif': 'This is a HEIF photo, which browsers cannot show: save or send it as JPEG.',
}

const inTurn = pLimit(AT_ONCE)

/**
 * Makes the picture that Gavel keeps: WebP, upright, its longer side at most 800 px (a logo's and an avatar's 400), without anything the camera wrote
 * beside it, such as where it was taken. An avatar is a square: the one that is asked for, or the middle.
 * @throws MediaError for anything that is no JPEG, PNG, WebP, AVIF or GIF, is broken, or too large.
 */
export const toPicture = async (bytes: Uint8Array, kind: PictureKind, square?: Square): Promise<Uint8Array> => {
  if (bytes.length === 0) throw new MediaError('The file is empty.')
  if (bytes.length > MAX_PICTURE_BYTES)
    throw new MediaError(`The picture is larger than ${MAX_PICTURE_BYTES / 1024 / 1024} MB: make it smaller first.`)
  const type = await fileTypeFromBuffer(bytes)
  if (!type || !READ.has(type.mime))
    throw new MediaError(
      WORDS[type?.mime ?? ''] ?? 'This is not a picture that Gavel can read: use JPEG, PNG, WebP, AVIF or GIF.',
    )
  return inTurn(() => drawn(bytes, kind, square))
}

const drawn = async (bytes: Uint8Array, kind: PictureKind, square: Square | undefined): Promise<Uint8Array> => {
  // Loaded with the first picture: programs that never see one start without it.
  const { default: sharp } = await import('sharp')
  const side = LONGEST_SIDE[kind]
  try {
    const read = sharp(bytes, { limitInputPixels: MAX_PIXELS, sequentialRead: true, failOn: 'error' })
    const upright = read.timeout({ seconds: MAX_SECONDS }).autoOrient()
    const part = kind === 'avatar' ? upright.extract(squareIn((await read.metadata()).autoOrient, square)) : upright
    return await part.resize(side, side, { fit: 'inside', withoutEnlargement: true }).webp({ quality: 82 }).toBuffer()
  } catch (error) {
    if (error instanceof Error && error.message.includes('pixel limit'))
      throw new MediaError('The picture has more than 60 million pixels: make it smaller first.', { cause: error })
    throw new MediaError('The picture is damaged and cannot be read to its end.', { cause: error })
  }
}

/** A square in pixels that lies wholly in the picture, whatever was asked for. */
const squareIn = ({ width, height }: { width: number; height: number }, asked: Square | undefined) => {
  const shorter = Math.min(width, height)
  const side = clamp(Math.round((asked?.side ?? 1) * shorter), 1, shorter)
  const left = Math.round(asked ? asked.x * width : (width - side) / 2)
  // Heads are above the middle of a portrait.
  const top = Math.round(asked ? asked.y * height : (height - side) / 3)
  return { left: clamp(left, 0, width - side), top: clamp(top, 0, height - side), width: side, height: side }
}

const clamp = (value: number, least: number, most: number): number => Math.min(most, Math.max(least, value))
