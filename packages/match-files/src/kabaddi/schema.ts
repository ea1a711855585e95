import { z } from 'zod'

/** Ids are numbers in one place and texts in another. */
const id = z.union([z.number(), z.string().max(60)]).transform(String)
const count = z
  .union([z.number(), z.string().max(3)])
  .nullish()
  .transform((value) => (value === null || value === undefined || value === '' ? 0 : Number(value)))
  .pipe(z.int().min(0).max(30))
const optionalId = id.nullish().transform((value) => value ?? null)
const text = z.string().max(400)

export const KabaddiEvent = z.looseObject({
  event_no: z.union([z.number(), z.string().max(10)]).nullish(),
  event_half: z
    .union([z.number(), z.string().max(3)])
    .nullish()
    .transform((half) => Number(half ?? 0)),
  event: text.nullish().transform((event) => event ?? ''),
  clock: text.nullish().transform((clock) => clock ?? ''),
  raider_id: optionalId,
  raiding_team_id: optionalId,
  defender_id: optionalId,
  defending_team_id: optionalId,
  raid_touch_points: count,
  raid_bonus_points: count,
  raid_technical_points: count,
  raid_all_out_points: count,
  defending_capture_points: count,
  defending_bonus_points: count,
  defending_technical_points: count,
  defending_all_out_points: count,
  super_tackle: z.boolean().nullish(),
  do_or_die: z.boolean().nullish(),
  defenders: z
    .array(id)
    .max(20)
    .nullish()
    .transform((defenders) => defenders ?? []),
  player_id: optionalId,
  substituted_by: optionalId,
  team_id: optionalId,
})
export type KabaddiEvent = z.output<typeof KabaddiEvent>

const Player = z.looseObject({ id, name: text.nullish(), starter: z.boolean().nullish() })

const Team = z.looseObject({
  id,
  name: text,
  score: z.union([z.number(), z.string().max(6)]).nullish(),
  squad: z
    .array(Player)
    .max(60)
    .nullish()
    .transform((squad) => squad ?? []),
})
export type KabaddiTeam = z.output<typeof Team>

/** The match in a file of the league's match centre. Only what scoring needs is looked at. */
export const KabaddiMatch = z.looseObject({
  match_detail: z
    .looseObject({
      date: text.nullish(),
      status: text.nullish(),
      series: z.looseObject({ name: text.nullish() }).nullish(),
      venue: z.looseObject({ name: text.nullish() }).nullish(),
      result: z.looseObject({ value: text.nullish(), winning_team_id: optionalId }).nullish(),
    })
    .nullish(),
  teams: z.looseObject({ home_team_id: optionalId, team: z.array(Team).length(2) }),
  events: z.looseObject({ event: z.array(z.unknown()).max(2_000) }),
})
