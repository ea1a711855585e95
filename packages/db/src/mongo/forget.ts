import { auctionLogCollection } from './auction-log.ts'
import { auctionPlayersCollection } from './auction-players.ts'
import { auctionTeamsCollection } from './auction-teams.ts'
import { auctionViewsCollection } from './auction-views.ts'
import { auctionsCollection } from './auctions.ts'
import type { Mongo } from './connection.ts'
import { deductionsCollection } from './deductions.ts'
import { eventsCollection } from './events.ts'
import { invitationsCollection } from './invitations.ts'
import { ledgerCollection } from './ledger.ts'
import { deleteArchived } from './log-archive.ts'
import { matchLogCollection } from './match-log.ts'
import { matchesCollection, matchesOf } from './matches.ts'
import { paymentsCollection } from './payments.ts'
import { playerImportsCollection } from './player-imports.ts'
import { registrationsCollection } from './registrations.ts'
import { squadsCollection } from './squads.ts'

/** What there is of an event: its auctions too, which one that was cut short does not know yet. */
export type EventTrace = { eventId: string; auctionIds: readonly string[] }

/** The copies of an event that rehearse it. */
export const eventTraces = async (mongo: Mongo, { sandboxOf }: { sandboxOf: string }): Promise<EventTrace[]> => {
  const events = await eventsCollection.on(mongo).find({ sandboxOf }, { _id: 1 }).lean<{ _id: string }[]>()
  const ids = events.map(({ _id }) => _id)
  const auctions = await auctionsCollection
    .on(mongo)
    .find({ eventId: { $in: ids } }, { _id: 1, eventId: 1 })
    .lean<{ _id: string; eventId: string }[]>()
  return ids.map((eventId) => ({
    eventId,
    auctionIds: auctions.filter((auction) => auction.eventId === eventId).map(({ _id }) => _id),
  }))
}

/**
 * Deletes an auction and everything that is kept of it; repeating it is harmless. The auction itself goes first, so that nobody follows
 * its log any more.
 * @param upToSeq the log's last seq as far as it is known; entries up to there are deleted, archived already or not.
 */
export const forgetAuction = async (mongo: Mongo, auctionId: string, upToSeq: number): Promise<void> => {
  await auctionsCollection.on(mongo).deleteOne({ _id: auctionId })
  for (const collection of [
    auctionTeamsCollection,
    auctionPlayersCollection,
    playerImportsCollection,
    squadsCollection,
  ] as const)
    await collection.on(mongo).collection.deleteMany({ auctionId })
  await auctionViewsCollection.on(mongo).deleteOne({ _id: auctionId })
  await deleteArchived(auctionLogCollection, mongo, auctionId, upToSeq)
}

/** Deletes what is archived of a match's log, up to this seq at least. */
export const forgetMatchLog = (mongo: Mongo, matchId: string, upToSeq: number): Promise<void> =>
  deleteArchived(matchLogCollection, mongo, matchId, upToSeq)

/** Deletes a match and everything that is kept of it; the match first, so that nobody follows its log any more. Repeating it is harmless. */
export const forgetMatch = async (mongo: Mongo, matchId: string, upToSeq: number): Promise<void> => {
  await matchesCollection.on(mongo).deleteOne({ _id: matchId })
  await forgetMatchLog(mongo, matchId, upToSeq)
}

/** Deletes an event with its auctions and matches; the event last, by which the rest is found. Repeating it is harmless. */
export const forgetEvent = async (
  mongo: Mongo,
  { eventId, auctionIds }: EventTrace,
  upToSeq: number,
): Promise<void> => {
  for (const auctionId of auctionIds) await forgetAuction(mongo, auctionId, upToSeq)
  for (const { id } of await matchesOf(mongo, eventId)) await forgetMatch(mongo, id, 0)
  await deductionsCollection.on(mongo).deleteMany({ eventId })
  await invitationsCollection.on(mongo).deleteMany({ eventId })
  await registrationsCollection.on(mongo).deleteMany({ eventId })
  await paymentsCollection.on(mongo).deleteMany({ eventId })
  await ledgerCollection.on(mongo).deleteMany({ eventId })
  await eventsCollection.on(mongo).deleteOne({ _id: eventId })
}
