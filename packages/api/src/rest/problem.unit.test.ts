import { describe, expect, it } from 'vitest'
import { problemOf, RestError } from './problem.ts'

describe('problems', () => {
  it('REST-3 tells what a shared store refused, from whichever copy of this module', () => {
    const words = 'This Idempotency-Key was used for another request.'
    const fromCopy = Object.assign(new Error(words), { name: 'RestError', code: 'KEY_REUSED', detail: {} })
    expect(problemOf(fromCopy)).toEqual(problemOf(new RestError('KEY_REUSED')))
    expect(problemOf(fromCopy)).toMatchObject({ status: 422, code: 'KEY_REUSED', detail: words })
    const stranger = Object.assign(new Error('down'), { name: 'RestError', code: 'ECONNREFUSED' })
    expect(problemOf(stranger)).toMatchObject({ status: 500, code: 'INTERNAL' })
  })
})
