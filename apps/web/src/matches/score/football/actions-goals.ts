import { otherSide } from '@gavel/scoring'
import { type Field, sideField, sideIn, textIn } from '../actions.ts'
import { type FootballAction, minuteFields, minuteIn, onPitch, withMinute } from './fields.ts'

const GOALS = 'Goals'

const HOW = [
  { value: 'goal', label: 'Goal' },
  { value: 'penalty', label: 'Penalty' },
  { value: 'own', label: 'Own goal' },
] as const

const goal: FootballAction = {
  type: 'Goal',
  face: 'Goal',
  group: GOALS,
  fields: (context, given) => {
    const side = sideIn(given) ?? 'home'
    const own = given.how === 'own'
    const scorer = textIn(given, 'scorer')
    const assist: Field = {
      ...{ name: 'assist', label: 'Assist', is: 'pick', columns: 3, optional: 'None' },
      options: onPitch(context, side).filter(({ value }) => value !== scorer),
    }
    return [
      sideField('For', context.names),
      { name: 'how', label: 'How', is: 'pick', columns: 3, options: HOW },
      {
        ...{ name: 'scorer', label: own ? 'Off whom' : 'Scorer', is: 'pick', columns: 3, optional: 'Not known' },
        options: onPitch(context, own ? otherSide(side) : side),
      },
      ...(own ? [] : [assist]),
      ...minuteFields(context, given),
    ]
  },
  play: (given, context) => {
    const [side, scorer] = [sideIn(given), textIn(given, 'scorer')]
    const how = HOW.find(({ value }) => value === given.how)?.value
    if (!side || !how || scorer === undefined) return null
    const assist = how === 'own' ? null : (textIn(given, 'assist') ?? null)
    return { type: 'Goal', side, how, scorer, assist, at: minuteIn(given, context) }
  },
  given: withMinute,
}

const penaltyMissed: FootballAction = {
  type: 'PenaltyMissed',
  face: 'Penalty missed',
  group: GOALS,
  fields: (context, given) => [
    sideField('Taken by', context.names),
    {
      ...{ name: 'taker', label: 'Taker', is: 'pick', columns: 3, optional: 'Not known' },
      options: onPitch(context, sideIn(given) ?? 'home'),
    },
    {
      ...{ name: 'how', label: 'How', is: 'pick' },
      options: [
        { value: 'saved', label: 'Saved' },
        { value: 'missed', label: 'Missed' },
      ],
    },
    ...minuteFields(context, given),
  ],
  play: (given, context) => {
    const [side, taker, how] = [sideIn(given), textIn(given, 'taker'), textIn(given, 'how')]
    if (!side || taker === undefined || (how !== 'saved' && how !== 'missed')) return null
    return { type: 'PenaltyMissed', side, taker, how, at: minuteIn(given, context) }
  },
  given: withMinute,
}

const review: FootballAction = {
  type: 'Review',
  face: 'Video review',
  group: GOALS,
  fields: (context, given) => [
    { name: 'of', label: 'Of', is: 'words', suggested: ['goal', 'penalty', 'red card'] },
    { name: 'stands', label: 'The decision stands', is: 'yes' },
    ...minuteFields(context, given),
  ],
  play: (given, context) => {
    const of = textIn(given, 'of')
    return of ? { type: 'Review', of, stands: given.stands === true, at: minuteIn(given, context) } : null
  },
  given: withMinute,
}

export const GOAL_ACTIONS: readonly FootballAction[] = [goal, penaltyMissed, review]
