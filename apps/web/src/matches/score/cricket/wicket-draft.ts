import {
  type CricketRules,
  type Delivery,
  type DismissalKind,
  lawSet,
  newBatterFaces,
  type Wicket,
} from '@gavel/scoring'

/** What the scorer has said of a wicket so far. `fielders` undefined: not asked yet. */
export type WicketDraft = {
  readonly kind: DismissalKind | null
  readonly out: string | null
  readonly end: Wicket['end'] | null
  readonly fielders: Wicket['fielders'] | undefined
  readonly ran: number
  readonly crossed: boolean
}

export const NO_WICKET: WicketDraft = { kind: null, out: null, end: null, fielders: undefined, ran: 0, crossed: false }

/** The dismissals in which either batter may be out. */
const EITHER: ReadonlySet<string> = new Set(['run out', 'obstructing the field', 'handled the ball'])
/** Those that name fielders. */
const WITH_FIELDERS: ReadonlySet<string> = new Set(['caught', 'run out', 'stumped'])
/** Those in which completed runs count. */
const WITH_RUNS: ReadonlySet<string> = new Set([
  'run out',
  'obstructing the field',
  'handled the ball',
  'hit the ball twice',
])

/** What is asked next: how, who and at which end, which fielder; then the ball is whole. */
export type WicketStep = 'how' | 'who' | 'fielder' | 'whole'

export function stepOf({ kind, out, fielders }: WicketDraft): WicketStep {
  if (kind === null) return 'how'
  if (EITHER.has(kind) && out === null) return 'who'
  return WITH_FIELDERS.has(kind) && fielders === undefined ? 'fielder' : 'whole'
}

export const countsRuns = (kind: DismissalKind | null): boolean => kind !== null && WITH_RUNS.has(kind)
export const asksEnd = (kind: DismissalKind | null): boolean => kind === 'run out'

/** Whether it matters for who faces next that the batters had crossed. */
export function asksCrossed(kind: DismissalKind | null, rules: CricketRules): boolean {
  if (kind === 'caught') return !newBatterFaces(rules)
  return kind === 'obstructing the field' || kind === 'handled the ball'
}

/** Dismissals that these laws know, the frequent ones first. */
export const dismissalsOf = (rules: CricketRules): readonly DismissalKind[] => [
  ...(['bowled', 'caught', 'lbw', 'run out', 'stumped', 'hit wicket'] as const),
  ...(['obstructing the field', 'hit the ball twice'] as const),
  ...(lawSet(rules.laws).handledBall ? (['handled the ball'] as const) : []),
]

/** The ball with its wicket. `base`: the ball with its extras and no runs. */
export function withWicket(base: Delivery, draft: WicketDraft): Delivery {
  const { kind, out, end, fielders, ran, crossed } = draft
  if (kind === null) return base
  const wicket: Wicket = {
    kind,
    out: out ?? base.striker,
    ...(fielders && fielders.length > 0 && { fielders }),
    ...(end && asksEnd(kind) && { end }),
  }
  const runs = countsRuns(kind) ? ran : 0
  const ball = { ...base, runs: withRun(base.runs, runs), wickets: [wicket] }
  return crossed ? { ...ball, crossed } : ball
}

/** Runs that were completed go where the ball's other runs go. */
function withRun(runs: Delivery['runs'], ran: number): Delivery['runs'] {
  if (runs.wides) return { ...runs, wides: runs.wides + ran }
  if (runs.byes !== undefined) return { ...runs, byes: ran }
  if (runs.legByes !== undefined) return { ...runs, legByes: ran }
  return { ...runs, bat: ran }
}
