import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { contrast, luminance, type Oklch } from './colour.ts'
import { HARDEST_PAGE, TEAM_FILL_CONTRAST, TEAM_TEXT_CONTRAST, teamColours, teamStyle } from './team-colour.ts'

const css = readFileSync(new URL('../styles.css', import.meta.url), 'utf8')
const row = /--color-([\w-]+): light-dark\(oklch\(([\d.]+) ([\d.]+) ([\d.]+)\), oklch\(([\d.]+) ([\d.]+) ([\d.]+)\)\)/g
const tokens = new Map<string, { day: Oklch; night: Oklch }>()
for (const [, name = '', ...numbers] of css.matchAll(row)) {
  const [l = 0, c = 0, h = 0, ln = 0, cn = 0, hn = 0] = numbers.map(Number)
  tokens.set(name, { day: { l, c, h }, night: { l: ln, c: cn, h: hn } })
}

function token(name: string, theme: 'day' | 'night'): Oklch {
  const found = tokens.get(name)
  if (!found) throw new Error(`no colour token ${name}`)
  return found[theme]
}

const pages = ['surface', 'raised', 'sunken']
const words = ['muted', 'accent', 'good', 'warn', 'bad', 'live']

describe.each(['day', 'night'] as const)('LOOK-1 contrast by %s', (theme) => {
  test.each(pages.flatMap((page) => words.map((word) => [word, page] as const)))(
    '%s on %s is at least 4.5',
    (word, page) => {
      expect(contrast(token(word, theme), token(page, theme))).toBeGreaterThanOrEqual(4.5)
    },
  )
  test.each(pages)('ink on %s is at least 7, for the projector', (page) => {
    expect(contrast(token('ink', theme), token(page, theme))).toBeGreaterThanOrEqual(7)
  })
  test.each(['surface', 'raised'])('muted on %s is at least 6', (page) => {
    expect(contrast(token('muted', theme), token(page, theme))).toBeGreaterThanOrEqual(6)
  })
  test.each(['accent', 'good', 'warn', 'bad'])('words on a fill of %s are at least 4.5', (fill) => {
    expect(contrast(token('on-accent', theme), token(fill, theme))).toBeGreaterThanOrEqual(4.5)
  })
  test.each(pages)('the edge of a control on %s is at least 3', (page) => {
    expect(contrast(token('edge', theme), token(page, theme))).toBeGreaterThanOrEqual(3)
  })
})

test('LOOK-1 every colour token has a day and a night value', () => {
  const named = [...css.matchAll(/--color-([\w-]+):/g)]
    .map((match) => match[1])
    .filter((name) => name !== 'transparent' && name !== 'current')
  expect([...tokens.keys()]).toEqual(named)
  expect(tokens.size).toBeGreaterThan(12)
})

describe('LOOK-2 team colours', () => {
  const kits = [
    '#000000',
    '#ffffff',
    '#f9cd05',
    '#004ba0',
    '#3a225d',
    '#ec1c24',
    '#e73895',
    '#17449b',
    '#1b2133',
    '#a72056',
    '#0a0',
    'blue',
    '',
  ]

  test('the hardest pages bound the token table', () => {
    for (const page of pages) {
      expect(luminance(token(page, 'day'))).toBeGreaterThanOrEqual(luminance(HARDEST_PAGE.day) - 0.001)
      expect(luminance(token(page, 'night'))).toBeLessThanOrEqual(luminance(HARDEST_PAGE.night) + 0.001)
    }
  })
  test.each(kits)('%s is readable in both themes and printed on', (kit) => {
    const { fill, onFill, textDay, textNight } = teamColours(kit)
    expect(contrast(fill, onFill)).toBeGreaterThanOrEqual(TEAM_FILL_CONTRAST)
    for (const page of pages) {
      expect(contrast(textDay, token(page, 'day'))).toBeGreaterThanOrEqual(TEAM_TEXT_CONTRAST - 0.02)
      expect(contrast(textNight, token(page, 'night'))).toBeGreaterThanOrEqual(TEAM_TEXT_CONTRAST - 0.02)
    }
  })
  test('LOOK-2 both themes travel in one style', () => {
    expect(teamStyle('#f9cd05')['--team-text']).toMatch(/^light-dark\(oklch\(.+\), oklch\(.+\)\)$/)
  })
})
