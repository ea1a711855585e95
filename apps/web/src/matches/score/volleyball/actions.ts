import { onCourt, serverOf } from '@gavel/scoring'
import {
  type ActionContext,
  type Field,
  type Given,
  givenOf,
  listIn,
  type PadAction,
  people,
  plainAction,
  sideAction,
  sideField,
  sideIn,
  textIn,
  upheldAction,
} from '../actions.ts'

type Action = PadAction<'volleyball'>
type Context = ActionContext<'volleyball'>

const SET = 'Set'
const TEAMS = 'Teams'
const REFEREE = 'Referee'

const sideOf = (given: Given) => sideIn(given) ?? 'home'
const listed = ({ score, names }: Context, given: Given) => people(score.setup.sides[sideOf(given)].players, names)
const onNow = ({ score, names }: Context, given: Given) => people(onCourt(score.sides[sideOf(given)]), names)
const liberos = ({ score, names }: Context, given: Given) => people(score.setup.liberos[sideOf(given)], names)

const lineUp = (context: Context, side: 'home' | 'away'): Field => ({
  ...{ name: side, label: `${context.names.team(side)}, by zone from 1`, is: 'order' },
  options: people(context.score.setup.sides[side].players, context.names),
  count: context.score.rules.onCourt,
  optional: 'Not handed in',
})

const setStart: Action = {
  type: 'SetStart',
  face: 'Start the set',
  group: SET,
  fields: (context) => [
    sideField('Serves first', context.names, 'serving'),
    lineUp(context, 'home'),
    lineUp(context, 'away'),
  ],
  play: (given) => {
    const serving = sideIn(given, 'serving')
    if (!serving) return null
    const lineups = { home: listIn(given, 'home') ?? null, away: listIn(given, 'away') ?? null }
    return { type: 'SetStart', serving, lineups }
  },
  given: (play) =>
    play.type === 'SetStart'
      ? { serving: play.serving ?? undefined, home: play.lineups.home, away: play.lineups.away }
      : {},
}

const rally: Action = {
  type: 'Rally',
  face: 'A rally',
  group: SET,
  fields: ({ names }) => [sideField('Won by', names, 'winner')],
  // Who served is as it was written, else as the rotation says.
  play: (given, { score }) => {
    const winner = sideIn(given, 'winner')
    if (!winner) return null
    const [serving, server] = [textIn(given, 'serving'), textIn(given, 'server')]
    if (serving === undefined || server === undefined)
      return { type: 'Rally', winner, serving: score.serving, server: serverOf(score) }
    return { type: 'Rally', winner, serving: sideIn(given, 'serving') ?? null, server }
  },
  given: givenOf,
}

const substitution: Action = {
  type: 'Substitution',
  face: 'Substitution',
  group: TEAMS,
  fields: (context, given) => [
    sideField('Side', context.names),
    { name: 'off', label: 'Goes off', is: 'pick', options: onNow(context, given) },
    { name: 'on', label: 'Comes on', is: 'pick', options: listed(context, given) },
    { name: 'exceptional', label: 'For an injury, outside the count', is: 'yes' },
  ],
  play: (given) => {
    const [side, off, on] = [sideIn(given), textIn(given, 'off'), textIn(given, 'on')]
    return side && off && on ? { type: 'Substitution', side, off, on, exceptional: given.exceptional === true } : null
  },
  given: givenOf,
}

const liberoIn: Action = {
  type: 'LiberoIn',
  face: 'Libero in',
  group: TEAMS,
  fields: (context, given) => [
    sideField('Side', context.names),
    { name: 'libero', label: 'Libero', is: 'pick', options: liberos(context, given) },
    { name: 'for', label: 'For', is: 'pick', options: onNow(context, given) },
  ],
  play: (given) => {
    const [side, libero, instead] = [sideIn(given), textIn(given, 'libero'), textIn(given, 'for')]
    return side && libero && instead ? { type: 'LiberoIn', side, libero, for: instead } : null
  },
  given: givenOf,
}

const liberoOut: Action = {
  type: 'LiberoOut',
  face: 'Libero out',
  group: TEAMS,
  fields: (context, given) => [
    sideField('Side', context.names),
    { name: 'libero', label: 'Libero', is: 'pick', options: liberos(context, given) },
  ],
  play: (given) => {
    const [side, libero] = [sideIn(given), textIn(given, 'libero')]
    return side && libero ? { type: 'LiberoOut', side, libero } : null
  },
  given: givenOf,
}

const SANCTIONS = ['warning', 'penalty', 'expulsion', 'disqualification'] as const

const sanction: Action = {
  type: 'Sanction',
  face: 'Card',
  group: REFEREE,
  fields: (context, given) => [
    sideField('Side', context.names),
    {
      ...{ name: 'what', label: 'What', is: 'pick' },
      options: [
        { value: 'warning', label: 'Warning', hint: 'yellow' },
        { value: 'penalty', label: 'Penalty', hint: 'red: a point' },
        { value: 'expulsion', label: 'Expulsion', hint: 'for the set' },
        { value: 'disqualification', label: 'Disqualified', hint: 'for the match' },
      ],
    },
    { name: 'player', label: 'Who', is: 'pick', options: listed(context, given), optional: 'Not named' },
  ],
  play: (given) => {
    const [side, player] = [sideIn(given), textIn(given, 'player')]
    const what = SANCTIONS.find((one) => one === given.what)
    return side && what && player !== undefined ? { type: 'Sanction', side, player, what } : null
  },
  given: givenOf,
}

const forfeit: Action = {
  type: 'Default',
  face: 'Cannot play on',
  group: REFEREE,
  fields: ({ names }) => [
    sideField('Which side', names),
    {
      ...{ name: 'of', label: 'Loses', is: 'pick' },
      options: [
        { value: 'set', label: 'The set' },
        { value: 'match', label: 'The match' },
      ],
    },
  ],
  play: (given) => {
    const [side, of] = [sideIn(given), textIn(given, 'of')]
    return side && (of === 'set' || of === 'match') ? { type: 'Default', side, of } : null
  },
  given: givenOf,
}

/** Everything that a scorer writes in volleyball. */
export const VOLLEYBALL_ACTIONS: readonly Action[] = [
  ...[
    setStart,
    rally,
    plainAction<'volleyball'>('SetCalled', 'End the set as it stands', SET),
    sideAction<'volleyball'>('PointGiven', 'A point without its rally', SET, { label: 'To' }),
  ],
  ...[
    substitution,
    liberoIn,
    liberoOut,
    sideAction<'volleyball'>('TimeOut', 'Time-out', TEAMS, { label: 'Which side' }),
  ],
  ...[
    sideAction<'volleyball'>('RotationFault', 'Rotation fault', REFEREE, { label: 'Which side' }),
    sanction,
    upheldAction<'volleyball'>('Challenge', 'Challenge', REFEREE),
    forfeit,
  ],
]
