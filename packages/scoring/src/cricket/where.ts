import type { CricketScore, Innings } from './score.ts'

/** Balls in the way books write overs: 19.4 is 118 balls of six. */
export function oversText(balls: number, ballsPerOver: number): string {
  const rest = balls % ballsPerOver
  return rest === 0 ? String((balls - rest) / ballsPerOver) : `${(balls - rest) / ballsPerOver}.${rest}`
}

/** A place in the book: `over` counts complete overs, `ball` the balls of this one. */
export function placeText(innings: number, over: number, ball: number): string {
  return `innings ${innings}, over ${over}.${ball} (over ${over + 1}, ball ${ball})`
}

export const currentInnings = (score: CricketScore): Innings | null => score.innings.at(-1) ?? null

/** Where the next ball would be. */
export function whereNext(score: CricketScore): string {
  const innings = currentInnings(score)
  if (!innings) return 'before the first innings'
  if (score.bowlOut.length > 0) return `bowl-out, ball ${score.bowlOut.length + 1}`
  return placeText(innings.n, innings.overs, (innings.over?.balls ?? 0) + 1)
}
