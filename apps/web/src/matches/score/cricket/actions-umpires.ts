import { type Delivery, lawSet } from '@gavel/scoring'
import { type ActionContext, givenOf, numberIn, type PadAction, sideField, sideIn, textIn } from '../actions.ts'
import { UMPIRE } from './action-words.ts'

type Context = ActionContext<'cricket'>
type Action = PadAction<'cricket'>

export const penalty: Action = {
  type: 'PenaltyRuns',
  face: 'Penalty runs',
  group: UMPIRE,
  fields: ({ names }) => [
    sideField('To', names, 'to'),
    { name: 'runs', label: 'Runs', is: 'number', from: 5, to: 50, start: 5, step: 5 },
  ],
  play: (given) => {
    const [to, runs] = [sideIn(given, 'to'), numberIn(given, 'runs')]
    return to && typeof runs === 'number' ? { type: 'PenaltyRuns', to, runs } : null
  },
  given: givenOf,
}

const lastBall = ({ last }: Context): Delivery | null =>
  last?.play.type === 'Delivery' ? (last.play as Delivery) : null

export const review: Action = {
  type: 'Delivery',
  face: 'Review of the last ball',
  group: UMPIRE,
  amends: true,
  fields: ({ names }) => [
    sideField('Asked by', names, 'by'),
    {
      ...{ name: 'decision', label: 'The review is', is: 'pick' },
      options: [
        { value: 'struck down', label: 'Struck down', hint: 'the decision stands' },
        { value: 'upheld', label: 'Upheld', hint: 'then change the ball too' },
      ],
    },
    { name: 'umpiresCall', label: 'Umpire’s call', is: 'yes' },
    { name: 'about', label: 'About', is: 'words', suggested: ['wicket', 'wide', 'no-ball'], optional: 'Not said' },
  ],
  play: (given, context) => {
    const ball = lastBall(context)
    const [by, decision] = [sideIn(given, 'by'), textIn(given, 'decision')]
    if (!ball || !by || (decision !== 'upheld' && decision !== 'struck down')) return null
    const about = textIn(given, 'about')
    return {
      ...ball,
      review: {
        by,
        decision,
        ...(given.umpiresCall === true && { umpiresCall: true as const }),
        ...(about && { about }),
      },
    }
  },
}

export const shortRun: Action = {
  type: 'Delivery',
  face: 'Short run on the last ball',
  group: UMPIRE,
  amends: true,
  fields: (context) => {
    const of = context.score.rules.laws
    const deliberate = lawSet(of).deliberateShortRun !== 'warning'
    const all = { value: 'all', label: 'Deliberate', hint: 'no runs, 5 to the other side' }
    return [
      {
        ...{ name: 'short', label: 'Runs that do not count', is: 'pick' },
        options: [{ value: '1', label: 'One' }, { value: '2', label: 'Two' }, ...(deliberate ? [all] : [])],
      },
    ]
  },
  play: (given, context) => {
    const ball = lastBall(context)
    const short = textIn(given, 'short')
    if (!ball || !short) return null
    return short === 'all' ? deliberatelyShort(ball) : shortened(ball, Number(short))
  },
}

/** Runs run short do not count; the batters are where they ran to. */
function shortened(ball: Delivery, n: number): Delivery | null {
  const kind = (['bat', 'byes', 'legByes'] as const).find((one) => (ball.runs[one] ?? 0) >= n)
  if (!kind) return null
  return { ...ball, runs: { ...ball.runs, [kind]: (ball.runs[kind] ?? 0) - n }, short: (ball.short ?? 0) + n }
}

/** All runs of the ball are lost, and the batters go back to where they were. */
function deliberatelyShort(ball: Delivery): Delivery {
  const { wides, noBalls } = ball.runs
  const { boundary: _, short: __, ...rest } = ball
  const signal = { ...(wides ? { wides: 1 } : {}), ...(noBalls ? { noBalls } : {}) }
  return { ...rest, runs: { bat: 0, ...signal }, ran: 0, penalty: { to: 'fielding', runs: 5 } }
}
