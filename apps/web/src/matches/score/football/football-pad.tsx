'use client'

import { changesAllowed, type FootballScore, nextInTurn, periodAfter, periodWords, type Side } from '@gavel/scoring'
import { FootballNow } from '../../football/now.tsx'
import { type QuickKeys, QuickPad } from '../quick-pad.tsx'
import type { SportPadProps } from '../sport-pad.ts'

const SIDES = ['home', 'away'] as const

/** The pad of football: the clock, and goals, cards and changes with a column for either side. */
export function FootballPad(pad: SportPadProps<'football'>) {
  return <QuickPad pad={pad} keys={keysOf(pad)} above={<FootballNow {...pad} />} hint={hintOf(pad)} />
}

function hintOf({ score, names }: SportPadProps<'football'>): string | null {
  if (!score.running || score.period !== 'kicks') return null
  const next = nextInTurn(score.kicks)
  if (!next) return 'Who kicks first?'
  return `${names.team(next)}, kick ${score.kicks.filter(({ side }) => side === next).length + 1}`
}

type Keys = QuickKeys<'football'>

function keysOf(pad: SportPadProps<'football'>): Keys {
  const { period, running } = pad.score
  if (running && period === 'kicks') return kickKeys(pad)
  if (running && period)
    return [
      SIDES.map((side) => ({
        ...{ face: `Goal ${pad.names.team(side)}`, kbd: side === 'home' ? '1' : '2', look: 'primary', edge: side },
        ...{ form: 'Goal', start: { side, how: 'goal', assist: null } },
      })),
      ...playerKeys(pad),
      [
        { face: 'Added time', kbd: 'a', small: true, form: 'AddedTime' },
        { face: `End the ${periodWords(period)}`, kbd: 'e', small: true, play: { type: 'PeriodEnd', period } },
      ],
    ]
  return betweenKeys(pad)
}

/** Cards and changes, which there are at half-time too. */
const playerKeys = ({ score, info }: SportPadProps<'football'>): Keys => [
  SIDES.map((side) => ({
    ...{ face: `Card ${info.sides[side].short}`, kbd: side === 'home' ? '3' : '4', edge: side, small: true },
    ...{ form: 'Card', start: { side } },
  })),
  SIDES.map((side) => ({
    ...{ face: `Change ${info.sides[side].short}`, kbd: side === 'home' ? '5' : '6', edge: side, small: true },
    ...{ under: changesLeft(score, side), form: 'Substitution', start: { side } },
  })),
]

/** `2 of 5 made`; nothing where a side may change at will. */
function changesLeft(score: FootballScore, side: Side): string | null {
  const { max } = changesAllowed(score, side)
  return max === null ? null : `${score.sides[side].substitutions} of ${max} made`
}

/** A key for either side before the first kick, then whether the kick of the side whose turn it is went in. */
function kickKeys({ score, names }: SportPadProps<'football'>): Keys {
  const side = nextInTurn(score.kicks)
  if (!side)
    return [
      SIDES.map((first) => ({
        ...{ face: `${names.team(first)} kick first`, kbd: first === 'home' ? '1' : '2', look: 'primary', edge: first },
        ...{ form: 'Kick', start: { side: first } },
      })),
    ]
  return [
    [
      { face: 'Scored', kbd: '1', look: 'primary', form: 'Kick', start: { side, scored: 'yes' } },
      { face: 'Missed', kbd: '2', form: 'Kick', start: { side, scored: 'no' } },
    ],
  ]
}

/** Before kick-off, in an interval, and after the end. */
function betweenKeys(pad: SportPadProps<'football'>): Keys {
  const { score } = pad
  const { period, ended } = score
  if (ended) return []
  const next = period === null ? 'first' : periodAfter(score, period)
  if (!next) return []
  const start: Keys = [
    [
      {
        ...{ face: `Start the ${periodWords(next)}`, kbd: 's', look: 'primary' },
        ...{ play: { type: 'PeriodStart', period: next } },
      },
    ],
  ]
  return period === null || next === 'kicks' ? start : [...start, ...playerKeys(pad)]
}
