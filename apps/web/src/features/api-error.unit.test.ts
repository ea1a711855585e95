import { expect, test } from 'vitest'
import { appCodeOf, issuesOf, saidBy } from './api-error.ts'

const answered = (message: string, data: object) => Object.assign(new Error(message), { data })

test('ERR-1 an expected refusal keeps its own words and its code', () => {
  const error = answered('Another event already has the address night.', { appCode: 'EVENT.SLUG_TAKEN' })
  expect(saidBy(error)).toBe('Another event already has the address night.')
  expect(appCodeOf(error)).toBe('EVENT.SLUG_TAKEN')
})

test('ERR-2 a refused field is said by its first issue, never as JSON', () => {
  const error = answered('[{"code":"too_small"}]', {
    code: 'BAD_REQUEST',
    appCode: null,
    issues: { name: ['Too short'] },
  })
  expect(saidBy(error)).toBe('Too short.')
  expect(issuesOf(error)).toEqual({ name: ['Too short'] })
})

test('ERR-3 a call without an answer says so', () => {
  expect(saidBy(new TypeError('Failed to fetch'))).toMatch(/did not answer/)
  expect(appCodeOf(new TypeError('Failed to fetch'))).toBeNull()
})
