import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Zippable, zipSync } from 'fflate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { MediaError, openZip } from './index.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gavel-zip-'))
})
afterAll(() => rm(folder, { recursive: true }))

let made = 0
const written = async (bytes: Uint8Array) => {
  const path = join(folder, `${made++}.zip`)
  await writeFile(path, bytes)
  return path
}
const zipped = async (files: Zippable) => openZip(await written(zipSync(files)))
const words = (text: string) => new TextEncoder().encode(text)

test('PHOTO-3 a zip’s files are read one by one, whatever their folders; what systems add is passed over', async () => {
  const { files, close } = await zipped({
    'team/Ada Lovelace.JPG': words('ada'),
    'Zoë.png': words('zoe'),
    '__MACOSX/team/._Ada Lovelace.JPG': words('x'),
    '.DS_Store': words('x'),
    'team/Thumbs.db': words('x'),
    'empty/': new Uint8Array(),
  })
  expect(files.map(({ path, name }) => [path, name])).toEqual([
    ['team/Ada Lovelace.JPG', 'Ada Lovelace'],
    ['Zoë.png', 'Zoë'],
  ])
  expect(await Promise.all(files.map(async (f) => Buffer.from(await f.read()).toString()))).toEqual(['ada', 'zoe'])
  close()
})

test('PHOTO-3 what is no zip, or climbs out of its folder, is refused', async () => {
  for (const bytes of [words('no zip'), new Uint8Array(), zipSync({ a: words('a') }).subarray(0, 40)])
    await expect(openZip(await written(bytes))).rejects.toThrow(MediaError)
  await expect(zipped({ '../../evil.jpg': words('x') })).rejects.toThrow(MediaError)
})

test('PHOTO-3 a file that unpacks to far more than it takes is refused, and so are too many files', async () => {
  const { files, close } = await zipped({ 'bomb.jpg': new Uint8Array(10_000_000), 'fine.jpg': words('fine') })
  await expect(files[0]?.read()).rejects.toThrow('It is not a picture.')
  expect(Buffer.from((await files[1]?.read()) ?? []).toString()).toBe('fine')
  close()
  const many = Object.fromEntries(Array.from({ length: 5_001 }, (_, n) => [`${n}.jpg`, new Uint8Array()]))
  await expect(zipped(many)).rejects.toThrow('A zip may hold 5,000 files')
})

test('PHOTO-3 a file that lies about its length is refused while it is read', async () => {
  const bytes = zipSync({ 'liar.jpg': crypto.getRandomValues(new Uint8Array(60_000)) }, { level: 0 })
  const view = new DataView(bytes.buffer)
  // The lengths in the central directory, at whose end record the last 22 bytes point.
  const directory = view.getUint32(bytes.length - 6, true)
  view.setUint16(directory + 10, 8, true)
  view.setUint32(directory + 24, 10, true)
  const { files, close } = await openZip(await written(bytes))
  await expect(files[0]?.read()).rejects.toThrow(MediaError)
  close()
})
