import { expect, test } from 'vitest'
import { opening } from './opening.ts'

test('SEASON-4 next steps are told in plain words: their first paragraph, cut at a word', () => {
  expect(opening('')).toBe('')
  expect(opening('## Next\n\n- Come to the **nets** on [Friday](https://x.example)\n- bring `whites`\n\nLater.')).toBe(
    'Come to the nets on Friday bring whites',
  )
  const long = opening('word '.repeat(100))
  expect(long.length).toBeLessThanOrEqual(244)
  expect(long).toMatch(/word \.\.\.$/)
})
