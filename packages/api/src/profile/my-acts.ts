import {
  type Archive,
  auctionArchive,
  eventById,
  listEvents,
  listRegistrations,
  type Mongo,
  matchArchive,
  matchesOf,
  poolsWith,
  teamsOwnedBy,
} from '@gavel/db'

/** One thing that a person did in an auction or a match, as its log has it. */
export type Act = { log: string; seq: number; at: string } & Record<string, unknown>

const PAGE = 500

/**
 * Everything that a person has done in the logs of auctions and matches they took part in: bids, calls, plays. From the archives, which
 * follow a live log by a moment.
 */
export async function* actsOf(mongo: Mongo, userId: string): AsyncGenerator<Act> {
  const { auctionIds, matchIds } = await logsOf(mongo, userId)
  for (const id of auctionIds) yield* actsIn(auctionArchive(mongo), `auction:${id}`, id, userId)
  for (const id of matchIds) yield* actsIn(matchArchive(mongo), `match:${id}`, id, userId)
}

const logsOf = async (mongo: Mongo, userId: string): Promise<{ auctionIds: Set<string>; matchIds: string[] }> => {
  const [pools, teams, entries, staffed] = await Promise.all([
    poolsWith(mongo, userId),
    teamsOwnedBy(mongo, userId),
    listRegistrations(mongo, { userId }),
    listEvents(mongo, { staffId: userId, limit: 1_000 }),
  ])
  const entered = await Promise.all(
    [...new Set(entries.map(({ eventId }) => eventId))].map((id) => eventById(mongo, id)),
  )
  const auctionIds = new Set([...pools, ...teams].map(({ auctionId }) => auctionId))
  for (const event of [...staffed, ...entered]) if (event?.auctionId) auctionIds.add(event.auctionId)
  const matches = await Promise.all(staffed.map(({ id }) => matchesOf(mongo, id)))
  return { auctionIds, matchIds: matches.flat().map(({ id }) => id) }
}

async function* actsIn(archive: Archive, log: string, id: string, userId: string): AsyncGenerator<Act> {
  const mark = `"by":${JSON.stringify(userId)}`
  for (let from = 1; ; from += PAGE) {
    const rows = await archive.read(id, from, PAGE)
    for (const { seq, body } of rows) {
      // Most entries are of others: only the own ones are read.
      if (!body.includes(mark)) continue
      const { by, cmd: _, sum: __, atMs, ...act } = JSON.parse(body)
      if (by === userId) yield { log, seq, at: new Date(atMs).toISOString(), ...act }
    }
    if (rows.length < PAGE) return
  }
}
