import { readFile } from 'node:fs/promises'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { MAX_PICTURE_BYTES, MediaError, toPicture } from './index.ts'

/** A plain picture, lying on its side as cameras save them, with the place where it was taken. */
const photo = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#1d4ed8' } })
    .withExif({ IFD0: { Copyright: 'Somebody' }, IFD3: { GPSLatitude: '19/1 4/1 0/1' } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer()

test('PHOTO-1 any common picture becomes an upright WebP of at most 800 px, and says nothing of camera or place', async () => {
  const sent = await photo(2_000, 1_000)
  expect((await sharp(sent).metadata()).exif).toBeDefined()
  const { format, width, height, exif, orientation } = await sharp(await toPicture(sent, 'photo')).metadata()
  expect({ format, width, height, exif, orientation }).toEqual({ format: 'webp', width: 400, height: 800 })
})

test('PHOTO-1 a logo stays see-through and is at most 400 px, and nothing is made larger', async () => {
  const clear = { create: { width: 900, height: 90, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } } } as const
  const logo = await sharp(await toPicture(await sharp(clear).png().toBuffer(), 'logo')).metadata()
  expect(logo).toMatchObject({ format: 'webp', width: 400, height: 40, hasAlpha: true })
  const small = await sharp(await toPicture(await photo(30, 20), 'photo')).metadata()
  expect([small.width, small.height]).toEqual([20, 30])
})

const SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>'
/** A PNG that promises 100,000 × 100,000 pixels. */
const bomb = async () => {
  const png = await sharp({ create: { width: 1, height: 1, channels: 3, background: '#fff' } })
    .png()
    .toBuffer()
  png.writeUInt32BE(100_000, 16)
  png.writeUInt32BE(100_000, 20)
  return png
}

test.each<[string, () => Promise<Uint8Array>, RegExp]>([
  ['an empty file', async () => new Uint8Array(), /empty/],
  ['a drawing that may carry a program', async () => Buffer.from(SVG), /not a picture/],
  ['a page', async () => Buffer.from('<!doctype html><script>alert(1)</script>'), /not a picture/],
  [
    'a program under a picture’s name',
    () => readFile(process.execPath).then((b) => b.subarray(0, 4_096)),
    /not a picture/,
  ],
  ['half a picture', async () => (await photo(400, 400)).subarray(0, 900), /damaged/],
  ['too many bytes', async () => new Uint8Array(MAX_PICTURE_BYTES + 1), /larger than 15 MB/],
  ['too many pixels', bomb, /60 million pixels|damaged/],
])('PHOTO-1 refuses %s in a sentence', async (_, file, words) => {
  const error = await toPicture(await file(), 'photo').catch((e: unknown) => e)
  expect(error).toBeInstanceOf(MediaError)
  expect(String(error)).toMatch(words)
})
