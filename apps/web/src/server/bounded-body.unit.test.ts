import { describe, expect, it } from 'vitest'
import { boundedBody } from './bounded-body.ts'

const post = (body: BodyInit) =>
  new Request('http://localhost/', { method: 'POST', body, duplex: 'half' } as RequestInit & { duplex: 'half' })

/** Never ends, and says nothing of its length. */
const endless = () => {
  let pulled = 0
  const stream = new ReadableStream<Uint8Array>({
    pull: (controller) => {
      pulled += 1
      controller.enqueue(new Uint8Array(1_000))
    },
  })
  return { stream, pulled: () => pulled }
}

describe('boundedBody', () => {
  it('API-12 reads what fits, to the last byte', async () => {
    expect(await boundedBody(post('नमस्ते'), 18)).toBe('नमस्ते')
    expect(await boundedBody(new Request('http://localhost/'), 10)).toBe('')
  })

  it('API-12 gives up on what does not fit, without reading it to its end', async () => {
    expect(await boundedBody(post('x'.repeat(11)), 10)).toBeNull()
    const { stream, pulled } = endless()
    expect(await boundedBody(post(stream), 10_000)).toBeNull()
    expect(pulled()).toBeLessThan(15)
  })
})
