import { apply } from './apply.ts'
import type { CricketPlay } from './plays.ts'
import type { CricketScore, Innings } from './score.ts'
import { currentInnings } from './where.ts'

/** The innings as these plays would leave it. Nothing is checked. */
export function cricketNext(score: CricketScore, plays: readonly CricketPlay[]): Innings | null {
  return currentInnings(plays.reduce(apply, score))
}
