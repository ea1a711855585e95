import type { BySide, MatchPhase, Side, SportId } from '@gavel/scoring'
import { Schema } from 'mongoose'
import { type Collection, defineCollection, isDuplicateKey, type Mongo } from './connection.ts'

/**
 * Where a match's log is: nowhere before it is begun, in Redis and followed by the archiver, or wholly archived. A correction of an ended
 * match makes it live again.
 */
type MatchLogPlace = 'none' | 'live' | 'archived'
export type MatchStatus = 'scheduled' | 'live' | 'ended' | 'cancelled'

/** Who comes out of another match: what a knock-out's later rounds are made of. `called`: in words, while nobody has. */
export type FromMatch = { readonly matchId: string; readonly takes: 'winner' | 'loser'; readonly called: string }
/** Who comes out of a group, at which place of its table. */
export type FromGroup = { readonly group: string; readonly place: number; readonly called: string }

/** One side of a match as people see it. `team` null: it is not known yet, and `from` says who it will be. */
export type MatchSide = {
  readonly team: string | null
  readonly name: string
  /** Two to four letters for small places. */
  readonly short: string
  /** `#rrggbb`. */
  readonly colour: string
  readonly from: FromMatch | FromGroup | null
}

/** Somebody who plays or officiates and is in no squad of an auction; `side` null for officials. Names live here, never in a log. */
export type MatchPerson = { readonly id: string; readonly name: string; readonly side: Side | null }

/** Where a match stands in its event. `stage`: for people, such as `Final`; `group` of a group stage; `round` counts from 1 within the stage. */
export type MatchRound = { readonly stage: string; readonly group: string | null; readonly round: number }

/**
 * How a match stands, for lists and tables: a moment behind its log. `score`: JSON of the sport's score; a string, so that it comes back as it was.
 * `playedAtMs`: when the last play that stands was written; null before the first.
 */
export type MatchStands = {
  readonly seq: number
  readonly phase: MatchPhase
  readonly score: string
  readonly playedAtMs: number | null
}

/** A match of an event: what does not live in its log. */
export type Match = {
  id: string
  eventId: string
  sport: SportId
  origin: 'live' | 'import'
  sides: BySide<MatchSide>
  round: MatchRound | null
  /** In the order of the fixtures, from 1. */
  number: number
  /** Null where it is not known yet. */
  startsAtMs: number | null
  /** IANA name. */
  timeZone: string
  venue: string
  /** The format and law set, as data of the sport. */
  rules: unknown
  /** Who plays and officiates, as the sport's setup has it. The log's own is the truth once it is begun. */
  setup: unknown
  /** People of no squad. */
  people: readonly MatchPerson[]
  status: MatchStatus
  log: MatchLogPlace
  stands: MatchStands | null
  /**
   * What it was imported from: the file's name and its digest, so that a file comes in once, and JSON of what it says beside the score. Null
   * for all others.
   */
  importedFrom: { name: string; digest: string; about: string | null } | null
  createdAtMs: number
}

type MatchRow = Omit<Match, 'id'> & { _id: string }

const side = {
  team: String,
  name: String,
  short: String,
  colour: String,
  from: Schema.Types.Mixed,
}

export const matchesCollection: Collection<MatchRow> = defineCollection<MatchRow>(
  'matches',
  {
    _id: { type: String, required: true },
    eventId: { type: String, required: true },
    sport: { type: String, required: true },
    origin: { type: String, required: true },
    sides: { home: side, away: side },
    round: Schema.Types.Mixed,
    number: { type: Number, required: true },
    startsAtMs: Number,
    timeZone: { type: String, required: true },
    venue: String,
    rules: { type: Schema.Types.Mixed, required: true },
    setup: { type: Schema.Types.Mixed, required: true },
    people: [
      { _id: false, id: { type: String, required: true }, name: { type: String, required: true }, side: String },
    ],
    status: { type: String, required: true },
    log: { type: String, required: true },
    stands: Schema.Types.Mixed,
    importedFrom: Schema.Types.Mixed,
    createdAtMs: { type: Number, required: true },
  },
  [{ fields: { eventId: 1, number: 1 } }, { fields: { log: 1, 'stands.phase.atMs': 1 } }],
)

const plain = ({ _id, ...rest }: MatchRow): Match => ({ id: _id, ...rest })

