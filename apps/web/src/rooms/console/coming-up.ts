import { type AuctionState, nextUp, type PlayerId } from '@gavel/auction'

/** The next few, by asking the core who is next as if those before had been called (CONSOLE-15). */
export function comingUp(auction: AuctionState, most: number): PlayerId[] {
  const found: PlayerId[] = []
  let players = auction.players
  for (let id = nextUp(auction); id !== null && found.length < most; id = nextUp({ ...auction, players })) {
    const player = players[id]
    if (!player) break
    found.push(id)
    players = { ...players, [id]: { ...player, status: { is: 'on_block' } } }
  }
  return found
}
