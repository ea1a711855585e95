import { expect, test } from 'vitest'
import { plainWords } from './plain-words.ts'

test('PROGRAMME-4 a description’s words stand without its marks where only words may', () => {
  expect(
    plainWords(
      '# The night\n\nBring **whites**, see [the map](https://example.org/a_b) and ![a plan](x.png).\n\n- one\n> two',
    ),
  ).toBe('The night Bring whites, see the map and a plan. one two')
})