/** Stores new matches, before their logs are made. Those whose ids are there already are left as they are, so that repeating is harmless. */
export const insertMatches = async (mongo: Mongo, matches: readonly Match[]): Promise<void> => {
  const model = matchesCollection.on(mongo)
  const ids = matches.map(({ id }) => id)
  const known = await model.find({ _id: { $in: ids } }, { _id: 1 }).lean<{ _id: string }[]>()
  const there = new Set(known.map(({ _id }) => _id))
  const rows = matches.filter(({ id }) => !there.has(id)).map(({ id, ...rest }): MatchRow => ({ _id: id, ...rest }))
  if (rows.length === 0) return
  try {
    await model.insertMany(rows, { ordered: false, throwOnValidationError: true })
  } catch (error) {
    // Stored twice at once: the other one was first. The rest of an unordered insert is stored.
    if (!isDuplicateKey(error)) throw error
    await insertMatches(mongo, matches)
  }
}

export const matchById = async (mongo: Mongo, id: string): Promise<Match | null> => {
  const row = await matchesCollection.on(mongo).findOne({ _id: id }).lean<MatchRow>()
  return row && plain(row)
}

const list = async (mongo: Mongo, filter: object): Promise<Match[]> => {
  const rows = await matchesCollection.on(mongo).find(filter).sort({ number: 1, _id: 1 }).lean<MatchRow[]>()
  return rows.map(plain)
}

/** The matches of an event, in the order of its fixtures. */
export const matchesOf = (mongo: Mongo, eventId: string): Promise<Match[]> => list(mongo, { eventId })

/** Matches whose logs live in Redis, or should. */
export const listLiveMatches = (mongo: Mongo): Promise<Match[]> => list(mongo, { log: 'live' })

/** {@link listLiveMatches}, and those that have ended and were archived since a moment: whoever is shown matches late still sees them go on. */
export const listMatchesOn = (mongo: Mongo, endedSinceMs: number): Promise<Match[]> =>
  list(mongo, { $or: [{ log: 'live' }, { log: 'archived', 'stands.phase.atMs': { $gt: endedSinceMs } }] })

/** What may be changed of a match by hand. */
export type MatchChange = Partial<
  Pick<
    Match,
    'sides' | 'round' | 'number' | 'startsAtMs' | 'timeZone' | 'venue' | 'rules' | 'setup' | 'people' | 'status'
  >
>

/**
 * Changes a match; repeating it is harmless. False where there is no such match, or its log is begun and `before` asks that it is not: then
 * the log has what is true of rules and setup.
 */
export const changeMatch = async (
  mongo: Mongo,
  id: string,
  change: MatchChange,
  { before }: { before: 'log' | 'ever' } = { before: 'ever' },
): Promise<boolean> => {
  const result = await matchesCollection
    .on(mongo)
    .updateOne({ _id: id, ...(before === 'log' && { log: 'none' }) }, { $set: change })
  return result.matchedCount === 1
}

/** Notes that a match's log is to live in Redis: before it is made, so that nobody makes one that no archiver follows. */
export const setMatchFollowed = async (mongo: Mongo, id: string): Promise<void> => {
  await matchesCollection.on(mongo).updateOne({ _id: id }, { $set: { log: 'live' } })
}

/** Notes how a followed match stands; never an older state than is noted already. */
export const setMatchStands = async (
  mongo: Mongo,
  id: string,
  stands: MatchStands,
  status: MatchStatus,
): Promise<void> => {
  await matchesCollection
    .on(mongo)
    .updateOne(
      { _id: id, $or: [{ stands: null }, { 'stands.seq': { $lt: stands.seq } }] },
      { $set: { stands, status } },
    )
}

/** Notes that a match came in whole, with its log in the archive. */
export const setMatchImported = async (mongo: Mongo, id: string, stands: MatchStands): Promise<void> => {
  await matchesCollection
    .on(mongo)
    .updateOne({ _id: id, log: 'none' }, { $set: { log: 'archived', status: stands.phase.is, stands } })
}

/** Notes that an ended match's log is wholly archived, so that it is no longer live. */
export const setMatchArchived = async (mongo: Mongo, id: string, seq: number): Promise<void> => {
  await matchesCollection
    .on(mongo)
    .updateOne({ _id: id, log: 'live', status: 'ended', 'stands.seq': seq }, { $set: { log: 'archived' } })
}

/** Deletes matches of which no log was begun; the others stay. */
export const deleteMatches = async (mongo: Mongo, ids: readonly string[]): Promise<void> => {
  await matchesCollection.on(mongo).deleteMany({ _id: { $in: ids }, log: 'none' })
}
