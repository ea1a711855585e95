import { type Collection, defineCollection, type Mongo } from './connection.ts'

/** A franchise in one auction, as people see it. Money and squad live in the log. */
export type AuctionTeam = {
  auctionId: string
  teamId: string
  name: string
  /** Two to four letters for small places. */
  short: string
  /** `#rrggbb`. */
  colour: string
  logoUrl: string | null
  ownerIds: readonly string[]
}

export const auctionTeamsCollection: Collection<AuctionTeam> = defineCollection<AuctionTeam>(
  'auctionTeams',
  {
    auctionId: { type: String, required: true },
    teamId: { type: String, required: true },
    name: { type: String, required: true },
    short: { type: String, required: true },
    colour: { type: String, required: true },
    logoUrl: String,
    ownerIds: [String],
  },
  [{ fields: { auctionId: 1, teamId: 1 }, unique: true }, { fields: { ownerIds: 1 } }],
  { logoUrl: null },
)

const SHOWN = { _id: 0 } as const

/** Stores a team, or gives the one with that id this name and look and these owners besides its own; a logo that it has stays. */
export const saveTeam = async (mongo: Mongo, team: AuctionTeam): Promise<void> => {
  const { auctionId, teamId, ownerIds, logoUrl, ...look } = team
  await auctionTeamsCollection.on(mongo).updateOne(
    { auctionId, teamId },
    {
      $set: look,
      $addToSet: { ownerIds: { $each: [...ownerIds] } },
      $setOnInsert: { logoUrl },
    },
    { upsert: true },
  )
}

/** Changes how a team looks; repeating it is harmless. False where there is no such team. */
export const changeTeam = async (
  mongo: Mongo,
  { auctionId, teamId }: Pick<AuctionTeam, 'auctionId' | 'teamId'>,
  look: Partial<Pick<AuctionTeam, 'name' | 'short' | 'colour' | 'logoUrl'>>,
): Promise<boolean> => {
  const result = await auctionTeamsCollection.on(mongo).updateOne({ auctionId, teamId }, { $set: look })
  return result.matchedCount === 1
}

/** Takes a team out that its auction does not have; repeating it is harmless. */
export const removeTeam = async (
  mongo: Mongo,
  { auctionId, teamId }: Pick<AuctionTeam, 'auctionId' | 'teamId'>,
): Promise<void> => {
  await auctionTeamsCollection.on(mongo).deleteOne({ auctionId, teamId })
}

/** The teams of an auction by name. */
export const teamsOf = (mongo: Mongo, auctionId: string): Promise<AuctionTeam[]> =>
  auctionTeamsCollection.on(mongo).find({ auctionId }, SHOWN).sort({ name: 1, teamId: 1 }).lean<AuctionTeam[]>().exec()

/** The teams that a person owns, in any auction. */
export const teamsOwnedBy = (mongo: Mongo, userId: string): Promise<AuctionTeam[]> =>
  auctionTeamsCollection
    .on(mongo)
    .find({ ownerIds: userId }, SHOWN)
    .sort({ auctionId: 1, name: 1 })
    .lean<AuctionTeam[]>()
    .exec()

/** Adds an owner to a team; repeating it is harmless. False where there is no such team. */
export const addTeamOwner = async (
  mongo: Mongo,
  team: Pick<AuctionTeam, 'auctionId' | 'teamId'>,
  userId: string,
): Promise<boolean> => {
  const { auctionId, teamId } = team
  const result = await auctionTeamsCollection
    .on(mongo)
    .updateOne({ auctionId, teamId }, { $addToSet: { ownerIds: userId } })
  return result.matchedCount === 1
}

/** Takes an owner from a team; repeating it is harmless. */
export const removeTeamOwner = async (
  mongo: Mongo,
  team: Pick<AuctionTeam, 'auctionId' | 'teamId'>,
  userId: string,
): Promise<void> => {
  const { auctionId, teamId } = team
  await auctionTeamsCollection.on(mongo).updateOne({ auctionId, teamId }, { $pull: { ownerIds: userId } })
}
