/** Colours that stay apart from each other by day and by night; a team without one of its own gets the next. */
const COLOURS = [
  '#1d4ed8',
  '#dc2626',
  '#ca8a04',
  '#7c3aed',
  '#059669',
  '#db2777',
  '#0891b2',
  '#ea580c',
  '#4d7c0f',
  '#9333ea',
  '#0f766e',
  '#b45309',
] as const

export const colourFor = (index: number): string => COLOURS[index % COLOURS.length] ?? COLOURS[0]

/**
 * A short name of two to four letters for each team, all different: the initials of several words, else the first letters, with a
 * digit where two would be equal.
 */
export const shortNames = (names: readonly string[]): string[] => {
  const taken = new Set<string>()
  return names.map((name) => {
    const words = name
      .normalize('NFKD')
      .replace(/[^A-Za-z0-9 ]/g, '')
      .split(' ')
      .filter(Boolean)
    const initials = words.map((word) => word[0]).join('')
    const wanted = (words.length > 1 ? initials : (words[0] ?? 'T')).toUpperCase().slice(0, words.length > 1 ? 4 : 3)
    let short = wanted.length < 2 ? `${wanted}1` : wanted
    for (let n = 2; taken.has(short); n += 1) short = `${wanted.slice(0, 4 - String(n).length)}${n}`
    taken.add(short)
    return short
  })
}
