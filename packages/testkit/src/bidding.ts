import { LAKH, leadingBid, minimumBid, type RuleSet } from '@gavel/auction'
import { connectRoom, type Outcome, type RoomSnapshot } from '@gavel/room'
import type { SeededAuction, SeededTeam } from './auction.ts'
import { until } from './program.ts'

/** Rules under which one lot is bid on for as long as a test likes. */
export const ENDLESS: Partial<RuleSet> = { purse: 9e13, ladder: [{ from: 0, step: LAKH }], jumpGrid: null }

/** An acceptance that a client was given: it must be found in the log for ever. */
export type AcceptedBid = { team: string; seq: number }

/** Owners who outbid each other as fast as they are answered, on the same client as the pages and the bots of rehearsals. */
export type Bidding = {
  /** Acceptances so far. */
  readonly accepted: readonly AcceptedBid[]
  /** Commands whose end a client never learned. */
  readonly unknown: readonly Outcome[]
  /** What each client shows now. */
  snapshots(): RoomSnapshot[]
  /** Waits until there are so many acceptances more than now. */
  goesOn(more: number, timeoutMs?: number): Promise<unknown>
  /** Lets every bidder finish what it has begun, and leaves the clients open. */
  stop(): Promise<void>
  [Symbol.dispose](): void
}

/** Opens a client for the owner of each team and lets them bid. */
export function startBidding(url: string, auction: SeededAuction): Bidding {
  const accepted: AcceptedBid[] = []
  const unknown: Outcome[] = []
  let stopping = false
  const bidders = auction.teams.map((team) => {
    const room = connectRoom({
      auctionId: auction.auctionId,
      realtimeUrl: url,
      as: 'paddle',
      accessToken: async () => team.owner.token,
    })
    return { room, team }
  })

  const next = (snapshot: RoomSnapshot, { teamId }: SeededTeam) => {
    const { auction: state, status } = snapshot
    if (!state?.lot || status.is !== 'live' || leadingBid(state.lot)?.team === teamId) return null
    return { lot: state.lot.lot, amount: minimumBid(state.rules, state.lot) }
  }

  const run = async ({ room, team }: (typeof bidders)[number]) => {
    while (!stopping) {
      const bid = next(room.snapshot(), team)
      if (!bid) {
        await new Promise((resolve) => setTimeout(resolve, 5))
        continue
      }
      const outcome = await room.bid(bid)
      if (outcome.is === 'accepted') accepted.push({ team: team.teamId, seq: outcome.seq })
      if (outcome.is === 'unknown') unknown.push(outcome)
    }
  }
  const running = bidders.map(run)
  return {
    accepted,
    unknown,
    snapshots: () => bidders.map(({ room }) => room.snapshot()),
    goesOn: (more, timeoutMs = 30_000) => {
      const goal = accepted.length + more
      return until(`${more} more bids`, () => accepted.length >= goal, timeoutMs)
    },
    stop: async () => {
      stopping = true
      await Promise.all(running)
    },
    [Symbol.dispose]: () => {
      stopping = true
      for (const { room } of bidders) room.close()
    },
  }
}
