import { periodAfter, periodWords } from '@gavel/scoring'
import { givenOf, numberIn, sideField, sideIn, textIn } from '../actions.ts'
import { type FootballAction, type FootballContext, mayKick } from './fields.ts'

const TIME = 'Time'
const KICKS = 'Shoot-out'

const nextOf = ({ score }: FootballContext) => (score.period === null ? 'first' : periodAfter(score, score.period))

const periodStart: FootballAction = {
  type: 'PeriodStart',
  face: 'Start',
  group: TIME,
  fields: (context) => {
    const next = nextOf(context)
    return [
      {
        ...{ name: 'period', label: 'What begins', is: 'pick' },
        options: next ? [{ value: next, label: periodWords(next) }] : [],
      },
    ]
  },
  play: (given, context) => {
    const next = nextOf(context)
    return next && given.period === next ? { type: 'PeriodStart', period: next } : null
  },
}

const periodEnd: FootballAction = {
  type: 'PeriodEnd',
  face: 'End of the half',
  group: TIME,
  fields: () => [],
  play: (_, { score }) => (score.period ? { type: 'PeriodEnd', period: score.period } : null),
}

const addedTime: FootballAction = {
  type: 'AddedTime',
  face: 'Added time',
  group: TIME,
  fields: () => [{ name: 'minutes', label: 'Minutes', is: 'number', from: 0, to: 30, start: 3 }],
  play: (given) => {
    const minutes = numberIn(given, 'minutes')
    return typeof minutes === 'number' ? { type: 'AddedTime', minutes } : null
  },
  given: givenOf,
}

const kick: FootballAction = {
  type: 'Kick',
  face: 'Kick',
  group: KICKS,
  fields: (context, given) => [
    sideField('By', context.names),
    {
      ...{ name: 'scored', label: 'It was', is: 'pick' },
      options: [
        { value: 'yes', label: 'Scored' },
        { value: 'no', label: 'Missed' },
      ],
    },
    {
      ...{ name: 'taker', label: 'Taker', is: 'pick', columns: 3, optional: 'Not known' },
      options: mayKick(context, sideIn(given) ?? 'home'),
    },
  ],
  play: (given) => {
    const [side, taker, scored] = [sideIn(given), textIn(given, 'taker'), textIn(given, 'scored')]
    return side && taker !== undefined && scored ? { type: 'Kick', side, taker, scored: scored === 'yes' } : null
  },
  given: (play) => (play.type === 'Kick' ? { ...givenOf(play), scored: play.scored ? 'yes' : 'no' } : {}),
}

const shootOut: FootballAction = {
  type: 'ShootOut',
  face: 'Result of the shoot-out',
  group: KICKS,
  fields: ({ names }) => [
    { name: 'home', label: names.team('home'), is: 'number', from: 0, to: 50, start: 0 },
    { name: 'away', label: names.team('away'), is: 'number', from: 0, to: 50, start: 0 },
  ],
  play: (given) => {
    const [home, away] = [numberIn(given, 'home'), numberIn(given, 'away')]
    return typeof home === 'number' && typeof away === 'number' ? { type: 'ShootOut', scored: { home, away } } : null
  },
  given: (play) => (play.type === 'ShootOut' ? { ...play.scored } : {}),
}

export const TIME_ACTIONS: readonly FootballAction[] = [periodStart, periodEnd, addedTime, kick, shootOut]
