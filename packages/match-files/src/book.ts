import {
  type Anomaly,
  createMatch,
  decideMatch,
  evolveMatch,
  type MatchState,
  matchRefusalWords,
  type PlayOf,
  type RulesOf,
  type ScoredSport,
  type ScoreOf,
  type SetupOf,
} from '@gavel/scoring'
import { Refused } from './refused.ts'

/** What is odd about an imported match and kept all the same. `times`: how often in one part of the match. */
export type NamedAnomaly = {
  readonly code: string
  readonly where: string
  readonly words: string
  readonly times: number
}

const STAMP = { atMs: 0, by: 'import', cmd: 'import', sum: '' } as const
const DEVICE = 'import'

/** A match log as an importer writes it: each play goes through `decideMatch`, and the first one refused refuses the file. */
export class Book<Id extends ScoredSport> {
  #state: MatchState
  readonly #owned = new WeakSet<object>()
  readonly #notes: NamedAnomaly[] = []
  readonly #sport: Id
  readonly #name: (player: string) => string

  constructor(sport: Id, rules: RulesOf<Id>, setup: SetupOf<Id>, name: (player: string) => string) {
    this.#sport = sport
    this.#name = name
    const made = createMatch('import', { sport, rules, setup, origin: 'import' })
    this.#state = evolveMatch(null, { ...made, ...STAMP, seq: 1 }, this.#owned)
  }

  get score(): ScoreOf<Id> {
    return this.#state.score as ScoreOf<Id>
  }

  /** The match so far. The book must not be written on after it was taken. */
  get state(): MatchState<Id> {
    return this.#state as unknown as MatchState<Id>
  }

  /** Throws {@link Refused} where the rules refuse the play. */
  write(play: PlayOf<Id>): void {
    const after = this.#state.plays.at(-1)?.seq ?? null
    const decision = decideMatch(this.#state, { type: 'Play', by: STAMP.by, device: DEVICE, after, play }, 0)
    if ('refusal' in decision) {
      const { code, where, detail } = decision.refusal
      const words = matchRefusalWords({ code, ...(detail ? { detail } : {}) }, this.#sport, this.#name)
      throw new Refused(code, where ?? 'the match', { words })
    }
    for (const draft of decision.entries)
      this.#state = evolveMatch(this.#state, { ...draft, ...STAMP, seq: this.#state.seq + 1 }, this.#owned)
  }

  /** Something odd that the plays themselves do not show. */
  note(code: string, where: string, words: string): void {
    this.#notes.push({ code, where, words, times: 1 })
  }

  /** What the rules objected to and what was noted: the same thing in the same innings, set or half is told once, where it began. */
  anomalies(): readonly NamedAnomaly[] {
    const told = new Map<string, NamedAnomaly>()
    for (const one of [...this.#state.anomalies.map((anomaly) => this.#named(anomaly)), ...this.#notes]) {
      const key = `${one.code} ${one.where.split(',')[0]}`
      const known = told.get(key)
      told.set(key, known ? { ...known, times: known.times + 1 } : one)
    }
    return [...told.values()]
  }

  #named({ objection: { code, where, detail } }: Anomaly): NamedAnomaly {
    return {
      code,
      where,
      words: matchRefusalWords({ code, ...(detail ? { detail } : {}) }, this.#sport, this.#name),
      times: 1,
    }
  }
}
