import { SECRET } from '@gavel/auction'
import { expect, test } from 'vitest'
import { codeSaid, commitmentOf, keepSeal, newSecret, type SealStore, sealBehind, secretFrom } from './seals.ts'

const place = { auctionId: 'a1', lot: 3, round: 1, team: 'A' }
const seal = { amount: 150_000_000, secret: newSecret() }

function memory(): SealStore & { items: Map<string, string> } {
  const items = new Map<string, string>()
  return { items, getItem: (key) => items.get(key) ?? null, setItem: (key, value) => void items.set(key, value) }
}

test('SEAL-1 a secret is random and one that the core takes', () => {
  expect(seal.secret).toMatch(SECRET)
  expect(newSecret()).not.toBe(newSecret())
  expect(newSecret((bytes) => void bytes.fill(255))).toBe('ZZZZZZZZZZZZZZZZ')
})

test('SEAL-2 a code is taken however it is typed', () => {
  expect(codeSaid('0123456789ABCDEF')).toBe('0123-4567-89AB-CDEF')
  for (const typed of ['0123-4567-89ab-cdef', 'o123 4567 89ABCDEF', 'OI23456789abcdef'])
    expect(secretFrom(typed)).toBe('0123456789ABCDEF')
  for (const typed of ['', '0123', '0123-4567-89AB-CDEU', '0123456789ABCDEF0']) expect(secretFrom(typed)).toBeNull()
})

test('SEAL-3 a seal is kept before it is sent, beside earlier attempts', () => {
  const store = memory()
  const again = { amount: 160_000_000, secret: newSecret() }
  expect(keepSeal(store, place, seal)).toBe(true)
  expect(keepSeal(store, place, again)).toBe(true)
  expect(sealBehind(store, place, commitmentOf(place, seal))).toEqual(seal)
  expect(sealBehind(store, place, commitmentOf(place, again))).toEqual(again)
  expect(keepSeal(null, place, seal)).toBe(false)
})

test('SEAL-4 only the seal that the room was told of is revealed, for its own lot, round and team', () => {
  const store = memory()
  keepSeal(store, place, seal)
  const commitment = commitmentOf(place, seal)
  expect(sealBehind(store, { ...place, round: 2 }, commitment)).toBeNull()
  expect(sealBehind(store, { ...place, team: 'B' }, commitment)).toBeNull()
  expect(sealBehind(store, place, commitmentOf(place, { ...seal, amount: seal.amount + 1 }))).toBeNull()
  for (const key of store.items.keys()) store.items.set(key, 'not JSON')
  expect(sealBehind(store, place, commitment)).toBeNull()
})
