/** What an auctioneer's bot may say. */
export type AuctioneerCommand =
  | { type: 'StartAuction' }
  | { type: 'OpenLot'; player: string }
  | { type: 'CallGoing'; lot: number; call: 1 | 2; bid: number | null }
  | { type: 'Hammer'; lot: number; bid: number }
  | { type: 'PassLot'; lot: number }
  | { type: 'RecallPlayers'; players: string[]; base: number | null }
  | { type: 'CallForNames'; perTeam: number }
  | { type: 'CloseNames' }
  | { type: 'EndAuction' }
