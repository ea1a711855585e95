import { auctionLogCollection } from './auction-log.ts'
import { auctionPlayersCollection } from './auction-players.ts'
import { auctionTeamsCollection } from './auction-teams.ts'
import { auctionViewsCollection } from './auction-views.ts'
import { auctionsCollection } from './auctions.ts'
import type { Fills, Index, Mongo } from './connection.ts'
import { deductionsCollection } from './deductions.ts'
import { eventsCollection } from './events.ts'
import { invitationsCollection } from './invitations.ts'
import { ledgerCollection } from './ledger.ts'
import { matchLogCollection } from './match-log.ts'
import { matchesCollection } from './matches.ts'
import { mismatchesCollection, moneyRunsCollection } from './mismatches.ts'
import { notificationPreferencesCollection } from './notification-preferences.ts'
import { notificationsCollection } from './notifications.ts'
import { parkedMessagesCollection } from './parked-messages.ts'
import { paymentsCollection } from './payments.ts'
import { playerImportsCollection } from './player-imports.ts'
import { providerEventsCollection } from './provider-events.ts'
import { registrationsCollection } from './registrations.ts'
import { sandboxesCollection } from './sandboxes.ts'
import { squadsCollection } from './squads.ts'

const COLLECTIONS: readonly { readonly name: string; readonly indexes: readonly Index[]; readonly fills: Fills }[] = [
  eventsCollection,
  registrationsCollection,
  invitationsCollection,
  sandboxesCollection,
  auctionsCollection,
  auctionTeamsCollection,
  auctionPlayersCollection,
  playerImportsCollection,
  auctionLogCollection,
  auctionViewsCollection,
  notificationsCollection,
  notificationPreferencesCollection,
  squadsCollection,
  matchesCollection,
  matchLogCollection,
  deductionsCollection,
  parkedMessagesCollection,
  paymentsCollection,
  ledgerCollection,
  providerEventsCollection,
  mismatchesCollection,
  moneyRunsCollection,
]

const indexName = ({ fields }: Index): string =>
  Object.entries(fields)
    .map(([field, direction]) => `${field}_${direction}`)
    .join('_')

/** What the migration did. `documents`: how many times a document was given a field that it lacked. */
type Migrated = { collections: number; indexes: number; documents: number }

/**
 * Makes the collections and indexes that are missing, one after another (two at once may collide), and gives documents of older versions
 * the fields that came later, before an index looks at them. Safe to repeat.
 */
export const migrateMongo = async (mongo: Mongo): Promise<Migrated> => {
  const { connection } = mongo
  const made = { collections: 0, indexes: 0, documents: 0 }
  const existing = new Set((await connection.listCollections()).map(({ name }) => name))
  for (const { name, indexes, fills } of COLLECTIONS) {
    if (existing.has(name)) made.documents += await fill(mongo, name, fills)
    else {
      await connection.createCollection(name)
      made.collections++
    }
    const collection = connection.collection(name)
    const known = new Set((await collection.indexes()).map((index) => index.name))
    for (const index of indexes) {
      if (known.has(indexName(index))) continue
      await collection.createIndex(index.fields, { name: indexName(index), unique: index.unique === true })
      made.indexes++
    }
  }
  return made
}

const fill = async ({ connection }: Mongo, name: string, fills: Fills): Promise<number> => {
  const collection = connection.collection(name)
  let filled = 0
  for (const [field, value] of Object.entries(fills)) {
    const lacking = { [field]: { $exists: false } }
    if (typeof value !== 'function') {
      filled += (await collection.updateMany(lacking, { $set: { [field]: value } })).modifiedCount
      continue
    }
    for (const { _id } of await collection.find(lacking, { projection: { _id: 1 } }).toArray())
      filled += (await collection.updateOne({ _id, ...lacking }, { $set: { [field]: value() } })).modifiedCount
  }
  return filled
}
