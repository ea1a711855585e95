import type { Figure, Outcome, Sport } from '../sport.ts'
import { applyKabaddi, beginKabaddi } from './apply.ts'
import { checkKabaddi } from './check.ts'
import type { KabaddiPlay, KabaddiSetup } from './plays.ts'
import type { KabaddiRules } from './rules.ts'
import { type KabaddiScore, kabaddiPoints, onMat } from './score.ts'
import { KABADDI_WORDS } from './words.ts'

/** Kabaddi: docs/spec/sports.md, RAID. */
export const kabaddi: Sport<KabaddiRules, KabaddiSetup, KabaddiPlay, KabaddiScore> = {
  id: 'kabaddi',
  begin: beginKabaddi,
  check: checkKabaddi,
  apply: applyKabaddi,
  outcome: kabaddiOutcome,
  figures: kabaddiFigures,
  words: KABADDI_WORDS,
}

function kabaddiOutcome(score: KabaddiScore): Outcome {
  if (score.phase !== 'ended') return { is: 'open' }
  const { home, away } = kabaddiPoints(score)
  if (home === away && !score.toss) return { is: 'ended', winner: null, kind: 'tied' }
  return { is: 'ended', winner: score.toss ?? (home > away ? 'home' : 'away'), kind: 'won' }
}

function kabaddiFigures(score: KabaddiScore): readonly Figure[] {
  const { home, away } = kabaddiPoints(score)
  return [
    { of: 'score', player: null, stands: `${home}-${away}` },
    { of: 'on the mat', player: null, stands: `${onMat(score, 'home')}-${onMat(score, 'away')}` },
    ...(['home', 'away'] as const).flatMap((side) =>
      score.sides[side].out.flatMap((player) => (player === null ? [] : [{ of: 'out', player, stands: 'out' }])),
    ),
  ]
}
