import type { BySide, Figure, Side } from '../sport.ts'

/**
 * How a match of sets (or games) is won. `lead`: by how many points a set must be won; `cap`: the score that wins whatever the lead, null
 * for none. `target` null: nobody but the official ends a set; `bestOf` null: nor the match (training, a set for the fans).
 */
export type SetRules = {
  readonly bestOf: number | null
  readonly target: number | null
  /** The target of the set that decides, where it differs. */
  readonly lastTarget: number | null
  readonly lead: number
  readonly cap: number | null
}

/** What a side must reach in the set numbered from 1. */
function targetOf(rules: SetRules, set: number): number | null {
  return set === rules.bestOf ? rules.lastTarget : rules.target
}

/** Who has won the set numbered from 1 with this score; null while it goes on. */
export function setWinner(rules: SetRules, set: number, score: BySide<number>): Side | null {
  const target = targetOf(rules, set)
  if (target === null) return null
  const ahead: Side = score.home > score.away ? 'home' : 'away'
  const [high, low] = [Math.max(score.home, score.away), Math.min(score.home, score.away)]
  if (high === low || high < target) return null
  if (high - low >= rules.lead) return ahead
  return rules.cap !== null && high >= rules.cap ? ahead : null
}

/** Whether one more point to this side would win the set: the game point, set point or match point that a scoreboard announces. */
export function isPointAway(rules: SetRules, set: number, score: BySide<number>, side: Side): boolean {
  return setWinner(rules, set, { ...score, [side]: score[side] + 1 }) === side
}

/** How many sets each side has won. */
export function setsWon(sets: readonly BySide<number>[]): BySide<number> {
  return {
    home: sets.filter((set) => set.home > set.away).length,
    away: sets.filter((set) => set.away > set.home).length,
  }
}

/** Who has won the match with these sets; null while nobody has more than half. */
export function matchWinner(rules: SetRules, won: BySide<number>): Side | null {
  if (rules.bestOf === null) return null
  const needed = Math.floor(rules.bestOf / 2) + 1
  return won.home >= needed ? 'home' : won.away >= needed ? 'away' : null
}

/** Whether a set can have ended so: the score is won, and it was not won one point before. */
export function couldEnd(rules: SetRules, set: number, score: BySide<number>): boolean {
  const winner = setWinner(rules, set, score)
  if (!winner) return false
  return setWinner(rules, set, { ...score, [winner]: score[winner] - 1 }) === null
}

/** What stands in a match of sets, for comparing two of them: each set, and who has won. `unit`: `set` or `game`. */
export function setFigures(unit: string, sets: readonly BySide<number>[], winner: Side | null): readonly Figure[] {
  const scores = sets.map((set, at) => ({ of: `${unit} ${at + 1}`, player: null, stands: `${set.home}-${set.away}` }))
  return winner ? [...scores, { of: 'winner', player: null, stands: winner }] : scores
}

/** Whether a match by these rules can stand so: every set but the last has ended, the last may still go on, and nobody had won before. */
export function setsCouldBe(rules: SetRules, sets: readonly BySide<number>[]): boolean {
  return sets.every((set, at) => {
    const before = sets.slice(0, at)
    if (matchWinner(rules, setsWon(before))) return false
    if (couldEnd(rules, at + 1, set)) return true
    return at === sets.length - 1 && setWinner(rules, at + 1, set) === null
  })
}

/** Who has won more sets; null when level. */
export function leaderBySets(sets: readonly BySide<number>[]): Side | null {
  const { home, away } = setsWon(sets)
  return home === away ? null : home > away ? 'home' : 'away'
}
