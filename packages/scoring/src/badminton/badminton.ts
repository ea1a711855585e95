import { setFigures } from '../sets/sets.ts'
import type { Figure, Outcome, Sport } from '../sport.ts'
import { applyBadminton, beginBadminton } from './apply.ts'
import { checkBadminton } from './check.ts'
import type { BadmintonPlay, BadmintonSetup } from './plays.ts'
import type { BadmintonRules } from './rules.ts'
import { type BadmintonScore, gameScores, serviceOf } from './score.ts'
import { BADMINTON_WORDS } from './words.ts'

/** Badminton, singles and doubles: docs/spec/sports.md, SHUTTLE. */
export const badminton: Sport<BadmintonRules, BadmintonSetup, BadmintonPlay, BadmintonScore> = {
  id: 'badminton',
  begin: beginBadminton,
  check: checkBadminton,
  apply: applyBadminton,
  outcome: badmintonOutcome,
  figures: badmintonFigures,
  words: BADMINTON_WORDS,
}

function badmintonOutcome({ ended }: BadmintonScore): Outcome {
  if (!ended) return { is: 'open' }
  return { is: 'ended', winner: ended.winner, kind: ended.how === 'won' ? 'won' : 'awarded' }
}

function badmintonFigures(score: BadmintonScore): readonly Figure[] {
  const service = score.ended ? null : serviceOf(score)
  return [
    ...setFigures('game', gameScores(score), score.ended?.winner ?? null),
    ...(service ? [{ of: 'serves next', player: service.server, stands: service.side }] : []),
  ]
}
