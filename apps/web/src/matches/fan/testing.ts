import { playMatch } from '@gavel/bots'
import { cricketRules, type MatchEntry } from '@gavel/scoring'

const sheet = (team: string) => ({
  team,
  players: Array.from({ length: 11 }, (_, n) => `${team}${n + 1}`),
  keeper: `${team}3`,
})

/** A whole match for tests, by its seed. */
export const aPlayedMatch = (seed: string, overs = 5): readonly MatchEntry[] =>
  playMatch({
    rules: cricketRules('t20', { overs }),
    setup: { sides: { home: sheet('h'), away: sheet('a') }, toss: { winner: 'home', chose: 'bat' } },
    seed,
  }).entries
