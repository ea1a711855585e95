// What teams have left with the core: hidden maxima for one lot, and the lists of an autopilot.
import type { Amount } from './money.ts'
import type { AuctionState, Lot, TeamId } from './state.ts'

/** What a team would pay for a lot at most, and since which entry. */
export type HiddenMaximum = { team: TeamId; max: Amount; seq: number }

/** Every hidden maximum that bids on this lot: one left for the lot itself, else the team's list where its autopilot bids (AUTO-2). */
export function hiddenMaxima(
  state: Pick<AuctionState, 'teams' | 'maxima'>,
  lot: Pick<Lot, 'proxies' | 'player'>,
): HiddenMaximum[] {
  const hidden: HiddenMaximum[] = lot.proxies.map(({ team, max, seq }) => ({ team, max, seq }))
  for (const [team, listed] of Object.entries(state.maxima)) {
    if (state.teams[team]?.autopilot !== 'bid' || hidden.some((other) => other.team === team)) continue
    const own = listed.find(({ player }) => player === lot.player)
    if (own) hidden.push({ team, max: own.max, seq: own.seq })
  }
  return hidden
}

/** Whether anything hidden may answer a bid on this lot, so that the core alone can decide it (PROXY-7). */
export function hasHidden(
  state: Pick<AuctionState, 'teams' | 'maxima'>,
  lot: Pick<Lot, 'proxies' | 'player'>,
): boolean {
  return hiddenMaxima(state, lot).length > 0
}
