// The innings of a file, filled play by play.
import type { CricketPlay, CricketScore, Delivery, PlayerId, PlayNamed, Review, Side } from '@gavel/scoring'
import { currentInnings } from '@gavel/scoring'
import type { CricsheetBall, CricsheetInnings } from './schema.ts'

type Replaced = NonNullable<CricsheetBall['replacements']>
type FileWicket = NonNullable<CricsheetBall['wickets']>[number]

/** Where a play of the book has no place of its own in a file, it is told with the ball before it or after it. */
export class Pages {
  readonly #innings: CricsheetInnings[] = []
  /** Told with the next ball. */
  #replaced: Replaced = {}
  #wickets: FileWicket[] = []
  readonly #pre = new Map<Side, number>()

  readonly #name: (id: PlayerId) => string
  readonly #team: (side: Side) => string

  constructor(name: (id: PlayerId) => string, team: (side: Side) => string) {
    this.#name = name
    this.#team = team
  }

  add(before: CricketScore, play: CricketPlay, after: CricketScore): void {
    this.#penalties(before, play, after)
    const page = this.#innings.at(-1)
    switch (play.type) {
      case 'InningsStart':
        this.#begin(play.batting, play.superOver ? { super_over: true } : {})
        return
      case 'Forfeit':
        this.#begin(play.side, { forfeited: true })
        return
      case 'Declare':
        if (page) page.declared = true
        return
      case 'AbsentHurt':
        if (page) page.absent_hurt = [...(page.absent_hurt ?? []), this.#name(play.player)]
        return
      case 'Substitute':
        this.#replaced.match = [...(this.#replaced.match ?? []), this.#substitute(play)]
        return
      case 'Replace': {
        const { in: comes, out, reason, role } = play
        const said = { in: this.#name(comes), ...(out === null ? {} : { out: this.#name(out) }), reason, role }
        this.#replaced.role = [...(this.#replaced.role ?? []), said]
        return
      }
      case 'Retire':
      case 'TimedOut':
        this.#left(play)
        return
      case 'Delivery':
        this.#bowled(before, play)
        return
      case 'OverCalled':
      case 'OverGoesOn':
        this.#miscounted(before, play)
        return
      default:
    }
  }

  /** With the powerplays as they came to be, and how many balls each miscounted over had. */
  innings(score: CricketScore): CricsheetInnings[] {
    return this.#innings.map((page, index) => {
      const powerplays = score.innings[index]?.powerplays ?? []
      const said = powerplays.map(({ kind, from, to }) => ({ from, to, type: kind }))
      return said.length > 0 ? { ...page, powerplays: said } : page
    })
  }

