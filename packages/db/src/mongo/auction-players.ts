import { type Collection, defineCollection, type Mongo } from './connection.ts'

/** A player in one auction's pool, as people see him. What became of him lives in the log. */
export type AuctionPlayer = {
  auctionId: string
  playerId: string
  name: string
  /** As the list says it; empty where unknown. */
  country: string
  role: string
  /** The set the player was listed in. */
  set: string
  /** In the currency's smallest unit. */
  base: number
  age: number | null
  caps: number | null
  photoUrl: string | null
  /** The account of a player who registered; null for one who came from a list. */
  userId: string | null
  /** Whatever else the list says, by its headings, in their order. */
  stats: Readonly<Record<string, string>>
}

/** Stats are stored as a list of pairs: headings such as `S.R.` or `$` are no field names, and their order matters. */
type AuctionPlayerRow = Omit<AuctionPlayer, 'stats'> & { stats: { label: string; value: string }[] }

export const auctionPlayersCollection: Collection<AuctionPlayerRow> = defineCollection<AuctionPlayerRow>(
  'auctionPlayers',
  {
    auctionId: { type: String, required: true },
    playerId: { type: String, required: true },
    name: { type: String, required: true },
    country: String,
    role: String,
    set: String,
    base: { type: Number, required: true },
    age: Number,
    caps: Number,
    photoUrl: String,
    userId: String,
    stats: [{ _id: false, label: String, value: String }],
  },
  [{ fields: { auctionId: 1, playerId: 1 }, unique: true }, { fields: { userId: 1 } }],
)

const SHOWN = { _id: 0 } as const
const BATCH = 500

const plain = ({ stats, ...rest }: AuctionPlayerRow): AuctionPlayer => ({
  ...rest,
  stats: Object.fromEntries(stats.map(({ label, value }) => [label, value])),
})

/** Stores players, or changes those whose ids are there already, so that a broken import may be repeated. */
export const savePlayers = async (mongo: Mongo, players: readonly AuctionPlayer[]): Promise<void> => {
  const model = auctionPlayersCollection.on(mongo)
  for (let start = 0; start < players.length; start += BATCH) {
    await model.bulkWrite(
      players.slice(start, start + BATCH).map(({ auctionId, playerId, stats, ...fields }) => ({
        updateOne: {
          filter: { auctionId, playerId },
          update: { $set: { ...fields, stats: Object.entries(stats).map(([label, value]) => ({ label, value })) } },
          upsert: true,
        },
      })),
      { ordered: false },
    )
  }
}

/** The whole pool of an auction, by name. */
export const playersOf = async (mongo: Mongo, auctionId: string): Promise<AuctionPlayer[]> => {
  const rows = await auctionPlayersCollection
    .on(mongo)
    .find({ auctionId }, SHOWN)
    .sort({ name: 1, playerId: 1 })
    .lean<AuctionPlayerRow[]>()
  return rows.map(plain)
}

export const playerById = async (mongo: Mongo, auctionId: string, playerId: string): Promise<AuctionPlayer | null> => {
  const row = await auctionPlayersCollection.on(mongo).findOne({ auctionId, playerId }, SHOWN).lean<AuctionPlayerRow>()
  return row && plain(row)
}
