import { describe, expect, it } from 'vitest'
import { currentRequestId, requestIdFrom, withRequestId } from './request-id.ts'

describe('request id', () => {
  it('CONFIG-6 stays with everything a request causes and nothing else', async () => {
    const seen = await Promise.all(
      ['first-request', 'second-request'].map((id) =>
        withRequestId(id, async () => {
          await new Promise((resolve) => setImmediate(resolve))
          return currentRequestId()
        }),
      ),
    )
    expect(seen).toEqual(['first-request', 'second-request'])
    expect(currentRequestId()).toBeUndefined()
  })

  it('CONFIG-6 keeps a plain id from outside and replaces anything else', () => {
    expect(requestIdFrom('abc-12345')).toBe('abc-12345')
    for (const bad of ['short', 'with space 123', 'x'.repeat(65), 'line\nbreak-1', 7, undefined])
      expect(requestIdFrom(bad)).toMatch(/^[0-9a-f-]{36}$/)
  })
})