  #begin(batting: Side, more: Partial<CricsheetInnings>): void {
    const pre = this.#pre.get(batting) ?? 0
    this.#pre.delete(batting)
    this.#innings.push({ team: this.#team(batting), overs: [], ...more, ...(pre > 0 ? { penalty_runs: { pre } } : {}) })
  }

  #bowled(before: CricketScore, ball: Delivery): void {
    const page = this.#innings.at(-1)
    const over = currentInnings(before)?.overs ?? 0
    if (!page) return
    const known = page.overs.at(-1)
    const last = known?.over === over ? known : { over, deliveries: [] }
    if (last !== known) page.overs.push(last)
    last.deliveries.push(this.#ball(ball))
    const miscount = page.miscounted_overs?.[String(over)]
    if (miscount) miscount.balls = fairOf(last.deliveries)
  }

  /** The over that is on, or that goes on. */
  #miscounted(before: CricketScore, { type, umpire }: PlayNamed<'OverCalled' | 'OverGoesOn'>): void {
    const page = this.#innings.at(-1)
    const over = page?.overs.at(-1)
    if (!page || !over || !currentInnings(before)) return
    const { [String(over.over)]: known, ...others } = page.miscounted_overs ?? {}
    const balls = fairOf(over.deliveries)
    // An over that was called early and goes on after all was not miscounted.
    if (type === 'OverGoesOn' && balls < before.rules.ballsPerOver) {
      page.miscounted_overs = Object.keys(others).length > 0 ? others : undefined
      return
    }
    const by = umpire === undefined ? (known ?? {}) : { umpire: this.#name(umpire) }
    page.miscounted_overs = { ...others, [String(over.over)]: { ...by, balls } }
  }

  #ball(ball: Delivery): CricsheetBall {
    const { bat, wides = 0, noBalls = 0, byes = 0, legByes = 0 } = ball.runs
    const penalty = ball.penalty?.to === 'batting' ? ball.penalty.runs : 0
    const kinds = { wides, noballs: noBalls, byes, legbyes: legByes, penalty }
    const extras = Object.fromEntries(Object.entries(kinds).filter(([, runs]) => runs > 0))
    const sum = wides + noBalls + byes + legByes + penalty
    const wickets = [...this.#wickets, ...(ball.wickets ?? []).map((wicket) => this.#wicket(wicket, ball.bowler))]
    const replaced = this.#replaced
    this.#wickets = []
    this.#replaced = {}
    const run = (bat === 4 || bat === 6) && ball.boundary === undefined
    return {
      batter: this.#name(ball.striker),
      bowler: this.#name(ball.bowler),
      non_striker: ball.nonStriker === null ? '' : this.#name(ball.nonStriker),
      runs: { batter: bat, extras: sum, total: bat + sum, ...(run ? { non_boundary: true } : {}) },
      ...(sum > 0 ? { extras } : {}),
      ...(wickets.length > 0 ? { wickets } : {}),
      ...(ball.review ? { review: this.#review(ball.review) } : {}),
      ...(replaced.match || replaced.role ? { replacements: replaced } : {}),
    }
  }

  #wicket({ kind, out, fielders = [] }: NonNullable<Delivery['wickets']>[number], bowler: PlayerId): FileWicket {
    const [first, another] = fielders
    if (kind === 'caught' && first?.player === bowler && !another)
      return { kind: 'caught and bowled', player_out: this.#name(out) }
    const named = fielders.map(({ player, substitute }) => ({
      ...(player === null ? {} : { name: this.#name(player) }),
      ...(substitute ? { substitute } : {}),
    }))
    return { kind, player_out: this.#name(out), ...(named.length > 0 ? { fielders: named } : {}) }
  }

  #review({ by, batter, umpire, decision, umpiresCall, about }: Review): NonNullable<CricsheetBall['review']> {
    return {
      by: this.#team(by),
      ...(umpire === undefined ? {} : { umpire: this.#name(umpire) }),
      ...(batter === undefined ? {} : { batter: this.#name(batter) }),
      decision,
      ...(about === undefined ? {} : { type: about }),
      ...(umpiresCall ? { umpires_call: true } : {}),
    }
  }

  #substitute({ side, in: comes, out, reason }: PlayNamed<'Substitute'>): NonNullable<Replaced['match']>[number] {
    const leaves = out === null ? {} : { out: this.#name(out) }
    return { in: this.#name(comes), ...leaves, team: this.#team(side), reason }
  }

  /** With the ball before; before the first one, with that. */
  #left(play: PlayNamed<'Retire' | 'TimedOut'>): void {
    const kind = play.type === 'Retire' ? play.kind : 'timed out'
    const wicket: FileWicket = { kind, player_out: this.#name(play.player) }
    const last = this.#innings.at(-1)?.overs.at(-1)?.deliveries.at(-1)
    if (last) last.wickets = [...(last.wickets ?? []), wicket]
    else this.#wickets.push(wicket)
  }

  /** Penalty runs that no ball of their innings holds. */
  #penalties(before: CricketScore, play: CricketPlay, after: CricketScore): void {
    const own = play.type === 'Delivery' ? currentInnings(after)?.n : undefined
    for (const { n, extras } of after.innings) {
      const was = before.innings.find((one) => one.n === n)?.extras.penalty
      const page = this.#innings[n - 1]
      if (was === undefined || !page || n === own || extras.penalty === was) continue
      const runs = extras.penalty - was
      const last = page.overs.at(-1)?.deliveries.at(-1)
      const now = before.innings.at(-1)
      const between = play.type === 'PenaltyRuns' && play.innings === undefined && now?.n === n && now.end === null
      if (between && last) addPenalty(last, runs)
      else page.penalty_runs = { ...page.penalty_runs, post: (page.penalty_runs?.post ?? 0) + runs }
    }
    for (const side of ['home', 'away'] as const) {
      const more = after.pending[side] - before.pending[side]
      if (more > 0) this.#pre.set(side, (this.#pre.get(side) ?? 0) + more)
    }
  }
}

/** Penalty runs between two balls are told with the one before. */
function addPenalty(ball: CricsheetBall, runs: number): void {
  ball.extras = { ...ball.extras, penalty: (ball.extras?.penalty ?? 0) + runs }
  ball.runs = { ...ball.runs, extras: ball.runs.extras + runs, total: ball.runs.total + runs }
}

const fairOf = (balls: readonly CricsheetBall[]): number =>
  balls.filter(({ extras }) => !extras?.wides && !extras?.noballs).length
