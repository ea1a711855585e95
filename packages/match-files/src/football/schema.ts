import { z } from 'zod'

const goals = z.int().min(0).max(99)
const pair = z
  .tuple([goals.nullish(), goals.nullish()])
  .nullish()
  .transform((two): readonly [number, number] | null => {
    const [home, away] = two ?? []
    return typeof home === 'number' && typeof away === 'number' ? [home, away] : null
  })
const name = z.string().trim().min(1).max(200)
/** A team is its name, or in older files an object with it. */
const team = z.union([name, z.looseObject({ name }).transform((value) => value.name)])
const old = goals.nullish()

export const FileGoal = z.looseObject({
  name: z.string().max(200).nullish(),
  minute: z
    .union([z.int().min(0).max(200), z.string().max(10)])
    .nullish()
    .transform((minute) => (minute === null || minute === undefined ? null : minuteOf(String(minute)))),
  offset: z.int().min(0).max(60).nullish(),
  penalty: z.boolean().nullish(),
  owngoal: z.boolean().nullish(),
})
export type FileGoal = z.output<typeof FileGoal>

/** `67` or `45+2`. */
function minuteOf(text: string): { minute: number; added: number } | null {
  const [, minute, added] = /^(\d{1,3})(?:\+(\d{1,2}))?'?$/.exec(text.trim()) ?? []
  return minute === undefined ? null : { minute: Number(minute), added: Number(added ?? 0) }
}

const scorers = z.array(FileGoal).max(99).nullish()

/** The four scores of a match: at half-time, full time, after extra time, and of the shoot-out. Several may be missing. */
const Score = z.union([
  z.looseObject({ ht: pair, ft: pair, et: pair, p: pair }),
  pair.transform((ft) => ({ ht: null, ft, et: null, p: null })),
])

export const FileMatch = z
  .looseObject({
    round: z.union([z.string().max(200), z.number()]).nullish(),
    stage: z.string().max(200).nullish(),
    group: z.union([z.string().max(200), z.number()]).nullish(),
    date: z.string().max(40).nullish(),
    team1: team.nullish(),
    team2: team.nullish(),
    score: Score.nullish(),
    score1: old,
    score2: old,
    score1i: old,
    score2i: old,
    score1et: old,
    score2et: old,
    score1p: old,
    score2p: old,
    goals1: scorers,
    goals2: scorers,
  })
  .transform((match) => ({
    round: match.round === null || match.round === undefined ? '' : String(match.round).trim(),
    stage: match.stage?.trim() ?? '',
    group: match.group === null || match.group === undefined ? null : String(match.group).trim() || null,
    date: match.date ?? null,
    home: match.team1 ?? '',
    away: match.team2 ?? '',
    halfTime: match.score?.ht ?? both(match.score1i, match.score2i),
    // A score after extra time alone is a score too.
    fullTime: match.score?.ft ?? both(match.score1, match.score2) ?? match.score?.et ?? null,
    extraTime: match.score?.et ?? both(match.score1et, match.score2et),
    kicks: match.score?.p ?? both(match.score1p, match.score2p),
    goals: match.goals1 || match.goals2 ? { home: match.goals1 ?? [], away: match.goals2 ?? [] } : null,
  }))
export type FileMatch = z.output<typeof FileMatch>

function both(home: number | null | undefined, away: number | null | undefined): readonly [number, number] | null {
  return typeof home === 'number' && typeof away === 'number' ? [home, away] : null
}

/** A league or a tournament; older files hold their matches by round. */
export const FootballFile = z.looseObject({
  name: z.string().max(400).nullish(),
  matches: z.array(z.unknown()).max(20_000).nullish(),
  rounds: z
    .array(z.looseObject({ name: z.string().max(200).nullish(), matches: z.array(z.unknown()).max(20_000) }))
    .max(1_000)
    .nullish(),
})
