import { Refused } from '../refused.ts'

/** The lines of a DataVolley file by section, each with its number in the file. */
export type Sections = ReadonlyMap<string, readonly { readonly line: number; readonly text: string }[]>

const MAX_LINES = 60_000
const MAX_LINE = 4_000

export const isDataVolley = (text: string): boolean =>
  /^\[3(DATAVOLLEYSCOUT|MATCH|TEAMS|SCOUT)\]/im.test(text.slice(0, 5_000))

/** Splits a text into its `[3...]` sections; what stands before the first is nobody's. */
export function sectionsOf(text: string): Sections {
  const lines = text.split('\n')
  if (lines.length > MAX_LINES) throw new Refused('TOO_MANY', 'the file', { max: MAX_LINES, what: 'lines' })
  const sections = new Map<string, { line: number; text: string }[]>()
  let current: { line: number; text: string }[] = []
  for (const [at, text] of lines.entries()) {
    if (text.length > MAX_LINE) throw new Refused('TOO_LONG', `line ${at + 1}`, { max: MAX_LINE, what: 'the line' })
    const name = /^\[(3[A-Z-]+)\]\s*$/i.exec(text)?.[1]?.toUpperCase()
    if (name) {
      current = sections.get(name) ?? []
      sections.set(name, current)
    } else if (text.trim() !== '') current.push({ line: at + 1, text: text.trim() })
  }
  return sections
}
