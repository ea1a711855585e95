import { expect, test } from 'vitest'
import { personName } from './person-name.ts'

test('PROFILE-1 a name may be of any script, and is kept as it is read', () => {
  for (const name of [
    'Ruturaj Halwadkar',
    'रुतुराज हळवदकर',
    'فرح قاسمي',
    'नि‌ला',
    'O’Neill-D’Souza, Jr.',
    '田中 太郎',
    'X Æ A-12',
  ])
    expect(personName.parse(`  ${name} `)).toBe(name)
  expect(personName.parse('Zoe\u0308')).toBe('Zo\u00eb')
})

test('PROFILE-1 a name that would change how a page reads, that nobody could see, or that is too long is refused', () => {
  for (const name of [
    '',
    '   ',
    '\u200b\u200d',
    '--',
    'Ada\u0000',
    'Ada\nLovelace',
    'Ada\r\nBcc: everybody@example.com',
    'Ada \u202egnidliub',
    '\u2066Ada\u2069',
    'a'.repeat(121),
    'a'.repeat(10_000),
    'é'.repeat(5_000),
  ])
    expect(personName.safeParse(name).success, JSON.stringify(name.slice(0, 20))).toBe(false)
  for (const name of [null, 7, ['Ada'], { $gt: '' }, { toString: 'Ada' }])
    expect(personName.safeParse(name).success).toBe(false)
})
