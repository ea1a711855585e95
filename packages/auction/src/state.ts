import type { Draft, StageType } from './entries.ts'
import type { Amount } from './money.ts'
import { type CategoryId, type RuleSet, storedRules } from './rule-set.ts'

/** Opaque ids of at most 40 characters from `A-Z a-z 0-9 _ -`. Names are looked up elsewhere, so a person can be forgotten. */
export type TeamId = string
export type PlayerId = string
export type UserId = string
/** Who did it: a user id, or `system` for the clock and the store. */
export type ActorId = string
export type SetId = string

export type Phase =
  | { is: 'scheduled' }
  | { is: 'running' }
  /** `remainingMs`: what was left on the clock of the lot or the nomination, null where none ran. */
  | { is: 'paused'; message: string; remainingMs: number | null }
  | { is: 'ended'; atMs: number }

/** How a sale came about: by the hammer, by a matched price, by sealed amounts, or by a correction. */
export type SaleVia = 'hammer' | 'match' | 'tiebreak' | 'correction'

/** The four amounts of a sale (AMOUNTS-1): the price called, what the purse pays, what the player gets, what the league gets. */
export type Price = { hammer: Amount; debit: Amount; fee: Amount; levy: Amount }

export type PlayerStatus =
  | { is: 'waiting' }
  | { is: 'on_block' }
  /** `amount` is the hammer price; what differs from it stands beside it. */
  | { is: 'sold'; team: TeamId; amount: Amount; debit: Amount; fee: Amount; levy: Amount; lot: number; via: SaleVia }
  /** `amount`: what the player is paid; `debit`: what it costs the purse. */
  | { is: 'retained'; team: TeamId; amount: Amount; debit: Amount }
  | { is: 'unsold'; lot: number }
  /** `ineligible`: barred, not only gone. */
  | { is: 'withdrawn'; why: 'withdrawn' | 'ineligible' }

export type Player = {
  id: PlayerId
  base: Amount
  set: SetId
  /** null: nationality unknown. Such a player counts in no cap and is listed (SQUAD-4). */
  overseas: boolean | null
  categories: readonly CategoryId[]
  /** Last season's team, which may match the price; null: none of these. */
  formerTeam: TeamId | null
  /** How often the player has been put up. */
  timesCalled: number
  status: PlayerStatus
}

export type Team = {
  id: TeamId
  purse: Amount
  spent: Amount
  /** In the order they came, retained ones included. */
  squad: readonly PlayerId[]
  overseas: number
  /** Cards gone without a match (MATCH-7). */
  cardsLost: number
  /** What the team has said of its bids while nobody bids for it (AUTO-1). */
  autopilot: 'off' | 'pass' | 'bid'
}

/** `auto`: made by the core for a hidden maximum. */
export type Bid = { seq: number; team: TeamId; amount: Amount; floor: boolean; auto: boolean; atMs: number }

/** What is being decided about a lot. Each answer is one team's; nobody can bid but in `bidding`. */
export type LotStage =
  | { is: 'bidding' }
  /** `step`: the holder is asked; the leader may raise; the holder is asked for the raised price. `amount`: the price now. */
  | {
      is: 'match'
      step: 'asked' | 'raising' | 'raised'
      holder: TeamId
      leader: TeamId
      amount: Amount
      term: string | null
      /** Extra money of a tie-break before it, owed by the leader. */
      levy: Amount
    }
  /** Teams that could match the last price, and what they said. */
  | { is: 'invited'; teams: readonly { team: TeamId; joins: boolean | null }[] }
  | { is: 'sealing'; round: number; seals: readonly { team: TeamId; commitment: string | null }[] }
  /** `amount` null: not yet revealed; once the time is up it lapses. */
  | { is: 'revealing'; round: number; seals: readonly { team: TeamId; commitment: string; amount: Amount | null }[] }

/** What an entry said about a lot after its bidding, told again: without who asked for it and when. */
export type Told = Extract<Draft, { type: StageType }> & { seq: number }

/** A hidden maximum. It stays on the server: no audience is given any. */
export type Proxy = { team: TeamId; max: Amount; seq: number }

export type Lot = {
  /** 1, 2, 3 ... in the order of opening; a recalled player is a new lot. */
  lot: number
  player: PlayerId
  base: Amount
  /** Oldest first; the last one leads. */
  bids: readonly Bid[]
  /** 0 bidding, 1 going once, 2 going twice. */
  going: 0 | 1 | 2
  stage: LotStage
  /** Of the bidding or of the stage. */
  deadlineMs: number | null
  /** Bids are refused until then (HOLD-1). */
  heldUntilMs: number | null
  proxies: readonly Proxy[]
  /** On the board: what a pause left on the clock. */
  leftMs: number | null
  /** Every word since the bidding ended, oldest first; a lot that is opened again has none. */
  story: readonly Told[]
}

/** How the last lot ended, for screens and to reopen it. `sold` is the bid that won; `via` and `team` tell who bought. */
export type ClosedLot = {
  lot: number
  player: PlayerId
  base: Amount
  bids: readonly Bid[]
  atMs: number
  sold: Bid | null
  /** Who bought, and how: by a match it is not the bidder. Null where nobody did. */
  sale: { team: TeamId; amount: Amount; via: SaleVia } | null
  /** Who lost a card over it without a match (MATCH-7). */
  lostCard: TeamId | null
  /** Hidden maxima that were on it, for when it is opened again. */
  proxies: readonly Proxy[]
  story: readonly Told[]
}

/** Whose turn it is to name a player, and until when. `n`: its place in the order of turns, counted from 0; those passed over count too. */
export type Turn = { n: number; team: TeamId; deadlineMs: number | null }

