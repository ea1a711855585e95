import fc from 'fast-check'
import { expect, test } from 'vitest'
import { DECLINE_CODES, declineKind, declineWords } from './declines.ts'
import { type Failure, MAX_TRIES, type Retry, retryOf, type Tried } from './retry.ts'

const HOUR = 3_600_000
const tried = (more: Partial<Tried> = {}): Tried => ({ tries: 1, nowMs: 0, heldUntilMs: HOUR, random: 0.5, ...more })
const declined = (code: string, more: Partial<Tried> = {}): Retry => retryOf({ is: 'declined', code }, tried(more))

test.each([
  ['stolen_card', 'hard'],
  ['do_not_honor', 'hard'],
  ['expired_card', 'hard'],
  ['insufficient_funds', 'soft'],
  ['try_again_later', 'soft'],
  ['incorrect_cvc', 'slip'],
  ['authentication_required', 'confirm'],
  ['something_new', 'hard'],
  ['constructor', 'hard'],
])('RETRY-1 %s is %s', (code, kind) => {
  expect(declineKind(code)).toBe(kind)
})

test('RETRY-1 every code is of one kind and has a sentence', () => {
  expect(DECLINE_CODES.length).toBeGreaterThan(45)
  expect(new Set(DECLINE_CODES).size).toBe(DECLINE_CODES.length)
  for (const code of DECLINE_CODES) expect(declineWords(code), code).toMatch(/^[A-Z].+\.$/)
})

test('RETRY-2 a hard decline asks for another card at once, and tells nothing of theft', () => {
  expect(declined('expired_card')).toMatchObject({ do: 'another-card' })
  for (const code of ['lost_card', 'stolen_card', 'fraudulent', 'pickup_card', 'merchant_blacklist'])
    expect(declined(code), code).toEqual(declined('do_not_honor'))
  expect(declined('incorrect_cvc').do).toBe('correct')
  expect(declined('authentication_required').do).toBe('confirm')
})

test('RETRY-3 a soft one is tried on a schedule inside the hold, then another card is asked for', () => {
  const minute = 60_000
  expect(declined('insufficient_funds')).toEqual({ do: 'again', atMs: 5 * minute })
  expect(declined('insufficient_funds', { tries: 2 })).toEqual({ do: 'again', atMs: 20 * minute })
  expect(declined('insufficient_funds', { tries: 3 })).toMatchObject({ do: 'another-card' })
  expect(declined('insufficient_funds', { tries: 3, heldUntilMs: 24 * HOUR })).toEqual({ do: 'again', atMs: HOUR })
  expect(declined('insufficient_funds', { tries: 6, heldUntilMs: null })).toMatchObject({ do: 'another-card' })
})

test('RETRY-4 waits are random up to a bound that doubles, inside the hold, and end', () => {
  const failures: Failure[] = [{ is: 'network' }, { is: 'provider', status: 503 }, { is: 'busy', retryAfterMs: null }]
  const failure = fc.constantFrom(...failures)
  const tries = fc.integer({ min: 1, max: 20 })
  const random = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true })
  fc.assert(
    fc.property(failure, tries, random, (one, n, chance) => {
      const next = retryOf(one, tried({ tries: n, random: chance, heldUntilMs: null }))
      expect(next.do).toBe(n < MAX_TRIES ? 'again' : 'give-up')
      if (next.do !== 'again') return
      expect(next.atMs).toBeGreaterThanOrEqual(0)
      expect(next.atMs).toBeLessThanOrEqual(Math.min(HOUR, 1_000 * 2 ** (n - 1)))
      const held = retryOf(one, tried({ tries: n, random: chance, heldUntilMs: 90_000 }))
      if (held.do === 'again') expect(held.atMs).toBeLessThanOrEqual(30_000)
    }),
  )
})

test('RETRY-4 a busy provider is not asked before it says', () => {
  const next = retryOf({ is: 'busy', retryAfterMs: 20_000 }, tried({ random: 0 }))
  expect(next).toEqual({ do: 'again', atMs: 20_000 })
})

test('RETRY-5 what no repeat can help is given up with a next step', () => {
  const failures: Failure[] = [{ is: 'key' }, { is: 'refused', code: 'amount_too_small', message: 'Too small.' }]
  for (const failure of failures) {
    const next = retryOf(failure, tried())
    expect(next.do === 'give-up' && next.step).toMatch(/^[A-Z].+\.$/)
  }
  expect(retryOf({ is: 'network' }, tried({ tries: MAX_TRIES }))).toMatchObject({ do: 'give-up' })
  expect(retryOf({ is: 'network' }, tried({ heldUntilMs: 30_000 }))).toMatchObject({ do: 'give-up' })
})
