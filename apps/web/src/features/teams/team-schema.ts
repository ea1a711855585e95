import { z } from 'zod'

/** A team as a form asks for it. */
export const teamSchema = z.object({
  name: z.string().trim().min(2, 'A name of at least two characters.').max(60, 'At most 60 characters.'),
  short: z
    .string()
    .trim()
    .regex(/^[A-Za-z0-9]{2,4}$/, 'Two to four letters or digits.')
    .transform((short) => short.toUpperCase()),
  colour: z.string().regex(/^#[0-9a-fA-F]{6}$/, 'Choose a colour.'),
})

/** Kit colours to start from, each far enough from the others to be told apart on a board. */
export const KIT_COLOURS = [
  { hex: '#d71920', name: 'Red' },
  { hex: '#ff822a', name: 'Orange' },
  { hex: '#f9cd05', name: 'Yellow' },
  { hex: '#2e8b3d', name: 'Green' },
  { hex: '#00a7a0', name: 'Teal' },
  { hex: '#00a7e1', name: 'Sky' },
  { hex: '#004ba0', name: 'Blue' },
  { hex: '#1b2133', name: 'Navy' },
  { hex: '#5b2a86', name: 'Purple' },
  { hex: '#e73895', name: 'Pink' },
] as const

/** A colour for one more team: the first that none of the others wears. */
export function freeColour(worn: readonly string[]): string {
  const free = KIT_COLOURS.find(({ hex }) => !worn.some((colour) => colour.toLowerCase() === hex))
  return (free ?? KIT_COLOURS[worn.length % KIT_COLOURS.length] ?? KIT_COLOURS[0]).hex
}

/** A short name made from a name: the first letters of its words, or of its only word. `Mumbai Mavericks` gives `MM`. */
export function shortOf(name: string): string {
  const words = name.toUpperCase().match(/[A-Z0-9]+/g) ?? []
  const letters = words.length > 1 ? words.map((word) => word[0]).join('') : (words[0] ?? '').slice(0, 3)
  return letters.slice(0, 4)
}
