import type { Figure, Outcome, Sport } from '../sport.ts'
import { applyFootball, beginFootball } from './apply.ts'
import { checkFootball } from './check.ts'
import type { FootballPlay, FootballSetup } from './plays.ts'
import type { FootballRules } from './rules.ts'
import { aggregateOf, ahead, type FootballScore, shootOutOf } from './score.ts'
import { FOOTBALL_WORDS } from './words.ts'

/** Football: docs/spec/sports.md, GOAL. */
export const football: Sport<FootballRules, FootballSetup, FootballPlay, FootballScore> = {
  id: 'football',
  begin: beginFootball,
  check: checkFootball,
  apply: applyFootball,
  outcome: footballOutcome,
  figures: footballFigures,
  words: FOOTBALL_WORDS,
}

/** In a knock-out of two legs the winner is who goes through. */
function footballOutcome(score: FootballScore): Outcome {
  if (!score.ended) return { is: 'open' }
  const tie = score.setup.knockout ? aggregateOf(score) : score.goals
  const kicks = shootOutOf(score)
  const winner = ahead(tie) ?? (kicks && ahead(kicks))
  return { is: 'ended', winner, kind: winner ? 'won' : 'drawn' }
}

function footballFigures(score: FootballScore): readonly Figure[] {
  const kicks = shootOutOf(score)
  return [
    { of: 'goals', player: null, stands: `${score.goals.home}-${score.goals.away}` },
    ...(kicks ? [{ of: 'kicks', player: null, stands: `${kicks.home}-${kicks.away}` }] : []),
    ...(['home', 'away'] as const).flatMap((side) => [
      ...score.sides[side].on.map((player) => ({ of: 'on the pitch', player, stands: 'on' })),
      ...score.sides[side].sentOff.map((player) => ({ of: 'sent off', player, stands: 'off' })),
    ]),
  ]
}
