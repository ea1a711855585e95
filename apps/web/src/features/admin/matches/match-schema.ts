import { type FixturePlan, listed, type ScoredSport } from '@gavel/scoring'
import { z } from 'zod'
import { isTimeZone, momentFromLocal } from '../../events/when.ts'
import { whole, wholeOrNone } from '../rules/fields.ts'
import { isSport, SPORT_CHOICES } from './formats.ts'

/** Sport, format, and the numbers of it that the organiser sets, as they were typed; empty: the format's own. */
const format = {
  sport: z.string().refine(isSport, 'Choose a sport.'),
  format: z.string().min(1, 'Choose a format.'),
  numbers: z.record(z.string(), z.string().trim()),
}

/** Only the numbers of the sport that is chosen are looked at. */
function checkNumbers(
  { sport, numbers }: { sport: string; numbers: Record<string, string> },
  context: z.RefinementCtx,
) {
  if (!isSport(sport)) return
  for (const { name, from, to, only } of SPORT_CHOICES[sport].numbers) {
    const typed = numbers[name] ?? ''
    const read = wholeOrNone(from, to).safeParse(typed)
    const fits = read.success && (read.data === null || !only || only.includes(read.data))
    if (!fits)
      context.addIssue({
        ...{ code: 'custom', path: ['numbers', name] },
        message: only ? `One of ${listed(only.map(String))}.` : `A whole number from ${from} to ${to}.`,
      })
  }
}

type Format = { sport: ScoredSport; format: string; numbers: Record<string, string> }

/** What the server is sent of a format. */
export function formatOf({ sport, format: asked, numbers }: Format) {
  const { formats, numbers: own } = SPORT_CHOICES[sport]
  const chosen = formats.some(({ id }) => id === asked) ? asked : (formats[0]?.id ?? asked)
  const rules = own.flatMap(({ name }) => (numbers[name] ? [[name, Number(numbers[name])] as const] : []))
  return { sport, format: chosen, rules: Object.fromEntries(rules) }
}

export const fixturesSchema = z
  .object({
    ...format,
    kind: z.enum(['round-robin', 'double', 'knock-out', 'groups']),
    groups: whole(1, 16),
    through: whole(1, 4),
    thirdPlace: z.boolean(),
    /** Local time of the event's zone; empty: without times. */
    firstAt: z.string(),
    perDay: whole(1, 32),
    minutesApart: whole(0, 720),
    daysApart: whole(1, 60),
    replace: z.boolean(),
  })
  .superRefine(checkNumbers)
export type FixturesInput = z.input<typeof fixturesSchema>
export type FixturesOutput = z.output<typeof fixturesSchema>

/** The plan that the generator is asked for. */
export function planOf({ kind, groups, through, thirdPlace }: FixturesOutput): FixturePlan {
  switch (kind) {
    case 'round-robin':
      return { kind, legs: 1 }
    case 'double':
      return { kind: 'round-robin', legs: 2 }
    case 'knock-out':
      return { kind, thirdPlace }
    case 'groups':
      return { kind, groups, legs: 1, through, thirdPlace }
    default:
      return kind satisfies never
  }
}

/** Match days from a first moment in the event's zone; null: fixtures without times (MATCHDESK-1). */
export function daysOf({ firstAt, perDay, minutesApart, daysApart }: FixturesOutput, timeZone: string) {
  const firstAtMs = firstAt === '' ? null : momentFromLocal(firstAt, timeZone)
  return firstAtMs === null ? null : { firstAtMs, perDay, minutesApart, daysApart }
}

export const matchSchema = z
  .object({
    ...format,
    home: z.string().min(1, 'Choose a team.'),
    away: z.string().min(1, 'Choose a team.'),
    startsAt: z.string(),
    timeZone: z.string().refine(isTimeZone, 'Choose a time zone of the list.'),
    venue: z.string().trim().max(200, 'At most 200 characters.'),
    stage: z.string().trim().max(60, 'At most 60 characters.'),
  })
  .refine(({ home, away }) => home === '' || home !== away, {
    path: ['away'],
    message: 'A team does not play against itself.',
  })
  .superRefine(checkNumbers)
export type MatchInput = z.input<typeof matchSchema>
export type MatchOutput = z.output<typeof matchSchema>
