type Places = { players: number; teams: number }

/** What is left of the places of one kind, in words, and whether a newcomer would wait. */
export function placesLeft(
  capacity: Places,
  taken: Places,
  kind: keyof Places,
): { left: number; total: number; words: string; full: boolean } {
  const total = capacity[kind]
  const left = Math.max(0, total - taken[kind])
  const noun = kind === 'players' ? 'player places' : 'team places'
  if (total === 0) return { left, total, full: true, words: `No ${noun}` }
  if (left === 0) return { left, total, full: true, words: `All ${total} ${noun} taken` }
  return { left, total, full: false, words: `${left} of ${total} ${noun} open` }
}
