import type { Amount, AuctionState, Player } from '@gavel/auction'
import type { AuctionPlayer, AuctionTeam, SetName } from '@gavel/db'
import { namesOfSets } from '../pool/sets.ts'

/** A player as results name him. Money in the currency's smallest unit. */
export type ResultPlayer = {
  playerId: string
  name: string
  country: string
  role: string
  set: string
  base: Amount
  /** null: nationality unknown. */
  overseas: boolean | null
  photoUrl: string | null
}

/**
 * A player of a squad. `lot`: null for one who was retained. `price` is the hammer price, or what a retained player is paid; `debit` what the
 * purse paid, `fee` what the player gets, `levy` what the league gets (AMOUNTS-1).
 */
export type SquadMember = ResultPlayer & {
  how: 'sold' | 'retained'
  price: Amount
  debit: Amount
  fee: Amount
  levy: Amount
  lot: number | null
}

export type TeamResult = {
  teamId: string
  name: string
  short: string
  colour: string
  logoUrl: string | null
  purse: Amount
  spent: Amount
  left: Amount
  overseas: number
  /** In the order they came. */
  squad: SquadMember[]
}

export type Sale = SquadMember & { teamId: string }

/** What came out of an auction, or has so far. */
export type AuctionResults = {
  auctionId: string
  currency: string
  phase: AuctionState['phase']['is']
  /** null before the end. */
  endedAtMs: number | null
  totals: { sold: number; retained: number; unsold: number; waiting: number; withdrawn: number; spent: Amount }
  /** By name. */
  teams: TeamResult[]
  /** The dearest first; retained players are not among them. */
  dearest: Sale[]
  /** Called and not bought, in the running order. */
  unsold: ResultPlayer[]
}

const DEAREST = 10

/** What a state and the names behind its ids come to. Pure; players without a name, as where the pool is hidden, are left out. */
export const resultsOf = (
  state: AuctionState,
  teams: readonly AuctionTeam[],
  named: readonly AuctionPlayer[],
  setNames: readonly SetName[],
): AuctionResults => {
  const who = new Map(named.map((player) => [player.playerId, player]))
  const sets = namesOfSets(named, setNames)
  const shown = (id: string): ResultPlayer | null => {
    const [player, names] = [state.players[id], who.get(id)]
    return player && names ? resultPlayer(player, names, sets) : null
  }
  const member = (id: string): SquadMember[] => {
    const player = shown(id)
    const status = state.players[id]?.status
    if (!player || (status?.is !== 'sold' && status?.is !== 'retained')) return []
    const { is: how, amount: price, debit } = status
    if (how === 'retained') return [{ ...player, how, price, debit, fee: price, levy: 0, lot: null }]
    return [{ ...player, how, price, debit, fee: status.fee, levy: status.levy, lot: status.lot }]
  }
  const teamResults = teams.flatMap((team): TeamResult[] => {
    const live = state.teams[team.teamId]
    if (!live) return []
    const { auctionId: _, ownerIds: __, ...look } = team
    const { purse, spent, overseas } = live
    return [{ ...look, purse, spent, left: purse - spent, overseas, squad: live.squad.flatMap(member) }]
  })
  const sales = teamResults.flatMap(({ teamId, squad }) => squad.map((player) => ({ ...player, teamId })))
  const players = Object.values(state.players)
  const count = (...is: Player['status']['is'][]) => players.filter(({ status }) => is.includes(status.is)).length
  return {
    auctionId: state.auctionId,
    currency: state.rules.currency,
    phase: state.phase.is,
    endedAtMs: state.phase.is === 'ended' ? state.phase.atMs : null,
    totals: {
      sold: count('sold'),
      retained: count('retained'),
      unsold: count('unsold'),
      waiting: count('waiting', 'on_block'),
      withdrawn: count('withdrawn'),
      spent: Object.values(state.teams).reduce((sum, { spent }) => sum + spent, 0),
    },
    teams: teamResults,
    dearest: sales
      .filter(({ how }) => how === 'sold')
      .toSorted((a, b) => b.price - a.price)
      .slice(0, DEAREST),
    unsold: state.sets
      .flatMap((set) => set.players)
      .filter((id) => state.players[id]?.status.is === 'unsold')
      .flatMap((id) => shown(id) ?? []),
  }
}

const resultPlayer = (
  { base, set, overseas }: Player,
  { playerId, name, country, role, photoUrl }: AuctionPlayer,
  sets: ReadonlyMap<string, string>,
): ResultPlayer => ({ playerId, name, country, role, set: sets.get(set) ?? set, base, overseas, photoUrl })
