import { describe, expect, it } from 'vitest'
import { APP_ERROR_CODES, AppError } from './errors.ts'

describe('AppError', () => {
  it.each(APP_ERROR_CODES)('API-3 %s has a tRPC code, and words that end as a sentence', (code) => {
    const error = new AppError(code, { reason: 'It is so.', words: 'It is so.' })
    expect(error.trpcCode).toMatch(/^[A-Z_]+$/)
    expect(error.message).toMatch(/[.]$/)
  })

  it('API-3 fills its words from the detail and keeps its cause', () => {
    const cause = new Error('underneath')
    const error = new AppError('EVENT.SLUG_TAKEN', { slug: 'monsoon-cup' }, { cause })
    expect(error.message).toContain('monsoon-cup')
    expect(error.cause).toBe(cause)
  })

  it('API-3 knows a refusal of another copy of this module, and nothing else', () => {
    const fromCopy = Object.assign(new Error('Too many tries.'), { name: 'AppError', code: 'LIMIT.TOO_MANY' })
    expect(fromCopy).toBeInstanceOf(AppError)
    expect(Object.assign(new Error('no entry'), { code: 'ENOENT' })).not.toBeInstanceOf(AppError)
    expect(null).not.toBeInstanceOf(AppError)
  })
})
