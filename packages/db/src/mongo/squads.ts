import { type Collection, defineCollection, isDuplicateKey, type Mongo } from './connection.ts'

/** A player of a squad. `price` in the currency's smallest unit; `overseas` null where unknown. */
export type SquadPlayer = {
  playerId: string
  /** The account of a player who registered; null for one who came from a list. */
  userId: string | null
  role: string
  price: number
  retained: boolean
  overseas: boolean | null
}

/** What a team came out of an ended auction with: where the season begins. */
export type Squad = {
  eventId: string
  auctionId: string
  teamId: string
  /** In the order they came. */
  players: readonly SquadPlayer[]
  purse: number
  spent: number
  /** The seq of the auction's state that it was read from. */
  version: number
}

type SquadRow = Squad & { _id: string }

export const squadsCollection: Collection<SquadRow> = defineCollection<SquadRow>(
  'squads',
  {
    _id: { type: String, required: true },
    eventId: { type: String, required: true },
    auctionId: { type: String, required: true },
    teamId: { type: String, required: true },
    players: [
      {
        _id: false,
        playerId: { type: String, required: true },
        userId: String,
        role: String,
        price: { type: Number, required: true },
        retained: { type: Boolean, required: true },
        overseas: Boolean,
      },
    ],
    purse: { type: Number, required: true },
    spent: { type: Number, required: true },
    version: { type: Number, required: true },
  },
  [{ fields: { auctionId: 1 } }, { fields: { 'players.userId': 1 } }],
)

const plain = ({ _id, ...rest }: SquadRow): Squad => rest

/** Stores a squad unless a newer or equal one is there, whatever the order in which they come. True where it was stored. */
export const saveSquad = async (mongo: Mongo, squad: Squad): Promise<boolean> => {
  const { auctionId, teamId, version, ...fields } = squad
  const _id = `${auctionId}:${teamId}`
  try {
    await squadsCollection
      .on(mongo)
      .updateOne(
        { _id, version: { $lt: version } },
        { $set: { auctionId, teamId, version, ...fields } },
        { upsert: true },
      )
    return true
  } catch (error) {
    // The filter did not match and the insert found the id taken: the stored squad is as new as this one.
    if (isDuplicateKey(error)) return false
    throw error
  }
}

/** The squads of an auction, by team id. */
export const squadsOf = async (mongo: Mongo, auctionId: string): Promise<Squad[]> => {
  const rows = await squadsCollection.on(mongo).find({ auctionId }).sort({ teamId: 1 }).lean<SquadRow[]>()
  return rows.map(plain)
}

/** The squads that a person plays in, in any season. */
export const squadsWith = async (mongo: Mongo, userId: string): Promise<Squad[]> => {
  const rows = await squadsCollection.on(mongo).find({ 'players.userId': userId }).lean<SquadRow[]>()
  return rows.map(plain)
}
