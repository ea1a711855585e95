import { auctionPlayersCollection } from './auction-players.ts'
import { auctionTeamsCollection } from './auction-teams.ts'
import type { Mongo } from './connection.ts'

/** Whether any player of any auction, or any team, shows the picture at this address. */
export const isPictureUsed = async (mongo: Mongo, url: string): Promise<boolean> =>
  (await auctionPlayersCollection.on(mongo).exists({ photoUrl: url })) !== null ||
  (await auctionTeamsCollection.on(mongo).exists({ logoUrl: url })) !== null
