import { type CricketPlay, type CricketScore, cricketResult, currentInnings } from '@gavel/scoring'
import {
  type ActionContext,
  type Field,
  givenOf,
  numberIn,
  type PadAction,
  sideField,
  sideIn,
  textIn,
} from '../actions.ts'
import { capital, INNINGS, MATCH, said } from './action-words.ts'

type Context = ActionContext<'cricket'>
type Action = PadAction<'cricket'>
type Of<T extends CricketPlay['type']> = Extract<CricketPlay, { type: T }>

/** Which super over an innings that begins now belongs to; none while the match itself is on. */
export function superOverNext(score: CricketScore): number | null {
  const last = currentInnings(score)
  if (!last || cricketResult(score).is === 'open') return last && last.superOver > 0 ? last.superOver : null
  return last.superOver + 1
}

export const inningsStart: Action = {
  type: 'InningsStart',
  face: 'Start an innings',
  group: INNINGS,
  fields: ({ names }) => [sideField('Bats', names, 'batting')],
  play: (given, { score }) => {
    const batting = sideIn(given, 'batting')
    const superOver = superOverNext(score)
    return batting ? { type: 'InningsStart', batting, ...(superOver !== null && { superOver }) } : null
  },
  given: givenOf,
}

export const inningsEnd: Action = {
  type: 'InningsEnd',
  face: 'End the innings',
  group: INNINGS,
  fields: () => [
    {
      ...{ name: 'why', label: 'Why', is: 'pick' },
      options: [
        { value: 'all out', label: 'All out', hint: 'nobody else can bat' },
        { value: 'overs', label: 'Overs done' },
        { value: 'closed', label: 'Closed' },
      ],
    },
  ],
  play: (given) => {
    const why = textIn(given, 'why')
    return why === 'all out' || why === 'overs' || why === 'closed' ? { type: 'InningsEnd', why } : null
  },
  given: givenOf,
}

export const powerplay: Action = {
  type: 'PowerplaySet',
  face: 'Powerplay',
  group: INNINGS,
  fields: ({ score }) => {
    const over = (currentInnings(score)?.overs ?? 0) + 1
    const most = score.rules.overs ?? 90
    return [
      {
        ...{ name: 'kind', label: 'Kind', is: 'pick' },
        options: ['mandatory', 'batting', 'fielding'].map((kind) => ({ value: kind, label: capital(kind) })),
      },
      { name: 'first', label: 'First over', is: 'number', from: 1, to: most, start: over },
      { name: 'final', label: 'Last over', is: 'number', from: 1, to: most, start: Math.min(most, over + 4) },
    ]
  },
  play: (given, { score }) => {
    const kind = said(textIn(given, 'kind'))
    const [first, final] = [numberIn(given, 'first'), numberIn(given, 'final')]
    if (!kind || typeof first !== 'number' || typeof final !== 'number' || final < first) return null
    const { ballsPerOver } = score.rules
    return { type: 'PowerplaySet', kind, from: first - 1 + 0.1, to: final - 1 + ballsPerOver / 10 }
  },
  given: ({ kind, from, to }: Of<'PowerplaySet'>) => ({ kind, first: Math.floor(from) + 1, final: Math.floor(to) + 1 }),
}

export const target: Action = {
  type: 'TargetSet',
  face: 'Target from the official',
  group: INNINGS,
  fields: ({ score }) => [
    {
      name: 'runs',
      label: 'Runs that win',
      is: 'number',
      from: 1,
      to: 999,
      start: (currentInnings(score)?.runs ?? 0) + 1,
    },
    { name: 'balls', label: 'Balls', is: 'number', from: 1, to: 600, start: 60, optional: 'As before' },
    { name: 'method', label: 'Method', is: 'words', suggested: ['D/L', 'VJD'], optional: 'None' },
  ],
  play: (given) => {
    const [runs, balls, method] = [numberIn(given, 'runs'), numberIn(given, 'balls'), textIn(given, 'method')]
    if (typeof runs !== 'number' || balls === undefined || method === undefined) return null
    return { type: 'TargetSet', runs, balls, method }
  },
  given: givenOf,
}

export const reduced: Action = {
  type: 'OversReduced',
  face: 'Overs are cut',
  group: INNINGS,
  fields: ({ score }) => [
    {
      name: 'overs',
      label: 'Overs of the whole innings',
      is: 'number',
      from: 1,
      to: score.rules.overs ?? 90,
      start: score.rules.overs ?? 20,
    },
    { name: 'rest', label: 'and balls', is: 'number', from: 0, to: score.rules.ballsPerOver - 1, start: 0 },
  ],
  play: (given, { score }) => {
    const [overs, rest] = [numberIn(given, 'overs'), numberIn(given, 'rest')]
    if (typeof overs !== 'number' || typeof rest !== 'number') return null
    return { type: 'OversReduced', balls: overs * score.rules.ballsPerOver + rest }
  },
}

const winnerField = ({ names }: Context): Field => sideField('Winner', names, 'winner')

export const tieBroken: Action = {
  type: 'TieBroken',
  face: 'Tie decided otherwise',
  group: MATCH,
  fields: (context) => [
    winnerField(context),
    { name: 'by', label: 'By', is: 'words', suggested: ['boundaries', 'toss'] },
  ],
  play: (given) => {
    const [winner, by] = [sideIn(given, 'winner'), said(textIn(given, 'by'))]
    return winner && by ? { type: 'TieBroken', winner, by } : null
  },
  given: givenOf,
}

export const result: Action = {
  type: 'Result',
  face: 'Result from the official',
  group: MATCH,
  fields: (context) => [
    winnerField(context),
    { name: 'runs', label: 'By runs', is: 'number', from: 1, to: 999, start: 1, optional: 'Not by runs' },
    { name: 'wickets', label: 'By wickets', is: 'number', from: 1, to: 10, start: 1, optional: 'Not by wickets' },
    { name: 'method', label: 'Method', is: 'words', suggested: ['D/L', 'VJD'], optional: 'None' },
  ],
  play: (given) => {
    const [winner, method] = [sideIn(given, 'winner'), textIn(given, 'method')]
    const [runs, wickets] = [numberIn(given, 'runs'), numberIn(given, 'wickets')]
    if (!winner || method === undefined || runs === undefined || wickets === undefined) return null
    const by = runs !== null ? { runs } : wickets !== null ? { wickets } : null
    return { type: 'Result', winner, by, method }
  },
  given: ({ winner, by, method }: Of<'Result'>) => ({
    winner,
    runs: by?.runs ?? null,
    wickets: by?.wickets ?? null,
    method,
  }),
}
