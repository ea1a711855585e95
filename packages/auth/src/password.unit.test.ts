import { expect, test } from 'vitest'
import { hashPassword, verifyPassword } from './password.ts'

test('ACCOUNT-3 a password is kept as an argon2id hash with a salt of its own, and nothing else fits it', async () => {
  const [one, two] = await Promise.all([hashPassword('correct horse battery'), hashPassword('correct horse battery')])
  expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  expect(one).not.toBe(two)
  expect(await verifyPassword(one, 'correct horse battery')).toBe(true)
  expect(await verifyPassword(one, 'correct horse batterz')).toBe(false)
  expect(await verifyPassword(null, 'correct horse battery')).toBe(false)
})

test('ACCOUNT-3 a password typed with other code points for the same letters is the same', async () => {
  expect(await verifyPassword(await hashPassword('cafe\u0301 cafe\u0301'), 'caf\u00e9 caf\u00e9')).toBe(true)
})
