import { expect, test } from 'vitest'
import { freeColour, KIT_COLOURS } from './team-schema.ts'

test('FORM-6 a new team begins with a colour that no other team wears, while there is one', () => {
  const worn: string[] = []
  for (const { hex } of KIT_COLOURS) {
    expect(freeColour(worn.map((colour) => colour.toUpperCase()))).toBe(hex)
    worn.push(hex)
  }
  expect(KIT_COLOURS.map(({ hex }) => hex as string)).toContain(freeColour(worn))
})
