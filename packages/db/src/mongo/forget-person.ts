import type { Entrant } from '@gavel/registration'
import { type AuctionPlayer, auctionPlayersCollection } from './auction-players.ts'
import { auctionTeamsCollection } from './auction-teams.ts'
import type { Mongo } from './connection.ts'
import { eventsCollection } from './events.ts'
import { invitationsCollection } from './invitations.ts'
import { notificationPreferencesCollection } from './notification-preferences.ts'
import { notificationsCollection } from './notifications.ts'
import { paymentsCollection } from './payments.ts'
import { registrationsCollection } from './registrations.ts'

/** Where a person's name stood in a pool, and the photo that still does. */
export type Trace = Pick<AuctionPlayer, 'auctionId' | 'playerId' | 'photoUrl'>

/**
 * Takes out of MongoDB what is of a person and not of a record: names and facts in pools and entries, appointments, paddles as they are
 * listed, notices, and the addresses on invitations and payments. Ids, prices, roles and teams stay, and so do photos: whoever deletes their files takes
 * them out. Repeating it is harmless.
 * @param name what stands in place of the name
 */
export const forgetPersonIn = async (
  mongo: Mongo,
  { userId, email }: { userId: string; email: string },
  name: string,
): Promise<Trace[]> => {
  await notificationsCollection.on(mongo).deleteMany({ userId })
  await notificationPreferencesCollection.on(mongo).deleteOne({ _id: userId })
  await invitationsCollection
    .on(mongo)
    .updateMany({ email, usedBy: null, revokedAtMs: null }, { $set: { revokedAtMs: Date.now() } })
  await invitationsCollection.on(mongo).updateMany({ email }, { $set: { email: null } })
  await eventsCollection
    .on(mongo)
    .updateMany(
      { $or: [{ organiserIds: userId }, { auctioneerIds: userId }, { scorerIds: userId }] },
      { $pull: { organiserIds: userId, auctioneerIds: userId, scorerIds: userId } },
    )
  await auctionTeamsCollection.on(mongo).updateMany({ ownerIds: userId }, { $pull: { ownerIds: userId } })
  const facts = { name, country: '', age: null, caps: null }
  await registrationsCollection
    .on(mongo)
    .updateMany({ userId, 'details.kind': 'player' }, { $set: prefixed('details', { ...facts, photoUrl: null }) })
  await registrationsCollection.on(mongo).updateMany({ userId }, { $set: { reason: null } })
  await forgetAnswers(mongo, userId)
  // What was paid stays in the books; the address that receipts went to does not.
  await paymentsCollection.on(mongo).updateMany({ payer: userId }, { $set: { orders: [] } })
  const players = auctionPlayersCollection.on(mongo)
  await players.updateMany({ userId }, { $set: { ...facts, stats: [] } })
  return players.find({ userId }, { _id: 0, auctionId: 1, playerId: 1, photoUrl: 1 }).lean<Trace[]>().exec()
}

/** Takes out what a person answered and when they were born, in their own entries and in groups they sat in. @throws where an entry changes meanwhile: repeating it goes on */
const forgetAnswers = async (mongo: Mongo, userId: string): Promise<void> => {
  const registrations = registrationsCollection.on(mongo)
  const named = [{ 'changes.captain.person': userId }, { 'changes.entrant.person': userId }]
  for (const { _id, version, changes } of await registrations.find({ $or: named }).lean()) {
    const blank = (entrant: Entrant): Entrant =>
      entrant.person === userId ? { ...entrant, born: null, answers: {} } : entrant
    const forgotten = changes.map((change) => {
      if (change.type === 'Entered') return { ...change, captain: blank(change.captain) }
      return change.type === 'SeatTaken' ? { ...change, entrant: blank(change.entrant) } : change
    })
    const { matchedCount } = await registrations.updateOne({ _id, version }, { $set: { changes: forgotten } })
    if (matchedCount === 0) throw new Error(`registration ${_id} changed while a person was forgotten`)
  }
}

const prefixed = (field: string, values: object) =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [`${field}.${name}`, value]))
