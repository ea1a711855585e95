// Attempts by turns: kicks from the mark, balls of a bowl-out.
import { type BySide, otherSide, type Side } from './sport.ts'

export type Attempt = { readonly side: Side; readonly scored: boolean }

/** Attempts of each side that came off. */
export const scoredBy = (attempts: readonly Attempt[]): BySide<number> => ({
  home: attempts.filter(({ side, scored }) => side === 'home' && scored).length,
  away: attempts.filter(({ side, scored }) => side === 'away' && scored).length,
})

/** Who has won: nobody can catch up within `each` attempts, or one is ahead after a pair of the later ones. */
export function shootOutWinner(each: number, attempts: readonly Attempt[]): Side | null {
  const taken = { home: 0, away: 0 }
  for (const { side } of attempts) taken[side] += 1
  const scored = scoredBy(attempts)
  for (const side of ['home', 'away'] as const) {
    const other = otherSide(side)
    const rounds = Math.max(each, taken.home, taken.away)
    if (scored[side] > scored[other] + (rounds - taken[other])) return side
  }
  return null
}

/** Whose turn it is; null before the first attempt. */
export function nextInTurn(attempts: readonly Attempt[]): Side | null {
  const last = attempts.at(-1)
  return last ? otherSide(last.side) : null
}
