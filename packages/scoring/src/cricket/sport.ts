import type { Sport } from '../sport.ts'
import { apply } from './apply.ts'
import { check } from './check.ts'
import { figures } from './figures.ts'
import type { CricketPlay } from './plays.ts'
import { cricketOutcome } from './result.ts'
import type { CricketRules, CricketSetup } from './rules.ts'
import type { CricketScore } from './score.ts'
import { CRICKET_WORDS } from './words.ts'

/** Cricket, by the Laws that the match names and the format's numbers. Rules: docs/spec/cricket.md. */
export const cricket: Sport<CricketRules, CricketSetup, CricketPlay, CricketScore> = {
  id: 'cricket',
  begin: (rules, { sides, toss }) => ({
    rules,
    toss,
    players: { home: sides.home.players, away: sides.away.players },
    gone: [],
    innings: [],
    pending: { home: 0, away: 0 },
    ...{ nextLimit: null, nextTarget: null, followOn: null, bowlOut: [], verdict: null },
    strikeMismatches: 0,
  }),
  check,
  apply,
  outcome: cricketOutcome,
  figures,
  words: CRICKET_WORDS,
}
