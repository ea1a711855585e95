import { type FootballPlay, football, type Minute, type Side } from '@gavel/scoring'
import { minuteNow, minutesOf } from '../../football/clock.ts'
import {
  type ActionContext,
  type Field,
  type Given,
  givenOf,
  numberIn,
  type Option,
  type PadAction,
  people,
} from '../actions.ts'

// What the forms of football ask for, and how their answers become plays.

export type FootballAction = PadAction<'football'>
export type FootballContext = ActionContext<'football'>

/** When it was: the clock says, and where there is none, the last minute that was written. Only the last minute of a half has time added. */
export function minuteFields({ score, all, nowMs }: FootballContext, given: Given): readonly Field[] {
  const { first, last } = minutesOf(score)
  const now = minuteNow({ score, all }, nowMs) ?? { minute: first, added: 0 }
  const start = Math.min(last, Math.max(first, now.minute))
  const minute = numberIn(given, 'minute') ?? start
  return [
    { name: 'minute', label: 'Minute', is: 'number', from: first, to: last, start },
    ...(minute === last && last < 150
      ? ([{ name: 'added', label: 'Added', is: 'number', from: 0, to: 30, start: now.added }] as const)
      : []),
  ]
}

export function minuteIn(given: Given, { score }: FootballContext): Minute {
  const [minute, added] = [numberIn(given, 'minute'), numberIn(given, 'added')]
  if (typeof minute !== 'number') return null
  return { minute, added: minute === minutesOf(score).last ? (added ?? 0) : 0 }
}

/** A form's answers for a play with a minute. */
export const withMinute = (play: FootballPlay): Given => ({
  ...givenOf(play),
  ...('at' in play && play.at ? { minute: play.at.minute, added: play.at.added } : {}),
})

/** Those on the pitch; where no sheet was handed in, nobody. */
export const onPitch = ({ score, names }: FootballContext, side: Side): readonly Option[] =>
  people(score.sides[side].on, names)

/** Those who may come on: the bench, or whoever of the squad does not play. `back`: those who were replaced too, as for a concussion. */
export function bench({ score, names, squad }: FootballContext, side: Side, back = false): readonly Option[] {
  const named = score.setup.bench[side]
  const { on, replaced, sentOff } = score.sides[side]
  const mayReturn = back || score.rules.substitutions.max === null
  const all = new Set([...(named.length > 0 ? named : squad[side]), ...(mayReturn ? replaced : [])])
  return people(
    [...all].filter((one) => !on.includes(one) && !sentOff.includes(one) && (mayReturn || !replaced.includes(one))),
    names,
  )
}

/** Those who may kick now: nobody kicks again before everybody has. */
export const mayKick = (context: FootballContext, side: Side): readonly Option[] =>
  onPitch(context, side).filter(
    ({ value: taker }) =>
      football.check(context.score, { type: 'Kick', side, taker, scored: true })?.code !== 'KICKED_ALREADY',
  )
