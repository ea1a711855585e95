import { setupOf } from '@gavel/protocol'
import {
  type BySide,
  CRICKET_FORMATS,
  cricketRules,
  LAW_SETS,
  type RulesOf,
  type ScoredSport,
  type SetupOf,
  type Side,
} from '@gavel/scoring'
import { z } from 'zod'
import { AppError } from '../errors.ts'
import { badmintonNumbers, footballNumbers, kabaddiNumbers, volleyballNumbers, whole } from './own-numbers.ts'

const extra = z.strictObject({ runs: whole(0, 10), rebowled: z.enum(['always', 'last-over', 'never']) })

/** The numbers of a format that an organiser may set; what is left out is the format's. */
const ownCricket = z
  .strictObject({
    name: z.string().trim().min(1).max(60),
    laws: z.enum(LAW_SETS.map(({ id }) => id)),
    players: whole(2, 20),
    inningsEach: z.union([z.literal(1), z.literal(2)]),
    overs: whole(1, 200).nullable(),
    ballsPerOver: whole(1, 10),
    quota: whole(1, 20).nullable(),
    wide: extra,
    noBall: extra,
    freeHit: z.enum(['none', 'front-foot', 'every']),
    newBatterFaces: z.boolean(),
    lastBatterAlone: z.boolean(),
    retireAt: whole(1, 1_000).nullable(),
    superOver: z.strictObject({ overs: whole(1, 5), wickets: whole(1, 10) }).nullable(),
    followOn: whole(1, 1_000).nullable(),
  })
  .partial()

type Sheet = { readonly team: string; readonly players: readonly string[] }

type SportSetUp<Id extends ScoredSport> = {
  readonly formats: readonly string[]
  /** Null: there is no such format, or these numbers are none of it. */
  rules(format: string, own: unknown): RulesOf<Id> | null
  /** Nobody is chosen, and no toss is made. `knockout`: a level match is decided. */
  blank(sides: BySide<Sheet>, knockout: boolean): SetupOf<Id>
}

const isFormat = <F extends object>(formats: F, format: string): format is keyof F & string =>
  Object.hasOwn(formats, format)

const NOBODY = { home: [], away: [] } as const

/** How a match of each sport is set up. */
const SET_UP: { readonly [Id in ScoredSport]: SportSetUp<Id> } = {
  cricket: {
    formats: Object.keys(CRICKET_FORMATS),
    rules: (format, own) => {
      const numbers = ownCricket.safeParse(own)
      return isFormat(CRICKET_FORMATS, format) && numbers.success ? cricketRules(format, numbers.data) : null
    },
    blank: (sides) => ({ sides, toss: null }),
  },
  football: {
    ...footballNumbers,
    blank: (sides, knockout) => ({ sides, bench: NOBODY, knockout, aggregate: null }),
  },
  badminton: {
    ...badmintonNumbers,
    blank: (sides) => ({ sides, discipline: 'singles', firstServer: null }),
  },
  volleyball: { ...volleyballNumbers, blank: (sides) => ({ sides, liberos: NOBODY, firstServer: null }) },
  kabaddi: { ...kabaddiNumbers, blank: (sides, knockout) => ({ sides, knockout }) },
}

export const scoredSport = z.enum(Object.keys(SET_UP) as [ScoredSport, ...ScoredSport[]])

/** @throws AppError MATCH.BAD_INPUT */
export const rulesFor = (sport: ScoredSport, format: string, own: unknown): RulesOf<ScoredSport> => {
  const rules = SET_UP[sport].rules(format, own)
  if (rules) return rules
  const known = SET_UP[sport].formats.join(', ')
  throw new AppError('MATCH.BAD_INPUT', { reason: `These are no numbers of a format of ${sport}: ${known}.` })
}

export const blankSetup = (sport: ScoredSport, sides: BySide<Sheet>, knockout: boolean): SetupOf<ScoredSport> =>
  SET_UP[sport].blank(sides, knockout)

/** Line-ups, toss and officials as somebody sent them. @throws AppError MATCH.BAD_INPUT */
export const setupFrom = (sport: ScoredSport, sent: unknown, sides: BySide<string | null>): SetupOf<ScoredSport> => {
  const parsed = setupOf(sport).safeParse(sent)
  if (!parsed.success) throw new AppError('MATCH.BAD_INPUT', { reason: 'These line-ups cannot be read.' })
  const { home, away } = parsed.data.sides
  if (home.team !== sides.home || away.team !== sides.away)
    throw new AppError('MATCH.BAD_INPUT', { reason: 'These line-ups are of other teams.' })
  const [ours, theirs] = [everybodyOf(parsed.data, 'home'), everybodyOf(parsed.data, 'away')]
  for (const players of [ours, theirs])
    if (new Set(players).size < players.length)
      throw new AppError('MATCH.BAD_INPUT', { reason: 'A player is named twice.' })
  if (ours.some((player) => theirs.includes(player)))
    throw new AppError('MATCH.BAD_INPUT', { reason: 'A player is named on both sides.' })
  return parsed.data
}

/** Who is named for a side, in whatever list of the sport's: the bench of football, the liberos of volleyball. */
export const everybodyOf = (setup: SetupOf<ScoredSport>, side: Side): readonly string[] => [
  ...setup.sides[side].players,
  ...('bench' in setup ? setup.bench[side] : []),
  ...('liberos' in setup ? setup.liberos[side] : []),
]
