// Given-when-then for the tests of cricket: a book that is filled without naming every batter and bowler.
import type { Objection } from '../objections.ts'
import type { PlayerId, Side } from '../sport.ts'
import { type CricketFormat, cricketRules } from './formats.ts'
import type { BallRuns, CricketPlay, Delivery, DismissalKind } from './plays.ts'
import type { CricketRules, CricketSetup } from './rules.ts'
import type { CricketScore, Innings } from './score.ts'
import { cricket } from './sport.ts'
import { currentInnings } from './where.ts'

/** `h1` to `h11` and `a1` to `a11`; home won the toss and bats. */
export const SETUP: CricketSetup = {
  sides: {
    home: { team: 'herons', players: Array.from({ length: 11 }, (_, n) => `h${n + 1}`) },
    away: { team: 'otters', players: Array.from({ length: 11 }, (_, n) => `a${n + 1}`) },
  },
  toss: { winner: 'home', chose: 'bat' },
}

export class Book {
  readonly rules: CricketRules
  readonly setup: CricketSetup
  readonly plays: CricketPlay[] = []
  score: CricketScore

  constructor(format: CricketFormat = 't20', own: Partial<CricketRules> = {}, setup: CricketSetup = SETUP) {
    this.rules = cricketRules(format, own)
    this.setup = setup
    this.score = cricket.begin(this.rules, setup)
  }

  get innings(): Innings {
    const innings = currentInnings(this.score)
    if (!innings) throw new Error('no innings')
    return innings
  }

  /** What speaks against a play; null when it was written. */
  play(play: CricketPlay): Objection | null {
    const objection = cricket.check(this.score, play)
    if (!objection) this.take(play)
    return objection
  }

  /** Writes a play whatever speaks against it, as an import does with an oddity. */
  take(play: CricketPlay): void {
    this.plays.push(play)
    this.score = cricket.apply(this.score, play)
  }

  /** Plays that nothing speaks against. Throws otherwise. */
  write(...plays: CricketPlay[]): this {
    for (const play of plays) {
      const objection = this.play(play)
      if (objection) throw new Error(`${JSON.stringify(play)}: ${JSON.stringify(objection)}`)
    }
    return this
  }

  start(batting: Side = 'home', superOver?: number): this {
    return this.write({ type: 'InningsStart', batting, ...(superOver === undefined ? {} : { superOver }) })
  }

  /** The ball that would be bowled next, by whoever is due: the two strikers in, else the next of the order; bowlers by turns. */
  ball(runs: Partial<BallRuns> = {}, more: Partial<Delivery> = {}): Delivery {
    const [striker, nonStriker] = this.batters()
    return { type: 'Delivery', striker, nonStriker, bowler: this.bowler(), runs: { bat: 0, ...runs }, ...more }
  }

  bowl(runs: Partial<BallRuns> = {}, more: Partial<Delivery> = {}): this {
    return this.write(this.ball(runs, more))
  }

  /** Balls with these runs off the bat, one after another. */
  runs(...bats: number[]): this {
    for (const bat of bats) this.bowl({ bat })
    return this
  }

  out(kind: DismissalKind = 'bowled', more: Partial<Delivery> = {}): this {
    const ball = this.ball({}, more)
    return this.write({ ...ball, wickets: ball.wickets ?? [{ kind, out: ball.striker }] })
  }

  /** What speaks against a ball. */
  against(runs: Partial<BallRuns> = {}, more: Partial<Delivery> = {}): string | null {
    return cricket.check(this.score, this.ball(runs, more))?.code ?? null
  }

  batters(): [PlayerId, PlayerId] {
    const { striker, nonStriker, batters, batting, absent } = this.innings
    const fresh = this.score.players[batting].filter(
      (id) => !batters.some(({ player }) => player === id) && !absent.includes(id) && !this.score.gone.includes(id),
    )
    const first = striker ?? fresh.shift() ?? 'nobody'
    return [first, nonStriker ?? fresh.shift() ?? 'nobody']
  }

  /** Five bowlers by turns, of the side in the field. */
  bowler(): PlayerId {
    const { over, overs, batting } = this.innings
    const side = batting === 'home' ? 'away' : 'home'
    return over?.bowlers.at(-1) ?? this.score.players[side][10 - (overs % 5)] ?? 'nobody'
  }

  batter(player: PlayerId) {
    return this.innings.batters.find((one) => one.player === player)
  }

  bowling(player: PlayerId) {
    return this.innings.bowlers.find((one) => one.player === player)
  }
}

/** An over of dot balls. */
export const maiden = (book: Book): Book => book.runs(0, 0, 0, 0, 0, 0)
