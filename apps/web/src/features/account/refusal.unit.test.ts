import { expect, test } from 'vitest'
import { refusalWords, refusedBefore } from './refusal.ts'

test('MAIL-2 who waits for a letter reads the same as who has no account', () => {
  expect(refusalWords({ is: 'wrong' }, true)?.words).toContain('open the link that we sent you')
  expect(refusalWords({ is: 'wrong' }, false)?.words).not.toContain('link')
})

test('ACCOUNT-10 an address bar puts no words into the mouth of the page', () => {
  const planted = JSON.stringify({ is: 'banned', reason: 'Call this number at once.' })
  expect(refusedBefore(planted)).toEqual({ is: 'unreachable' })
  expect(refusedBefore('CredentialsSignin')).toEqual({ is: 'wrong' })
  expect(refusedBefore(undefined)).toBeNull()
})
