import { auctionLogCollection } from './auction-log.ts'
import { auctionPlayersCollection } from './auction-players.ts'
import { auctionTeamsCollection } from './auction-teams.ts'
import { auctionViewsCollection } from './auction-views.ts'
import { auctionsCollection } from './auctions.ts'
import type { Index, Mongo } from './connection.ts'
import { eventsCollection } from './events.ts'
import { registrationsCollection } from './registrations.ts'

const COLLECTIONS: readonly { readonly name: string; readonly indexes: readonly Index[] }[] = [
  eventsCollection,
  registrationsCollection,
  auctionsCollection,
  auctionTeamsCollection,
  auctionPlayersCollection,
  auctionLogCollection,
  auctionViewsCollection,
]

const indexName = ({ fields }: Index): string =>
  Object.entries(fields)
    .map(([field, direction]) => `${field}_${direction}`)
    .join('_')

/**
 * Makes the collections and indexes that are missing, one after another (two at once may collide). Safe to repeat.
 * @returns how many of each were made.
 */
export const migrateMongo = async ({ connection }: Mongo): Promise<{ collections: number; indexes: number }> => {
  const made = { collections: 0, indexes: 0 }
  const existing = new Set((await connection.listCollections()).map(({ name }) => name))
  for (const { name, indexes } of COLLECTIONS) {
    if (!existing.has(name)) {
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
