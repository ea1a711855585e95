// The shape of cricsheet JSON 1.0 and 1.1 (cricsheet.org/format/json). Strict where a word decides what is counted; other keys may come.
import { DISMISSALS, placeText, RETIREMENTS } from '@gavel/scoring'
import { z } from 'zod'
import { parsedBy } from '../shape.ts'

const Name = z.string().trim().min(1).max(100)
const Words = z.string().max(200)
const Count = z.int().min(0).max(100)
/** Overs as books write them, 14.4; some files have them as text. */
const Overs = z.coerce.number().min(0).max(1_000)

export const EXTRAS = ['wides', 'noballs', 'byes', 'legbyes', 'penalty'] as const

const Fielder = z.object({ name: Name.optional(), substitute: z.boolean().optional() })

const Wicket = z.object({
  kind: z.enum([...DISMISSALS, ...RETIREMENTS, 'caught and bowled']),
  player_out: Name,
  fielders: z.array(Fielder).max(20).optional(),
})

const Review = z.object({
  by: Name,
  umpire: Name.optional(),
  batter: Name.optional(),
  decision: Words,
  type: Words.optional(),
  umpires_call: z.boolean().optional(),
})

const Replacement = z.object({ in: Name, out: Name.optional(), team: Name.optional(), reason: Words.optional() })

const Replacements = z.object({
  match: z.array(Replacement).max(20).optional(),
  role: z
    .array(Replacement.extend({ role: Words }))
    .max(20)
    .optional(),
})

const Delivery = z.object({
  batter: Name,
  bowler: Name,
  non_striker: Name,
  runs: z.object({ batter: Count, extras: Count, total: Count, non_boundary: z.boolean().optional() }),
  extras: z
    .strictObject(
      Object.fromEntries(EXTRAS.map((kind) => [kind, Count.optional()])) as Record<
        (typeof EXTRAS)[number],
        z.ZodOptional<typeof Count>
      >,
    )
    .optional(),
  wickets: z.array(Wicket).max(10).optional(),
  review: Review.optional(),
  replacements: Replacements.optional(),
})

const Over = z.object({ over: z.int().min(0).max(1_000), deliveries: z.array(Delivery).max(100) })

const Innings = z.object({
  team: Name,
  overs: z.array(Over).max(600).default([]),
  super_over: z.boolean().optional(),
  declared: z.boolean().optional(),
  forfeited: z.boolean().optional(),
  absent_hurt: z.array(Name).max(20).optional(),
  penalty_runs: z.object({ pre: Count.optional(), post: Count.optional() }).optional(),
  powerplays: z
    .array(z.object({ from: Overs, to: Overs, type: Words }))
    .max(20)
    .optional(),
  target: z
    .object({
      runs: z.int().min(1).max(10_000).optional(),
      overs: Overs.optional(),
      balls: z.int().min(1).max(1_000).optional(),
    })
    .optional(),
  miscounted_overs: z.record(z.string().max(10), z.looseObject({ umpire: Words.optional() })).optional(),
})

const Outcome = z.object({
  winner: Name.optional(),
  by: z
    .object({ runs: z.int().min(0).optional(), wickets: z.int().min(0).optional(), innings: z.int().min(0).optional() })
    .optional(),
  method: Words.optional(),
  result: Words.optional(),
  eliminator: Name.optional(),
  bowl_out: Name.optional(),
})

const Info = z.object({
  teams: z.array(Name).length(2),
  balls_per_over: z.int().min(1).max(20).default(6),
  overs: z.int().min(1).max(500).optional(),
  match_type: Words,
  match_type_number: z.int().optional(),
  dates: z
    .array(z.string().regex(/^\d{4}-\d{2}-\d{2}$/))
    .min(1)
    .max(20),
  gender: Words.optional(),
  city: Words.optional(),
  venue: Words.optional(),
  season: z.union([Words, z.number()]).optional(),
  team_type: Words.optional(),
  event: z.looseObject({ name: Words.optional() }).optional(),
  missing: z.array(z.unknown()).max(100).optional(),
  player_of_match: z.array(Name).max(10).optional(),
  supersubs: z.record(Name, Name).optional(),
  officials: z.record(Words, z.array(Name).max(20)).optional(),
  players: z.record(Name, z.array(Name).max(60)).optional(),
  registry: z.object({ people: z.record(Name, Words).optional() }).optional(),
  toss: z
    .object({ winner: Name.optional(), decision: Words.optional(), uncontested: z.boolean().optional() })
    .optional(),
  outcome: Outcome.optional(),
  bowl_out: z
    .array(z.object({ bowler: Name, outcome: z.enum(['hit', 'miss']) }))
    .max(100)
    .optional(),
})

export const CricsheetFile = z.object({
  meta: z.looseObject({ data_version: z.coerce.string().max(20).optional() }),
  info: Info,
  innings: z.array(Innings).max(60),
})

export type CricsheetFile = z.infer<typeof CricsheetFile>
export type CricsheetInfo = CricsheetFile['info']
export type CricsheetInnings = CricsheetFile['innings'][number]
export type CricsheetBall = CricsheetInnings['overs'][number]['deliveries'][number]

/** Throws {@link Refused} with the innings, over and ball where the file is not as it should be. */
export const parseCricsheet = (json: unknown): CricsheetFile => parsedBy(CricsheetFile, json, whereOf)

/** `innings.1.overs.14.deliveries.2`, in words. */
function whereOf(path: readonly PropertyKey[]): string {
  if (path[0] !== 'innings' || typeof path[1] !== 'number') return path.join('.').slice(0, 100)
  const [innings, over, ball] = [path[1] + 1, path[3], path[5]]
  if (path[2] !== 'overs' || typeof over !== 'number') return `innings ${innings}`
  return typeof ball === 'number' ? placeText(innings, over, ball + 1) : `innings ${innings}, over ${over + 1}`
}
