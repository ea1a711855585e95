import { describe, expect, it } from 'vitest'
import { foldTyped, inHalves, isOnlyHere, problemWith } from './code.ts'

describe('a code that somebody types', () => {
  it.each([
    'k7m2pq',
    ' K7M 2PQ ',
    'k7m-2pq',
    'K7M–2PQ',
    'http://192.168.1.7:3000/join/K7M2PQ',
    'https://gavel.example/join/k7m2pq?from=poster#top',
    'Come in: gavel.example/join/K7M2PQ now',
  ])('ENTRY-1 is forgiven how it is written: %s', (typed) => {
    expect(foldTyped(typed)).toBe('K7M2PQ')
    expect(problemWith(foldTyped(typed))).toBeNull()
  })

  it.each([
    ['', 'Type the code.'],
    ['K7M2P', 'this has 5'],
    ['K7M2PQ9', 'this has 7'],
    ['K7M2PO', 'no 0, O, 1, I, L or U'],
    ['K7M2P!', 'no signs'],
    ['नमस्ते', 'no signs'],
  ])('ENTRY-1 says what is wrong with %s', (code, words) => expect(problemWith(code)).toContain(words))

  it('ENTRY-1 an invitation has eight', () => expect(problemWith('K7M2PQ9X')).toBeNull())
})

it('ENTRY-2 a code is shown in two halves, as it is read out', () => {
  expect(inHalves('K7M2PQ')).toBe('K7M 2PQ')
  expect(inHalves('K7M2PQ9X')).toBe('K7M2 PQ9X')
})

it('ENTRY-2 knows an address that no phone can open', () => {
  expect(isOnlyHere('http://localhost:3000/join/K7M2PQ')).toBe(true)
  expect(isOnlyHere('http://192.168.1.7:3000/join/K7M2PQ')).toBe(false)
})
