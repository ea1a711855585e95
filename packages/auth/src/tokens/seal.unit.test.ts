import { expect, test } from 'vitest'
import { seal, unseal } from './seal.ts'

const SECRET = 'a-secret-for-tests-0123456789abcdef'

test('KEY-3 what is sealed opens with the same secret for the same use, and in no other way', () => {
  const sealed = seal(SECRET, 'signing-key', 'a private key — ключ')
  expect(seal(SECRET, 'signing-key', 'a private key — ключ')).not.toBe(sealed)
  expect(unseal(SECRET, 'signing-key', sealed)).toBe('a private key — ключ')
  expect(unseal(`${SECRET}x`, 'signing-key', sealed)).toBeNull()
  expect(unseal(SECRET, 'totp', sealed)).toBeNull()
  const bytes = Buffer.from(sealed, 'base64url')
  for (let at = 0; at < bytes.length; at += 1) {
    const changed = Buffer.from(bytes)
    changed[at] = (changed[at] ?? 0) ^ 1
    expect(unseal(SECRET, 'signing-key', changed.toString('base64url'))).toBeNull()
  }
  for (const text of ['', 'rubbish', 'x'.repeat(10_000)]) expect(unseal(SECRET, 'signing-key', text)).toBeNull()
})
