import type { PublicProof } from '@gavel/auction'
import { newId } from '../id.ts'
import { type Auction, type AuctionRow, auctionsCollection, plainAuction } from './auctions.ts'
import type { Mongo } from './connection.ts'
import { type Claim, claimMessages, clearMessage, type OutboxMessage } from './outbox.ts'

/**
 * Notes that an ended auction's log is wholly archived, so that it is no longer live, and writes the message that tells of its end, in
 * one update: neither is there without the other, once.
 */
export const setAuctionArchived = async (
  mongo: Mongo,
  id: string,
  archivedAtMs: number,
  announce: { key: string; version: number },
): Promise<void> => {
  await auctionsCollection
    .on(mongo)
    .updateOne(
      { _id: id, status: 'ended', archivedAtMs: null },
      { $set: { archivedAtMs, announcedAtMs: archivedAtMs }, $push: { outbox: unleased(announce) } },
    )
}

/** The log of an ended auction goes on: it is followed, archived and announced anew (CORRECT-7). */
export const setAuctionFollowed = async (mongo: Mongo, id: string): Promise<void> => {
  await auctionsCollection.on(mongo).updateOne({ _id: id, status: 'ended' }, { $set: { archivedAtMs: null } })
}

const unleased = (announce: { key: string; version: number }): OutboxMessage => ({
  id: newId(),
  ...announce,
  leasedUntilMs: 0,
})

/** Publishes what proves an ended auction. A longer log than the published one, by a later correction, is published anew; never a shorter one. */
export const setAuctionProof = async (mongo: Mongo, id: string, proof: PublicProof): Promise<void> => {
  await auctionsCollection
    .on(mongo)
    .updateOne(
      { _id: id, status: 'ended', $or: [{ proof: null }, { 'proof.seq': { $lt: proof.seq } }] },
      { $set: { proof } },
    )
}

/** Leases messages of auctions to the caller (OUTBOX-2). */
export const claimAuctionOutbox = async (
  mongo: Mongo,
  claim: Claim,
): Promise<{ auctionId: string; message: OutboxMessage }[]> => {
  const claimed = await claimMessages(auctionsCollection.on(mongo), claim)
  return claimed.map(({ ownerId, message }) => ({ auctionId: ownerId, message }))
}

/** Takes a published message out of an auction, and no other. */
export const clearAuctionOutbox = (mongo: Mongo, auctionId: string, messageId: string): Promise<void> =>
  clearMessage(auctionsCollection.on(mongo), auctionId, messageId)

/** Notes which state's squads were handed over; never an older one than is noted already. */
export const setHandedOver = async (mongo: Mongo, id: string, version: number): Promise<void> => {
  await auctionsCollection.on(mongo).updateOne({ _id: id }, { $max: { handedOver: version } })
}

/** Wholly archived auctions whose squads nobody has handed over, with nothing left to send, announced before a time or never. */
export const listForgottenEnds = async (mongo: Mongo, announcedBeforeMs: number): Promise<Auction[]> => {
  const rows = await auctionsCollection
    .on(mongo)
    .find({ archivedAtMs: { $lt: announcedBeforeMs }, handedOver: null })
    .lean<AuctionRow[]>()
  return rows
    .map(plainAuction)
    .filter(
      ({ archivedAtMs, outbox, announcedAtMs }) =>
        archivedAtMs !== null && outbox.length === 0 && (announcedAtMs ?? 0) < announcedBeforeMs,
    )
}

/** Writes the message that tells of an auction's end once more. False where somebody else has just done so. */
export const announceEndAgain = async (
  mongo: Mongo,
  auction: Pick<Auction, 'id' | 'announcedAtMs'>,
  announce: { key: string; version: number },
  nowMs: number,
): Promise<boolean> => {
  const result = await auctionsCollection
    .on(mongo)
    .updateOne(
      { _id: auction.id, announcedAtMs: auction.announcedAtMs, handedOver: null },
      { $set: { announcedAtMs: nowMs }, $push: { outbox: unleased(announce) } },
    )
  return result.modifiedCount === 1
}
