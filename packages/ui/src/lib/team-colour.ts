import type { CSSProperties } from 'react'
import { contrast, intoGamut, type Oklch, parseHex, toCss } from './colour.ts'

/**
 * The pages that team colours must be readable on, at their hardest: the darkest that a day page gets and the
 * lightest that a night page gets. `tokens.unit.test.ts` holds them to the token table.
 */
export const HARDEST_PAGE = {
  day: { l: 0.93, c: 0, h: 0 },
  night: { l: 0.222, c: 0, h: 0 },
} satisfies Record<'day' | 'night', Oklch>

const BLACK: Oklch = { l: 0.16, c: 0, h: 0 }
const WHITE: Oklch = { l: 1, c: 0, h: 0 }
const NO_COLOUR: Oklch = { l: 0.6, c: 0.02, h: 176 }

/** What is asked of text in a team's colour on the page, and of the words printed on a team's colour (projector). */
export const TEAM_TEXT_CONTRAST = 4.5
export const TEAM_FILL_CONTRAST = 7

export type TeamColours = {
  /** The kit: a ground to print on. The same by day and night, so that a team keeps its face. */
  fill: Oklch
  /** Ink for words on `fill`: near black or white, contrast at least 7. */
  onFill: Oklch
  /** The team's hue as text, contrast at least 4.5 on any page of that theme. */
  textDay: Oklch
  textNight: Oklch
}

/**
 * A team's colours made readable.
 *
 * @param hex the team's own colour, `#rrggbb`; anything else gives a neutral grey
 */
export function teamColours(hex: string | undefined): TeamColours {
  const own = (hex ? parseHex(hex) : null) ?? NO_COLOUR
  const onFill = contrast(own, WHITE) >= contrast(own, BLACK) ? WHITE : BLACK
  return {
    fill: shade(own, onFill, TEAM_FILL_CONTRAST, onFill === WHITE ? -0.01 : 0.01),
    onFill,
    textDay: shade(own, HARDEST_PAGE.day, TEAM_TEXT_CONTRAST, -0.01),
    textNight: shade(own, HARDEST_PAGE.night, TEAM_TEXT_CONTRAST, 0.01),
  }
}

/** Moves the lightness step by step until the contrast is enough, and no further. */
function shade(from: Oklch, against: Oklch, wanted: number, step: number): Oklch {
  let colour = intoGamut(from)
  for (let l = from.l + step; l >= 0 && l <= 1 && contrast(colour, against) < wanted; l += step) {
    colour = intoGamut({ ...from, l })
  }
  return colour
}

export type TeamStyle = CSSProperties & Record<'--team-fill' | '--team-on-fill' | '--team-text' | '--team-mark', string>

/**
 * The inline style that gives `team-fill`, `team-text`, `team-mark` and `team-border` their colours. Both themes are in it,
 * so a page made on the server needs no knowledge of the viewer's theme.
 */
export function teamStyle(hex: string | undefined): TeamStyle {
  const key = hex ?? ''
  const known = styles.get(key)
  if (known) return known
  const { fill, onFill, textDay, textNight } = teamColours(hex)
  const text = `light-dark(${toCss(textDay)}, ${toCss(textNight)})`
  const style = {
    '--team-fill': toCss(fill),
    '--team-on-fill': toCss(onFill),
    '--team-text': text,
    '--team-mark': text,
  }
  if (styles.size >= MOST_STYLES) styles.clear()
  styles.set(key, style)
  return style
}

/** More colours than any league has; somebody who tries out colours does not fill the memory. */
const MOST_STYLES = 500
/** Finding a readable shade takes hundreds of steps, and a live room draws the same few teams over and over (SMOOTH-1). */
const styles = new Map<string, TeamStyle>()
