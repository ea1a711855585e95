// What an auctioneer's bot does where there is room for another lot.
import {
  type Amount,
  type AuctionState,
  countsIn,
  heldIn,
  MAX_BATCH,
  nextUp,
  openLots,
  type Player,
  purchaseRefusal,
  type Team,
} from '@gavel/auction'
import type { AuctioneerCommand } from './auctioneer-command.ts'

/** Nobody is put up more often. */
const MOST_CALLS = 4
/** With more unsold players than this the teams are asked for names, once. */
const MANY = 12
/** Names that one team may give. */
const MOST_NAMES = 8

/** The next player, the next turn, or what brings the unsold back; the end where nobody could buy anybody any more (BOT-4). */
export function lotAfter(state: AuctionState): AuctioneerCommand | 'waits' {
  const { rules, round } = state
  if (round) return { type: 'CloseNames' }
  const waiting = nextUp(state)
  if (rules.nomination !== null && waiting !== null && isWanted(state))
    // Free turns are taken by whoever likes; what nobody puts up comes in the running order.
    return rules.nomination.order === 'free' && openLots(state).length === 0
      ? { type: 'OpenLot', player: waiting }
      : 'waits'
  if (rules.nomination === null && waiting !== null) return { type: 'OpenLot', player: waiting }
  return again(state)
}

/** Whether anybody could buy anybody who waits. */
function isWanted(state: AuctionState): boolean {
  const waiting = Object.values(state.players).filter(({ status }) => status.is === 'waiting')
  return waiting.some((player) => isWithinReach(state, Object.values(state.teams), player, player.base))
}

/** Once everybody has been up: names for an accelerated phase, then whom the short ones still need, then the end. */
function again(state: AuctionState): AuctioneerCommand {
  const { rules, rounds } = state
  const teams = Object.values(state.teams)
  const unsold = Object.values(state.players).filter(({ status }) => status.is === 'unsold')
  const hasRoom = teams.some(({ squad }) => squad.length < rules.squad.max)
  if (rules.nomination === null && rounds === 0 && hasRoom && unsold.length > MANY) {
    const needed = Math.max(...teams.map(({ squad }) => rules.squad.min - squad.length))
    return { type: 'CallForNames', perTeam: Math.min(MOST_NAMES, Math.max(1, needed) + 2) }
  }
  const back = unsold.filter((player) => {
    if (player.timesCalled >= MOST_CALLS) return false
    const short = teams.filter((team) => lacks(state, team, player))
    return isWithinReach(state, short, player, lowered(state, player))
  })
  if (back.length === 0) return { type: 'EndAuction' }
  const cheaper = back.filter((player) => lowered(state, player) < player.base)
  // One lower base holds for all who come back with it.
  const players = (cheaper.length > 0 ? cheaper : back).slice(0, MAX_BATCH).map(({ id }) => id)
  return { type: 'RecallPlayers', players, base: cheaper.length > 0 ? rules.recallFloor : null }
}

/** Whether the team is short of players, or of players of this one’s kind. */
function lacks(state: AuctionState, team: Team, player: Player): boolean {
  const { squad, categories } = state.rules
  return (
    team.squad.length < squad.min ||
    categories.some(({ id, min }) => countsIn(player, id) && heldIn(state, team, id) < min)
  )
}

const isWithinReach = (state: AuctionState, teams: readonly Team[], player: Player, base: Amount): boolean =>
  teams.some((team) => purchaseRefusal(state, team, player, base) === null)

/** From the third call on the price begins at the lowest that the rules allow. */
function lowered({ rules: { recallFloor } }: AuctionState, { base, timesCalled }: Player): Amount {
  return recallFloor !== null && timesCalled > 1 ? Math.min(base, recallFloor) : base
}
