import { expect, it } from 'vitest'
import { pictureResponse } from './picture-response.ts'

it('PHOTO-7 a picture is WebP and nothing else, runs nothing, and is kept for ever', async () => {
  const response = pictureResponse(Uint8Array.from([1, 2, 3]))
  expect(response.status).toBe(200)
  expect(Object.fromEntries(response.headers)).toEqual({
    'content-type': 'image/webp',
    'content-length': '3',
    'cache-control': 'public, max-age=31536000, immutable',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
    'cross-origin-resource-policy': 'same-origin',
  })
  expect([...new Uint8Array(await response.arrayBuffer())]).toEqual([1, 2, 3])
})

it('PHOTO-7 a picture that is not there is not remembered as missing', () => {
  const response = pictureResponse(null)
  expect([response.status, response.headers.get('cache-control')]).toEqual([404, 'no-store'])
})
