import type { CommandOf } from '@gavel/auction'
import type { AuctionLog } from './auctions.ts'
import { sumOf } from './body.ts'
import { type CommandConnection, runScript } from './connection.ts'
import { durable } from './durability.ts'
import type { LogKeys } from './keys.ts'
import type { ScriptReply } from './reply.ts'

/** One bid. `epoch`: of the log as the bidder knows it; `floorTeam`: the team of a raised hand in the hall, entered by the auctioneer. */
export type BidCommand = {
  by: string
  commandId: string
  epoch: number
  lot: number
  amount: number
  floorTeam: string | null
}

/** The same bid as the core's command; both ways of deciding give it the same sum. */
export function placeBid({ by, lot, amount, floorTeam }: BidCommand): CommandOf<'PlaceBid'> & { by: string } {
  return { by, type: 'PlaceBid', lot, amount, floorTeam }
}

/** The typed twin of `bid.lua`: one round trip. What is not a whole amount or lot travels as it prints, and the script refuses it. */
export async function runBid(redis: CommandConnection, keys: LogKeys, bid: BidCommand): Promise<ScriptReply> {
  const reply = await runScript<AuctionLog>(redis, 'gavelBid', [
    keys.state,
    keys.log,
    keys.seen,
    keys.channel,
    bid.by,
    bid.commandId,
    sumOf(placeBid(bid)),
    String(bid.epoch),
    String(bid.lot),
    String(bid.amount),
    bid.floorTeam ?? '',
  ])
  return durable(reply)
}