/** What a team would pay for a player at most. `seq`: of the entry that said so, by which the earlier of equals leads. */
export type Maximum = { player: PlayerId; max: Amount; seq: number }

/** A call for names: each team may name `perTeam` players, and only the named are put up (ROUND-1). */
export type NominationRound = { round: number; perTeam: number; named: Readonly<Record<TeamId, readonly PlayerId[]>> }

/** A sale that somebody asks to be corrected; `to` null: the sale is void. It takes a second person (CORRECT-2). */
export type Correction = {
  id: number
  player: PlayerId
  to: { team: TeamId; amount: Amount } | null
  reason: string
  by: ActorId
}

/** The auctioneer's line to every screen, and since when it stands. */
export type Announcement = { words: string; atMs: number }

/** The fold of one auction's log. Immutable: `evolve` makes a new one. */
export type AuctionState = {
  auctionId: string
  seq: number
  epoch: number
  rules: RuleSet
  phase: Phase
  teams: Readonly<Record<TeamId, Team>>
  players: Readonly<Record<PlayerId, Player>>
  /** The running order: sets in order, and in each its players in order, whatever has become of them. */
  sets: readonly { id: SetId; players: readonly PlayerId[] }[]
  paddles: Readonly<Record<UserId, TeamId>>
  /** The block: the one lot of a room that sells one at a time. */
  lot: Lot | null
  /** The open lots of a slow auction, oldest first. A log has a block or a board, by its rules. */
  board: readonly Lot[]
  lastLot: ClosedLot | null
  lotCount: number
  turn: Turn | null
  /** The place in the order at which the next turn is looked for. */
  turns: number
  /** The call for names that is open. */
  round: NominationRound | null
  /** How many calls for names there have been. */
  rounds: number
  /** The set that alone is put up since the last call for names closed. */
  onlySet: SetId | null
  corrections: readonly Correction[]
  /** Private maximum prices, in the team's order of preference. They stay on the server. */
  maxima: Readonly<Record<TeamId, readonly Maximum[]>>
  /** How often a name, photo, logo or colour has changed: whoever shows names reads them again when this does (NAMES-1). */
  names: number
  /** What stands on every screen beside the auction itself (SAY-2). */
  announcement: Announcement | null
}

/** What every state begins with. */
export const FRESH = {
  board: [],
  turn: null,
  turns: 0,
  round: null,
  rounds: 0,
  onlySet: null,
  corrections: [],
  maxima: {},
  names: 0,
  announcement: null,
} as const satisfies Partial<AuctionState>

/** A state that was stored, read: an older one lacks what came later. */
export function storedState(state: Omit<AuctionState, keyof typeof FRESH> & Partial<AuctionState>): AuctionState {
  const last = state.lastLot
  return {
    ...FRESH,
    ...state,
    rules: storedRules(state.rules),
    teams: mapped(state.teams, (team) => ({ ...TEAM, ...team })),
    players: mapped(state.players, storedPlayer),
    lot: state.lot && storedLot(state.lot),
    board: (state.board ?? []).map(storedLot),
    lastLot: last && {
      ...last,
      bids: last.bids.map(storedBid),
      sale: last.sale ?? saleOf(last.sold),
      lostCard: last.lostCard ?? null,
      proxies: last.proxies ?? [],
      story: last.story ?? [],
    },
  }
}

const LOT = { stage: { is: 'bidding' }, proxies: [], leftMs: null, story: [] } as const satisfies Partial<Lot>
const TEAM = { cardsLost: 0, autopilot: 'off' } as const satisfies Partial<Team>

const storedLot = (lot: Lot): Lot => ({ ...LOT, ...lot, bids: lot.bids.map(storedBid) })

const storedBid = (bid: Omit<Bid, 'auto'> & { auto?: boolean }): Bid => ({ ...bid, auto: bid.auto ?? false })

const saleOf = (sold: Bid | null): ClosedLot['sale'] =>
  sold && { team: sold.team, amount: sold.amount, via: 'hammer' as const }

function storedPlayer(player: Player): Player {
  const { status } = player
  const whole = { ...player, categories: player.categories ?? [], formerTeam: player.formerTeam ?? null }
  switch (status.is) {
    case 'sold': {
      const { amount } = status
      return { ...whole, status: { ...{ debit: amount, fee: amount, levy: 0, via: 'hammer' as const }, ...status } }
    }
    case 'retained':
      return { ...whole, status: { ...{ debit: status.amount }, ...status } }
    case 'withdrawn':
      return { ...whole, status: { ...{ why: 'withdrawn' as const }, ...status } }
    default:
      return whole
  }
}

const mapped = <T>(record: Readonly<Record<string, T>>, by: (value: T) => T): Record<string, T> =>
  Object.fromEntries(Object.entries(record).map(([id, value]) => [id, by(value)]))

/** The bid that leads the lot, or null. */
export function leadingBid(lot: Pick<Lot, 'bids'>): Bid | null {
  return lot.bids.at(-1) ?? null
}

/** The open lot of this number, on the block or on the board. */
export function openLot(state: Pick<AuctionState, 'lot' | 'board'>, lot: number): Lot | null {
  return state.lot?.lot === lot ? state.lot : (state.board.find((open) => open.lot === lot) ?? null)
}

/** Every open lot, oldest first. */
export function openLots({ lot, board }: Pick<AuctionState, 'lot' | 'board'>): readonly Lot[] {
  return lot ? [lot, ...board] : board
}

/** Money a team has left. */
export function purseLeft(team: Team): Amount {
  return team.purse - team.spent
}
