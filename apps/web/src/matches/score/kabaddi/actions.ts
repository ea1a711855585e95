import { onMat, otherSide, type PlayerId, playersOnMat, type Raid, raidAsDue, type Side } from '@gavel/scoring'
import {
  type ActionContext,
  type Field,
  type Given,
  givenOf,
  listIn,
  numberIn,
  type PadAction,
  people,
  plainAction,
  sideAction,
  sideField,
  sideIn,
  textIn,
  upheldAction,
} from '../actions.ts'

type Action = PadAction<'kabaddi'>
type Context = ActionContext<'kabaddi'>

const RAID = 'Raid'
const TEAMS = 'Teams'
const TIME = 'Time'

const mat = ({ score, names }: Context, side: Side) => people(playersOnMat(score, side), names)

const LOST = [
  { value: 'tackled', label: 'Tackled' },
  { value: 'out-of-court', label: 'Out of court' },
  { value: 'time', label: 'Thirty seconds' },
  { value: 'do-or-die', label: 'Do-or-die' },
] as const

/** Defenders of a side that nobody names are counted. */
const defendersField = (name: string, label: string, context: Context, side: Side): Field => {
  const named = mat(context, side)
  if (named.length > 0) return { name, label, is: 'order', options: named, count: named.length, least: 0 }
  return { name, label, is: 'number', from: 0, to: onMat(context.score, side), start: 0 }
}

function defendersIn(given: Given, name: string): readonly (string | null)[] {
  const count = numberIn(given, name)
  if (typeof count === 'number') return Array.from({ length: count }, () => null)
  return listIn(given, name) ?? []
}

/** Who caught the raider, the first of them first. */
const catchersField = (context: Context, side: Side): readonly Field[] => {
  const named = mat(context, side)
  if (named.length === 0) return []
  return [{ name: 'by', label: 'Caught by', is: 'order', options: named, count: named.length, least: 0 }]
}

const raid: Action = {
  type: 'Raid',
  face: 'Raid',
  group: RAID,
  fields: (context, given) => {
    const raiding = sideIn(given, 'raiding') ?? context.score.raiding ?? 'home'
    const defending = otherSide(raiding)
    return [
      sideField('Raids', context.names, 'raiding'),
      { name: 'raider', label: 'Raider', is: 'pick', options: mat(context, raiding), optional: 'Not named' },
      defendersField('touched', 'Touched', context, defending),
      { name: 'bonus', label: 'Bonus', is: 'yes' },
      { name: 'lost', label: 'The raider is out', is: 'pick', options: LOST, optional: 'No, back safely' },
      defendersField('steppedOut', 'Defenders who stepped out', context, defending),
      ...(given.lost === 'tackled' ? catchersField(context, defending) : []),
    ]
  },
  play: (given, { score }) => {
    const [raiding, raider] = [sideIn(given, 'raiding'), textIn(given, 'raider')]
    const lost = given.lost === null ? null : LOST.find(({ value }) => value === given.lost)?.value
    if (!raiding || raider === undefined || lost === undefined) return null
    const play: Raid = {
      ...{ type: 'Raid', raiding, raider, lost, bonus: given.bonus === true },
      touched: defendersIn(given, 'touched'),
      steppedOut: defendersIn(given, 'steppedOut'),
      by: lost === 'tackled' ? (listIn(given, 'by') ?? []) : [],
      ...{ superTackle: false, allOut: null },
    }
    return raidAsDue(score, play)
  },
  given: (play) => {
    if (play.type !== 'Raid') return {}
    const some = (list: Raid['touched']) => (list.includes(null) ? list.length : list.flatMap((one) => one ?? []))
    return { ...givenOf(play), touched: some(play.touched), steppedOut: some(play.steppedOut), by: play.by }
  },
}

const technical: Action = {
  type: 'Technical',
  face: 'Technical point',
  group: RAID,
  fields: ({ names }) => [
    sideField('To', names, 'to'),
    { name: 'points', label: 'Points', is: 'number', from: 1, to: 5, start: 1 },
    { name: 'why', label: 'Why', is: 'words', suggested: ['line fault', 'delay', 'coaching'] },
  ],
  play: (given) => {
    const [to, points, why] = [sideIn(given, 'to'), numberIn(given, 'points'), textIn(given, 'why')]
    return to && typeof points === 'number' && why ? { type: 'Technical', to, points, why } : null
  },
  given: givenOf,
}

