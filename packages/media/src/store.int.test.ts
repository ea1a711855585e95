import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createEmulator, type Emulator } from 'emulate'
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { type Bucket, MEDIA_KEY, MediaUnreachableError, openMediaStore } from './index.ts'

let folder: string
let storage: Emulator
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gavel-media-'))
  storage = await createEmulator({
    service: 'aws',
    port: 0,
    seed: { aws: { region: 'eu-central-1', s3: { buckets: [{ name: 'gavel-media' }] } } },
  })
})
afterAll(async () => {
  await storage.close()
  await rm(folder, { recursive: true })
})

const bucket = (name = 'gavel-media'): Bucket => ({
  name,
  region: 'eu-central-1',
  endpoint: storage.url,
  keys: { id: 'AKIAIOSFODNN7EXAMPLE', secret: 'a-secret-of-nobody' },
})

/** Every store there is keeps the same promises. */
const STORES = {
  folder: () => openMediaStore({ folder, bucket: null }),
  bucket: () => openMediaStore({ folder, bucket: bucket() }),
}

describe.each(Object.keys(STORES) as (keyof typeof STORES)[])('a %s', (kind) => {
  it('PHOTO-2 keeps a picture under the hash of it: equal ones are one, at once too', async () => {
    const store = STORES[kind]()
    const bytes = randomBytes(50_000)
    const keys = await Promise.all(Array.from({ length: 20 }, () => store.put(bytes)))
    const [key = ''] = keys
    expect(new Set(keys).size).toBe(1)
    expect(key).toMatch(MEDIA_KEY)
    expect(Buffer.from((await store.get(key)) ?? [])).toEqual(bytes)
    expect(await STORES[kind]().has(key)).toBe(true)
    await store.remove(key)
    await store.remove(key)
    expect([await store.has(key), await store.get(key)]).toEqual([false, null])
  })

  it('PHOTO-2 takes what is no key for no picture, and reaches nothing else', async () => {
    const store = STORES[kind]()
    for (const key of [
      '',
      '../../etc/passwd',
      `${'a'.repeat(64)}.svg`,
      `${'A'.repeat(64)}.webp`,
      `${'0'.repeat(64)}.webp`,
      `${'0'.repeat(64)}.webp\n`,
      `${'0'.repeat(64)}.webp?acl`,
    ]) {
      expect(await store.get(key)).toBeNull()
      expect(await store.has(key)).toBe(false)
      await store.remove(key)
    }
  })
})

describe.each(Object.keys(STORES) as (keyof typeof STORES)[])('the place of a %s', (kind) => {
  it('PHOTO-9 is tried by keeping, reading and throwing away, by several programs at once', async () => {
    await Promise.all(Array.from({ length: 5 }, () => STORES[kind]().check()))
    await STORES[kind]().ping()
  })
})

test('PHOTO-9 a folder that cannot be written is named with its variable', async () => {
  const file = join(folder, 'no-folder')
  await writeFile(file, '')
  const store = openMediaStore({ folder: join(file, 'media'), bucket: null })
  const trouble = await store.check().catch((error: unknown) => error)
  expect(trouble).toBeInstanceOf(MediaUnreachableError)
  expect(String(trouble)).toMatch(/no-folder.*media \(ENOTDIR\).*MEDIA_DIR/)
  await expect(store.ping()).rejects.toThrow()
})

/** What a storage says that does not want to, in its own words. */
const sulking = async (status: number, code: string): Promise<Server> => {
  const server = createServer((_, response) => {
    response.writeHead(status, { 'content-type': 'application/xml' })
    response.end(`<?xml version="1.0"?><Error><Code>${code}</Code><Message>No.</Message></Error>`)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return server
}
const at = (server: Server): Bucket => ({
  ...bucket('league-pictures'),
  endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
})
const troubleOf = async (given: Bucket, withinMs?: number): Promise<string> => {
  const trouble = await openMediaStore({ folder, bucket: given })
    .check(withinMs)
    .catch((error: unknown) => error)
  expect(trouble).toBeInstanceOf(MediaUnreachableError)
  return trouble instanceof Error ? trouble.message : ''
}

test('PHOTO-9 what is wrong with a bucket is one sentence with its variable, and without its keys', async () => {
  const missing = await troubleOf(bucket('nobody-made-this'))
  expect(missing).toContain('“nobody-made-this” at http://')
  expect(missing).toContain('S3_BUCKET')
  for (const [status, code, variable] of [
    [403, 'InvalidAccessKeyId', 'S3_ACCESS_KEY_ID'],
    [403, 'SignatureDoesNotMatch', 'S3_SECRET_ACCESS_KEY'],
    [403, 'AccessDenied', 'PutObject'],
    [400, 'AuthorizationHeaderMalformed', 'S3_REGION'],
  ] as const) {
    const server = await sulking(status, code)
    const words = await troubleOf(at(server))
    expect([code, words]).toEqual([code, expect.stringContaining(variable)])
    expect(words).not.toMatch(/a-secret-of-nobody|AKIA|\n/)
    server.close()
  }
})

test('PHOTO-9 a storage that is away, or says nothing, is given up within a bounded time', async () => {
  const away = await sulking(200, '')
  const gone = at(away)
  away.close()
  await once(away, 'close')
  expect(await troubleOf(gone)).toMatch(/ECONNREFUSED.*S3_ENDPOINT/)
  const silent = createServer(() => {})
  silent.listen(0, '127.0.0.1')
  await once(silent, 'listening')
  expect(await troubleOf(at(silent), 300)).toMatch(/S3_ENDPOINT/)
  silent.closeAllConnections()
  silent.close()
})

test('PHOTO-2 nothing half-written stays in a folder', async () => {
  const key = await STORES.folder().put(randomBytes(50_000))
  expect(await readdir(join(folder, key.slice(0, 2)))).toEqual([key])
})

test('PHOTO-2 a bucket that is not there is an outage, not a picture that is not there', async () => {
  const store = openMediaStore({ folder, bucket: bucket('nobody-made-this') })
  await expect(store.put(randomBytes(10))).rejects.toThrow(/bucket/)
  await expect(store.get(`${'0'.repeat(64)}.webp`)).rejects.toThrow(/bucket/)
})
