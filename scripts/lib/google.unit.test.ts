import { expect, it } from 'vitest'
import { wantsGoogle } from './google.ts'
import { HERE } from './reach.ts'

it('RUN-13 a Google stands in on this machine, unless a client of the real one is named or others could open it', () => {
  const hall = { ...HERE, lan: { host: '192.168.1.7', others: [] } }
  expect(wantsGoogle({}, HERE)).toBe(true)
  expect(wantsGoogle({ GOOGLE_CLIENT_ID: '' }, HERE)).toBe(true)
  expect(wantsGoogle({ GOOGLE_CLIENT_ID: 'gavel.apps.googleusercontent.com' }, HERE)).toBe(false)
  expect(wantsGoogle({}, hall)).toBe(false)
})
