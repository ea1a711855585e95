import { currentInnings, nextInTurn, otherSide, RETIREMENTS, type RetirementKind } from '@gavel/scoring'
import {
  type ActionContext,
  type Field,
  givenOf,
  type PadAction,
  people,
  sideField,
  sideIn,
  textIn,
} from '../actions.ts'
import { BATTERS, capital, MATCH, OVER, said } from './action-words.ts'
import { comingBatters } from './crease.ts'

type Context = ActionContext<'cricket'>
type Action = PadAction<'cricket'>

const inNow = ({ score }: Context): readonly string[] =>
  currentInnings(score)?.batters.flatMap(({ player, status }) => (status.is === 'in' ? [player] : [])) ?? []

const notInYet = ({ score }: Context): readonly string[] => {
  const innings = currentInnings(score)
  return innings ? comingBatters(score, innings).map(({ player }) => player) : []
}

const fielding = ({ score }: Context): readonly string[] => {
  const innings = currentInnings(score)
  return innings ? score.players[otherSide(innings.batting)].filter((player) => !score.gone.includes(player)) : []
}

export const retire: Action = {
  type: 'Retire',
  face: 'Retires',
  group: BATTERS,
  fields: (context) => [
    { name: 'player', label: 'Who', is: 'pick', options: people(inNow(context), context.names) },
    {
      name: 'kind',
      label: 'How',
      is: 'pick',
      options: RETIREMENTS.map((kind) => ({ value: kind, label: capital(kind) })),
    },
  ],
  play: (given) => {
    const [player, kind] = [said(textIn(given, 'player')), textIn(given, 'kind')]
    return player && isRetirement(kind) ? { type: 'Retire', player, kind } : null
  },
  given: givenOf,
}

const isRetirement = (kind: string | null | undefined): kind is RetirementKind =>
  RETIREMENTS.some((one) => one === kind)

/** A play about one batter who is still to come. */
export const ofComing = (type: 'TimedOut' | 'AbsentHurt', face: string): Action => ({
  type,
  face,
  group: BATTERS,
  fields: (context) => [
    { name: 'player', label: 'Who', is: 'pick', options: people(notInYet(context), context.names) },
  ],
  play: (given) => {
    const player = said(textIn(given, 'player'))
    return player ? { type, player } : null
  },
  given: givenOf,
})

export const strike: Action = {
  type: 'StrikeSet',
  face: 'Who faces',
  group: BATTERS,
  fields: (context) => [
    { name: 'striker', label: 'Faces the next ball', is: 'pick', options: people(inNow(context), context.names) },
  ],
  play: (given, context) => {
    const striker = said(textIn(given, 'striker'))
    if (!striker) return null
    return { type: 'StrikeSet', striker, nonStriker: inNow(context).find((player) => player !== striker) ?? null }
  },
  given: givenOf,
}

const SUBSTITUTE_REASONS = [
  { value: 'impact_player', label: 'Impact player' },
  { value: 'concussion_substitute', label: 'Concussion' },
  { value: 'supersub', label: 'Super-sub' },
  { value: 'injury_substitute', label: 'Injury' },
]

export const substitute: Action = {
  type: 'Substitute',
  face: 'Substitute for the match',
  group: MATCH,
  fields: (context, given) => {
    const side = sideIn(given) ?? 'home'
    const { players, gone } = context.score
    const playing = [...players.home, ...players.away]
    return [
      sideField('Side', context.names),
      { name: 'reason', label: 'Why', is: 'pick', options: SUBSTITUTE_REASONS },
      {
        ...{ name: 'out', label: 'Goes out', is: 'pick', optional: 'Nobody' },
        options: people(
          players[side].filter((player) => !gone.includes(player)),
          context.names,
        ),
      },
      {
        ...{ name: 'in', label: 'Comes in', is: 'pick' },
        options: people(
          context.everybody.filter((player) => !playing.includes(player)),
          context.names,
        ),
      },
    ]
  },
  play: (given) => {
    const [side, comes, reason] = [sideIn(given), said(textIn(given, 'in')), said(textIn(given, 'reason'))]
    const out = textIn(given, 'out')
    return side && comes && reason && out !== undefined ? { type: 'Substitute', side, out, in: comes, reason } : null
  },
  given: givenOf,
}

export const replace: Action = {
  type: 'Replace',
  face: 'Somebody takes over',
  group: OVER,
  fields: (context, given) => {
    const bowls = textIn(given, 'role') !== 'batter'
    const gone = bowls ? [currentInnings(context.score)?.over?.bowlers.at(-1) ?? []].flat() : inNow(context)
    return [
      {
        ...{ name: 'role', label: 'As', is: 'pick' },
        options: [
          { value: 'bowler', label: 'Bowler' },
          { value: 'batter', label: 'Batter' },
        ],
      },
      { name: 'out', label: 'From', is: 'pick', options: people(gone, context.names) },
      {
        name: 'in',
        label: 'Goes on',
        is: 'pick',
        options: people(bowls ? fielding(context) : notInYet(context), context.names),
      },
      { name: 'reason', label: 'Why', is: 'words', suggested: ['injury', 'suspended by the umpire', 'error'] },
    ]
  },
  play: (given) => {
    const role = textIn(given, 'role')
    const [out, comes, reason] = [textIn(given, 'out'), said(textIn(given, 'in')), said(textIn(given, 'reason'))]
    if ((role !== 'bowler' && role !== 'batter') || out === undefined || !comes || !reason) return null
    return { type: 'Replace', role, out, in: comes, reason }
  },
  given: givenOf,
}

/** One ball of a bowl-out, by the side whose turn it is. */
export const bowlOutBall: Action = {
  type: 'BowlOutBall',
  face: 'Bowl-out: a ball',
  group: MATCH,
  fields: ({ score, names }, given) => {
    const side = sideIn(given) ?? nextInTurn(score.bowlOut)
    return [
      sideField('Bowls', names),
      ...(side ? [bowlerField(score.players[side], names)] : []),
      { name: 'scored', label: 'The wicket was hit', is: 'yes' },
    ]
  },
  play: (given) => {
    const [side, bowler] = [sideIn(given), said(textIn(given, 'bowler'))]
    return side && bowler ? { type: 'BowlOutBall', side, bowler, scored: given.scored === true } : null
  },
  given: givenOf,
}

const bowlerField = (players: readonly string[], names: Context['names']): Field => ({
  name: 'bowler',
  label: 'Bowler',
  is: 'pick',
  options: people(players, names),
})
