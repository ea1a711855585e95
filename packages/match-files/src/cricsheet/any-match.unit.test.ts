// Whole matches of random plays, written out and read again.
import {
  type CricketPlay,
  type CricketRules,
  type CricketScore,
  type CricketSetup,
  cricketResult,
  cricketRules,
  currentInnings,
  type Delivery,
  DISMISSALS,
  type Innings,
  RETIREMENTS,
  SPORTS,
} from '@gavel/scoring'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readCricsheet, textOfResult } from './read.ts'
import { writeCricsheet } from './write.ts'

const { cricket } = SPORTS
const players = (tag: string) => Array.from({ length: 11 }, (_, n) => `${tag}${n + 1}`)
const SETUP: CricketSetup = {
  sides: { home: { team: 'herons', players: players('h') }, away: { team: 'otters', players: players('o') } },
  toss: { winner: 'home', chose: 'bat' },
}
const NAMES = Object.fromEntries(
  ['herons', 'otters', ...players('h'), ...players('o')].map((id) => [id, `Name of ${id}`]),
)

const step = fc.record({
  act: fc.constantFrom(...Array<'ball'>(40).fill('ball'), 'retire', 'declare', 'over', 'again', 'penalty', 'absent'),
  bat: fc.constantFrom(0, 0, 1, 1, 2, 3, 4, 6),
  extra: fc.constantFrom('', '', '', '', 'wides', 'noBalls', 'byes', 'legByes'),
  more: fc.integer({ min: 1, max: 5 }),
  kind: fc.option(fc.constantFrom(...DISMISSALS.filter((kind) => kind !== 'timed out')), { freq: 7 }),
  who: fc.boolean(),
  crossed: fc.boolean(),
  retirement: fc.constantFrom(...RETIREMENTS),
})
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

class Scorer {
  readonly plays: CricketPlay[] = []
  score: CricketScore

  constructor(rules: CricketRules) {
    this.score = cricket.begin(rules, SETUP)
  }

  /** Writes the play where nothing speaks against it. */
  write(play: CricketPlay): boolean {
    if (cricket.check(this.score, play)) return false
    this.plays.push(play)
    this.score = cricket.apply(this.score, play)
    return true
  }

  take(one: Step): void {
    const innings = currentInnings(this.score)
    if (innings?.end === null) this.#inInnings(innings, one)
    else if (cricketResult(this.score).is === 'open') this.#begin(innings)
  }

  #begin(before: Innings | null): void {
    if (before && this.write({ type: 'FollowOn' })) {
      this.write({ type: 'InningsStart', batting: before.batting })
      return
    }
    this.write({ type: 'InningsStart', batting: before?.batting === 'home' ? 'away' : 'home' })
  }

  #inInnings(innings: Innings, one: Step): void {
    const ball = this.#ball(innings, one)
    const out = (one.who ? ball.striker : ball.nonStriker) ?? ball.striker
    const begun = innings.balls > 0
    switch (one.act) {
      case 'retire':
        if (begun && innings.batters.length < 9) this.write({ type: 'Retire', player: out, kind: one.retirement })
        return
      case 'declare':
        this.write({ type: 'Declare' })
        return
      case 'over':
        if ((innings.over?.fair ?? 0) > 2) this.write({ type: 'OverCalled' })
        return
      case 'again': {
        const bowler = innings.lastOver?.bowlers.at(-1)
        if (!bowler || !this.write({ type: 'OverGoesOn' })) return
        if (!this.#bowl({ ...one, kind: null }, bowler)) this.write({ type: 'OverCalled' })
        return
      }
      case 'penalty':
        if (begun) this.write({ type: 'PenaltyRuns', to: one.who ? 'home' : 'away', runs: 5 })
        return
      case 'absent':
        if (!begun) this.write({ type: 'AbsentHurt', player: this.score.players[innings.batting].at(-1) ?? '' })
        return
      default:
        this.#bowl(one)
    }
  }

  #bowl(one: Step, bowler?: string): boolean {
    const innings = currentInnings(this.score)
    if (!innings) return false
    const ball = { ...this.#ball(innings, one), ...(bowler ? { bowler } : {}) }
    const out = (one.who ? ball.striker : ball.nonStriker) ?? ball.striker
    const { boundary: _, ...run } = ball
    const wicket = one.kind && { ...run, crossed: one.crossed, wickets: [{ kind: one.kind, out }] }
    return (wicket !== null && this.write(wicket)) || this.write(ball)
  }

  #ball({ striker, nonStriker, batters, batting, absent, overs, over }: Innings, { bat, extra, more }: Step): Delivery {
    const [first, second, third] = this.score.players[batting].filter(
      (id) => !batters.some(({ player }) => player === id) && !absent.includes(id),
    )
    const faces = striker ?? first ?? ''
    const field = this.score.players[batting === 'home' ? 'away' : 'home']
    const extras = extra === '' ? {} : { [extra]: extra === 'noBalls' ? 1 : more }
    const hit = extra === '' || extra === 'noBalls'
    return {
      type: 'Delivery',
      striker: faces,
      nonStriker: nonStriker ?? (striker === null ? second : first) ?? third ?? '',
      bowler: over?.bowlers.at(-1) ?? field[10 - (overs % 5)] ?? '',
      runs: { bat: hit ? bat : 0, ...extras },
      ...(hit && (bat === 4 || bat === 6) && more > 1 ? { boundary: bat } : {}),
    }
  }
}

const match = (kind: 'T20' | 'Test', dates: string[], laws: CricketRules['laws']) => ({ kind, dates, laws })
const anyMatch = fc
  .tuple(
    fc.array(step, { minLength: 20, maxLength: 250 }),
    fc.constantFrom(
      match('T20', ['2023-05-01'], 'mcc-2022'),
      match('T20', ['2012-05-01'], 'mcc-2000'),
      match('Test', ['2019-05-01'], 'mcc-2017'),
    ),
  )
  .map(([steps, { kind, dates, laws }]) => {
    const own = { laws, quota: null, powerplays: [] }
    const scorer = new Scorer(kind === 'Test' ? cricketRules('test', own) : cricketRules('t20', { ...own, overs: 4 }))
    for (const one of steps) scorer.take(one)
    const plays = scorer.plays.map((play, n) => ({ seq: n + 2, play, by: 'ann', device: 'phone', atMs: 0 }))
    const state = { rules: scorer.score.rules, setup: SETUP, score: scorer.score, plays }
    return { state, names: NAMES, about: { match_type: kind, dates, meta: {} } }
  })

/** What both tell of an innings: order and figures of batters and bowlers, without ids. Falls after penalty runs are told a ball earlier. */
const told = ({ innings }: CricketScore) =>
  innings.map(({ batting, runs, wickets, balls, overs, extras, batters, bowlers }) => ({
    ...{ batting, runs, wickets, balls, overs, extras },
    batters: batters.map(({ player: _, status, ...figures }) => ({ ...figures, status: status.is })),
    bowlers: bowlers.map(({ player: _, ...figures }) => figures),
  }))

test('WRITE-2, FILE-5 any match that is written and read again has the same score, and the strike follows', () => {
  fc.assert(
    fc.property(anyMatch, (written) => {
      const read = readCricsheet(JSON.parse(JSON.stringify(writeCricsheet(written))))
      expect(told(read.state.score)).toEqual(told(written.state.score))
      expect(read.state.score.strikeMismatches).toBe(0)
      const result = cricketResult(written.state.score)
      if (result.is !== 'open') expect(textOfResult(read)).toBe(textOfResult(written))
    }),
    { numRuns: 60 },
  )
})
