import { type AuctionState, type Lot, openLots, type TeamId } from '@gavel/auction'
import type { Directory } from '../directory.ts'

/** The letter of a team while hands are raised, by its place in the fixed order of names. */
export function floorKeys(auction: AuctionState, directory: Directory): Map<string, TeamId> {
  const teams = Object.keys(auction.teams).sort((one, other) =>
    directory.team(one).name.localeCompare(directory.team(other).name),
  )
  return new Map(teams.map((team, at) => [String.fromCharCode(97 + at), team]))
}

/** The lots that a hand can be raised for, oldest first. */
export function biddable(auction: AuctionState): Lot[] {
  return openLots(auction).filter(({ stage }) => stage.is === 'bidding')
}
