import {
  BADMINTON_FORMATS,
  type BadmintonRules,
  FOOTBALL_FORMATS,
  type FootballRules,
  KABADDI_FORMATS,
  type KabaddiRules,
  VOLLEYBALL_FORMATS,
  type VolleyballRules,
} from '@gavel/scoring'
import { z } from 'zod'

// The numbers of a format that an organiser may set, sport by sport. What follows from one of them keeps the proportion that it has in the
// format; what is left out is the format's.

export const whole = (least: number, most: number) => z.number().int().min(least).max(most)
/** Of games or sets somebody wins more than half. */
const bestOf = z.union([z.literal(1), z.literal(3), z.literal(5), z.literal(7)])

/** A sport's formats by name, and one of them with the organiser's numbers put in. */
type Numbers<Rules> = {
  readonly formats: readonly string[]
  /** Null: there is no such format, or these numbers are none of it. */
  rules(format: string, own: unknown): Rules | null
}

const numbersOf = <Rules extends { source: string }, Own extends z.ZodType<object>>(
  formats: Readonly<Record<string, Rules>>,
  own: Own,
  put: (format: Rules, own: z.infer<Own>) => Rules | null,
): Numbers<Rules> => ({
  formats: Object.keys(formats),
  rules: (id, sent) => {
    const numbers = own.safeParse(sent)
    const format = Object.hasOwn(formats, id) ? formats[id] : undefined
    if (!format || !numbers.success) return null
    if (Object.keys(numbers.data).length === 0) return format
    const rules = put(format, numbers.data)
    return rules && { ...rules, source: `${format.source}; with numbers of the organiser’s own` }
  },
})

const FOOTBALL: Readonly<Record<string, FootballRules>> = FOOTBALL_FORMATS
const BADMINTON: Readonly<Record<string, BadmintonRules>> = BADMINTON_FORMATS
const VOLLEYBALL: Readonly<Record<string, VolleyballRules>> = VOLLEYBALL_FORMATS
const KABADDI: Readonly<Record<string, KabaddiRules>> = KABADDI_FORMATS

export const footballNumbers = numbersOf(
  FOOTBALL,
  z
    .strictObject({
      players: whole(2, 15),
      halfMinutes: whole(1, 60),
      extraTimeMinutes: whole(1, 30).nullable(),
      substitutions: whole(0, 20).nullable(),
    })
    .partial(),
  (format, { substitutions, players = format.players, ...minutes }) => ({
    ...{ ...format, ...minutes, players },
    minPlayers: Math.max(1, Math.floor((players * format.minPlayers) / format.players)),
    substitutions: {
      ...format.substitutions,
      ...(substitutions !== undefined && { max: substitutions }),
      // Whoever may change at will may do so in any stoppage.
      ...(substitutions === null && { windows: null }),
    },
  }),
)

export const badmintonNumbers = numbersOf(
  BADMINTON,
  z.strictObject({ games: bestOf, points: whole(5, 50) }).partial(),
  (format, { games, points }) => {
    if (format.target === null) return null
    return {
      ...{ ...format, bestOf: games ?? format.bestOf },
      // A game to 21 ends at 30 and pauses at 11 (Laws 7.5 and 16.2.1), one to 15 at 21 and 8, one to 11 at 15 and 6.
      ...(points !== undefined && {
        ...{ target: points, lastTarget: points },
        ...{ cap: Math.floor((points * 30) / 21), interval: Math.ceil(points / 2) },
      }),
    }
  },
)

export const volleyballNumbers = numbersOf(
  VOLLEYBALL,
  z.strictObject({ sets: bestOf, points: whole(5, 50), lastPoints: whole(5, 50) }).partial(),
  (format, { sets = format.bestOf, points = format.target, lastPoints = format.lastTarget }) => {
    if (points === null || lastPoints === null || sets === null) return null
    const last = sets === 1 ? points : Math.min(lastPoints, points)
    return {
      ...{ ...format, bestOf: sets, target: points, lastTarget: last },
      // At 8 of 15 (FIVB 18.2).
      changeEndsAt: format.changeEndsAt === null ? null : Math.ceil(last / 2),
      table: sets === format.bestOf ? format.table : { ...format.table, points: worthOf(sets) },
    }
  },
)

/** As indoors: who wins after the last set has 2 points and leaves 1, else 3 and none. */
const worthOf = (sets: number): VolleyballRules['table']['points'] => {
  const most = Math.floor(sets / 2)
  const worth = (lost: number): readonly [number, number] => (most > 0 && lost === most ? [2, 1] : [3, 0])
  return Array.from({ length: most + 1 }, (_, lost) => worth(lost))
}

export const kabaddiNumbers = numbersOf(
  KABADDI,
  z
    .strictObject({ players: whole(3, 12), halfMinutes: whole(1, 40), substitutions: whole(0, 20).nullable() })
    .partial(),
  (format, { players = format.players, ...own }) => ({
    ...{ ...format, ...own, players },
    // Six of seven for a bonus, three of seven for a super tackle.
    bonusFrom: Math.max(1, Math.floor((players * format.bonusFrom) / format.players)),
    superTackleMax: Math.max(1, Math.floor((players * format.superTackleMax) / format.players)),
  }),
)
