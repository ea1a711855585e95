// The format and the laws of a file, by its kind, its day and its competition (FILE-4).
import {
  type CricketFormat,
  type CricketRules,
  cricketRules,
  followOnLead,
  type LawSetId,
  lawsOn,
} from '@gavel/scoring'
import type { CricsheetInfo } from './schema.ts'

/** Competitions that played a new law before its day. */
const EARLY: readonly { readonly event: RegExp; readonly from: string; readonly laws: LawSetId }[] = [
  { event: /indian premier league/i, from: '2022-03-26', laws: 'mcc-2022' },
]

/** The first day on which every no-ball, and on which that of the front foot, gave a free hit in limited overs. */
const EVERY_FREE_HIT = '2015-07-05'
const FIRST_FREE_HIT = '2006-01-01'

const FORMATS: Readonly<Record<string, CricketFormat>> = {
  T20: 't20',
  IT20: 't20',
  ODI: 'odi',
  ODM: 'odi',
  Test: 'test',
  MDM: 'test',
}

/** Days that a match without a limit of overs is to last, for the follow-on: only Tests of men have five. */
const daysOf = ({ match_type: kind, gender }: CricsheetInfo): number => (kind === 'Test' && gender !== 'female' ? 5 : 4)

export function rulesOf(info: CricsheetInfo): CricketRules {
  const { match_type: kind, balls_per_over: ballsPerOver, overs } = info
  const [date = ''] = info.dates
  const event = info.event?.name ?? ''
  const hundred = ballsPerOver === 5 && (overs ?? 20) === 20
  const format = hundred
    ? 'hundred'
    : Object.hasOwn(FORMATS, kind)
      ? FORMATS[kind]
      : overs === undefined
        ? 'test'
        : 't20'
  const early = EARLY.find((one) => one.event.test(event) && one.from <= date)
  const laws = lawsOn(date) < (early?.laws ?? '') ? (early?.laws ?? lawsOn(date)) : lawsOn(date)
  const made = cricketRules(format ?? 't20', { laws, ballsPerOver })
  const limited = made.inningsEach === 1
  return {
    ...made,
    overs: limited ? (overs ?? made.overs) : null,
    // The file says which overs were powerplays.
    powerplays: [],
    freeHit: limited ? freeHit(date) : 'none',
    followOn: limited ? null : followOnLead(daysOf(info)),
  }
}

function freeHit(date: string): CricketRules['freeHit'] {
  if (date >= EVERY_FREE_HIT) return 'every'
  return date >= FIRST_FREE_HIT ? 'front-foot' : 'none'
}
