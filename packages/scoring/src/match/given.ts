// Given-when-then for the tests of the match log: a cricket match whose entries are kept.
import { cricketRules } from '../cricket/formats.ts'
import { Book, SETUP } from '../cricket/given.ts'
import type { CricketPlay } from '../cricket/plays.ts'
import type { CricketScore } from '../cricket/score.ts'
import type { MatchRefusal } from '../refusals.ts'
import type { MatchCommand } from './commands.ts'
import { createMatch, decideMatch } from './decide.ts'
import type { MatchEntry } from './entries.ts'
import { evolveMatch } from './evolve.ts'
import type { MatchState } from './state.ts'

/** A command without its asker, who is `ann` unless said otherwise. */
type Ask = MatchCommand extends infer C ? (C extends MatchCommand ? Omit<C, 'by'> & { by?: string } : never) : never

export class Log {
  readonly entries: MatchEntry[] = []
  state: MatchState
  #ms = 0

  constructor(origin: 'live' | 'import' = 'live', overs = 20) {
    const made = createMatch('m1', { sport: 'cricket', rules: cricketRules('t20', { overs }), setup: SETUP, origin })
    const first: MatchEntry = { ...made, ...this.#stamp(1, 'system') }
    this.entries.push(first)
    this.state = evolveMatch(null, first)
  }

  /** `ann` on her phone keeps the score. */
  static kept(overs = 20): Log {
    const log = new Log('live', overs)
    log.must({ type: 'TakeLock', device: 'phone', from: null })
    return log
  }

  /** Runs a command: the refusal, or null when it was accepted. */
  ask(command: Ask): MatchRefusal | null {
    const whole = { by: 'ann', ...command } as MatchCommand
    const decision = decideMatch(this.state, whole, this.#ms)
    if ('refusal' in decision) return decision.refusal
    for (const draft of decision.entries) {
      const entry: MatchEntry = { ...draft, ...this.#stamp(this.state.seq + 1, whole.by) }
      this.entries.push(entry)
      this.state = evolveMatch(this.state, entry)
    }
    return null
  }

  /** A command that is accepted; throws otherwise. Its last seq. */
  must(command: Ask): number {
    const refusal = this.ask(command)
    if (refusal) throw new Error(JSON.stringify(refusal))
    return this.state.seq
  }

  /** Asks, and where consequences are listed accepts them. */
  accept(command: Extract<Ask, { accepting: string | null }>): MatchRefusal | null {
    const refusal = this.ask(command)
    return refusal?.accepting === undefined ? refusal : this.ask({ ...command, accepting: refusal.accepting })
  }

  play(play: CricketPlay): MatchRefusal | null {
    return this.ask({ type: 'Play', device: 'phone', after: this.last, play })
  }

  /** Balls with these runs off the bat, by whoever is due. Their seqs. */
  runs(...bats: number[]): number[] {
    return bats.map((bat) => {
      const play = this.next.ball({ bat })
      return this.must({ type: 'Play', device: 'phone', after: this.last, play })
    })
  }

  start(batting: 'home' | 'away' = 'home'): this {
    this.must({ type: 'Play', device: 'phone', after: this.last, play: { type: 'InningsStart', batting } })
    return this
  }

  /** A scorebook that stands where the match stands: it knows who is due. */
  get next(): Book {
    const book = new Book('t20', this.score.rules, SETUP)
    book.score = this.score
    return book
  }

  get last(): number | null {
    return this.state.plays.at(-1)?.seq ?? null
  }

  get score(): CricketScore {
    return this.state.score as CricketScore
  }

  get total(): string {
    const innings = this.score.innings.at(-1)
    return `${innings?.runs}/${innings?.wickets}`
  }

  #stamp(seq: number, by: string) {
    this.#ms += 1_000
    return { seq, atMs: this.#ms, by, cmd: `c${seq}`, sum: '' }
  }
}
