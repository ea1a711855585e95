import { expect, test } from 'vitest'
import { googleTrouble } from './google-trouble.ts'

test('GOOGLE-1 what went wrong on the way back from Google is said, and nothing else is put down to it', () => {
  const titles = ['Callback', 'OAuthCallback', 'OAuthSignin'].map((error) => googleTrouble(error, undefined)?.title)
  expect(new Set(titles).size).toBe(3)
  expect(googleTrouble(undefined, 'unlinked')?.words).toContain('the way you did before')
  expect(googleTrouble(undefined, 'unusable')).not.toBeNull()
  for (const other of [undefined, 'CredentialsSignin', '<b>words of somebody’s own</b>'])
    expect(googleTrouble(other, other)).toBeNull()
})
