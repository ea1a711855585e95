import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { boundedBodyTo } from './bounded-body.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gavel-body-'))
})
afterAll(() => rm(folder, { recursive: true }))

const post = (body: BodyInit) =>
  new Request('http://localhost/', { method: 'POST', body, duplex: 'half' } as RequestInit & { duplex: 'half' })

it('API-12 a file goes to disk whole, or is given up on where it is too long', async () => {
  const path = join(folder, 'fits')
  expect(await boundedBodyTo(post('x'.repeat(10)), path, 10)).toBe(true)
  expect(await readFile(path, 'utf8')).toBe('x'.repeat(10))
  let pulled = 0
  const endless = new ReadableStream<Uint8Array>({
    pull: (controller) => {
      pulled += 1
      controller.enqueue(new Uint8Array(1_000))
    },
  })
  expect(await boundedBodyTo(post(endless), join(folder, 'endless'), 10_000)).toBe(false)
  expect(pulled).toBeLessThan(60)
})
