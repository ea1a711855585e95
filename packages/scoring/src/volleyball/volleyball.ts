import { setFigures } from '../sets/sets.ts'
import type { Figure, Outcome, Sport } from '../sport.ts'
import { applyVolleyball, beginVolleyball } from './apply.ts'
import { checkVolleyball } from './check.ts'
import type { VolleyballPlay, VolleyballSetup } from './plays.ts'
import type { VolleyballRules } from './rules.ts'
import { serverOf, setScores, type VolleyballScore } from './score.ts'
import { VOLLEYBALL_WORDS } from './words.ts'

/** Volleyball, indoors and on the beach: docs/spec/sports.md, VOLLEY. */
export const volleyball: Sport<VolleyballRules, VolleyballSetup, VolleyballPlay, VolleyballScore> = {
  id: 'volleyball',
  begin: beginVolleyball,
  check: checkVolleyball,
  apply: applyVolleyball,
  outcome: volleyballOutcome,
  figures: volleyballFigures,
  words: VOLLEYBALL_WORDS,
}

function volleyballOutcome({ ended }: VolleyballScore): Outcome {
  if (!ended) return { is: 'open' }
  return { is: 'ended', winner: ended.winner, kind: ended.how === 'won' ? 'won' : 'awarded' }
}

function volleyballFigures(score: VolleyballScore): readonly Figure[] {
  const { ended, serving, sides } = score
  return [
    ...setFigures('set', setScores(score), ended?.winner ?? null),
    ...(serving && !ended ? [{ of: 'serves next', player: serverOf(score), stands: serving }] : []),
    ...(['home', 'away'] as const).flatMap((side) => [
      { of: `substitutions ${side}`, player: null, stands: String(sides[side].substitutions) },
      { of: `time-outs ${side}`, player: null, stands: String(sides[side].timeOuts) },
    ]),
  ]
}