const COLOURS = [
  { value: 'green', label: 'Green', hint: 'warning' },
  { value: 'yellow', label: 'Yellow', hint: 'two minutes' },
  { value: 'red', label: 'Red', hint: 'for the match' },
] as const

const sevenOf = ({ score, names }: Context, given: Given) => people(score.sides[sideIn(given) ?? 'home'].seven, names)

const card: Action = {
  type: 'Card',
  face: 'Card',
  group: TEAMS,
  fields: (context, given) => [
    sideField('Side', context.names),
    { name: 'colour', label: 'Colour', is: 'pick', options: COLOURS },
    { name: 'player', label: 'Who', is: 'pick', options: sevenOf(context, given), optional: 'Not named' },
  ],
  play: (given) => {
    const [side, player] = [sideIn(given), textIn(given, 'player')]
    const colour = COLOURS.find(({ value }) => value === given.colour)?.value
    return side && colour && player !== undefined ? { type: 'Card', side, player, colour } : null
  },
  given: givenOf,
}

const back: Action = {
  type: 'Return',
  face: 'Back from suspension',
  group: TEAMS,
  fields: (context, given) => [
    sideField('Side', context.names),
    {
      ...{ name: 'player', label: 'Who', is: 'pick' },
      options: people(
        context.score.sides[sideIn(given) ?? 'home'].suspended.flatMap((player) => player ?? []),
        context.names,
      ),
    },
  ],
  play: (given) => {
    const [side, player] = [sideIn(given), textIn(given, 'player')]
    return side && player ? { type: 'Return', side, player } : null
  },
  given: givenOf,
}

/** Who may come on: of the squad, or where nobody knows it everybody who has a name and is not of the other side. */
const bench = ({ squad, everybody, score }: Context, side: Side): readonly PlayerId[] =>
  squad[side].length > 0 ? squad[side] : everybody.filter((one) => !score.sides[otherSide(side)].seven.includes(one))

const substitution: Action = {
  type: 'Substitution',
  face: 'Substitution',
  group: TEAMS,
  fields: (context, given) => {
    const side = sideIn(given) ?? 'home'
    const { seven } = context.score.sides[side]
    return [
      sideField('Side', context.names),
      { name: 'off', label: 'Goes off', is: 'pick', options: sevenOf(context, given) },
      {
        ...{ name: 'on', label: 'Comes on', is: 'pick' },
        options: people(
          bench(context, side).filter((one) => !seven.includes(one)),
          context.names,
        ),
      },
    ]
  },
  play: (given) => {
    const [side, off, on] = [sideIn(given), textIn(given, 'off'), textIn(given, 'on')]
    return side && off && on ? { type: 'Substitution', side, off, on } : null
  },
  given: givenOf,
}

const timeOut: Action = {
  type: 'TimeOut',
  face: 'Time-out',
  group: TIME,
  fields: ({ names }) => {
    const sides = (['home', 'away'] as const).map((side) => ({ value: side, label: names.team(side) }))
    return [{ name: 'side', label: 'Asked by', is: 'pick', options: sides, optional: 'The officials' }]
  },
  play: (given) => (given.side === undefined ? null : { type: 'TimeOut', side: sideIn(given) ?? null }),
  given: givenOf,
}

const RAIDS_FIRST = { label: 'Raids first', name: 'raiding' }

/** Everything that a scorer writes in kabaddi. */
export const KABADDI_ACTIONS: readonly Action[] = [
  ...[raid, technical, upheldAction<'kabaddi'>('Review', 'Review', RAID)],
  ...[card, back, substitution, sideAction<'kabaddi'>('Declare', 'Declare all out', TEAMS, { label: 'Which side' })],
  ...[
    sideAction<'kabaddi'>('HalfStart', 'Start a half', TIME, RAIDS_FIRST),
    plainAction<'kabaddi'>('HalfEnd', 'End of the half', TIME),
    timeOut,
    sideAction<'kabaddi'>('TieBreakStart', 'Start the tie-break', TIME, RAIDS_FIRST),
    sideAction<'kabaddi'>('Toss', 'The toss decides', TIME, { label: 'Won by', name: 'winner' }),
  ],
]
