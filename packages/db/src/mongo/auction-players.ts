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
  /** The team of last season, as the list calls it; null where it names none. Which team of the auction that is, the log says. */
  formerTeam: string | null
  /** The import that brought the player in; null for one added by hand or registered. */
  importId: string | null
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
    formerTeam: String,
    importId: String,
    stats: [{ _id: false, label: String, value: String }],
  },
  [
    { fields: { auctionId: 1, playerId: 1 }, unique: true },
    { fields: { userId: 1 } },
    { fields: { importId: 1 } },
    { fields: { photoUrl: 1 } },
  ],
  { importId: null, formerTeam: null },
)

const SHOWN = { _id: 0 } as const
const BATCH = 500

const plain = ({ stats, ...rest }: AuctionPlayerRow): AuctionPlayer => ({
  ...rest,
  stats: Object.fromEntries(stats.map(({ label, value }) => [label, value])),
})

const pairs = (stats: AuctionPlayer['stats']) => Object.entries(stats).map(([label, value]) => ({ label, value }))

/** Stores players, or changes those whose ids are there already. */
export const savePlayers = (mongo: Mongo, players: readonly AuctionPlayer[]): Promise<void> =>
  upsertPlayers(mongo, players, (fields) => ({ $set: fields }))

/** Stores those players whose ids are not there yet: a broken import may be repeated, and what was corrected since stays. */
export const insertPlayers = (mongo: Mongo, players: readonly AuctionPlayer[]): Promise<void> =>
  upsertPlayers(mongo, players, (fields) => ({ $setOnInsert: fields }))

/** Stores players as {@link insertPlayers} does, and gives those who are there already to the import of these. */
export const adoptPlayers = (mongo: Mongo, players: readonly AuctionPlayer[]): Promise<void> =>
  upsertPlayers(mongo, players, ({ importId, ...fields }) => ({ $set: { importId }, $setOnInsert: fields }))

type Fields = Omit<AuctionPlayerRow, 'auctionId' | 'playerId'>

const upsertPlayers = async (
  mongo: Mongo,
  players: readonly AuctionPlayer[],
  update: (fields: Fields) => Record<string, Partial<Fields>>,
): Promise<void> => {
  const model = auctionPlayersCollection.on(mongo)
  for (let start = 0; start < players.length; start += BATCH) {
    await model.bulkWrite(
      players.slice(start, start + BATCH).map(({ auctionId, playerId, stats, ...fields }) => ({
        updateOne: {
          filter: { auctionId, playerId },
          update: update({ ...fields, stats: pairs(stats) }),
          upsert: true,
        },
      })),
      { ordered: false },
    )
  }
}

/** What may be corrected of a player; what was registered or imported stays his. */
export type PlayerChange = Partial<
  Pick<AuctionPlayer, 'name' | 'country' | 'role' | 'base' | 'age' | 'caps' | 'photoUrl'>
>

/** Changes a player, and answers how he was before; null where there is no such player. */
export const changePlayer = async (
  mongo: Mongo,
  { auctionId, playerId }: Pick<AuctionPlayer, 'auctionId' | 'playerId'>,
  change: PlayerChange,
): Promise<AuctionPlayer | null> => {
  const row = await auctionPlayersCollection
    .on(mongo)
    .findOneAndUpdate({ auctionId, playerId }, { $set: change }, { returnDocument: 'before', projection: SHOWN })
    .lean<AuctionPlayerRow>()
  return row && plain(row)
}

/** Takes those players out whom this import brought, or none did (null); repeating it is harmless. */
export const deletePlayers = async (
  mongo: Mongo,
  auctionId: string,
  playerIds: readonly string[],
  importId: string | null,
): Promise<void> => {
  const model = auctionPlayersCollection.on(mongo)
  for (let start = 0; start < playerIds.length; start += BATCH)
    await model.deleteMany({
      auctionId,
      playerId: { $in: playerIds.slice(start, start + BATCH) },
      importId,
    })
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

/** The players whom one import brought, by name. */
export const playersOfImport = async (mongo: Mongo, auctionId: string, importId: string): Promise<AuctionPlayer[]> => {
  const rows = await auctionPlayersCollection
    .on(mongo)
    .find({ auctionId, importId }, SHOWN)
    .sort({ name: 1, playerId: 1 })
    .lean<AuctionPlayerRow[]>()
  return rows.map(plain)
}

/** Where a person stands in pools, in any auction. */
export const poolsWith = async (mongo: Mongo, userId: string): Promise<AuctionPlayer[]> => {
  const rows = await auctionPlayersCollection
    .on(mongo)
    .find({ userId }, SHOWN)
    .sort({ auctionId: 1, playerId: 1 })
    .lean<AuctionPlayerRow[]>()
  return rows.map(plain)
}
