// Names from the teams: the calls for names before an accelerated phase, and the turns of a room where teams put players up.
import { accept, type Decision, own, phaseRefusal, refuse } from './answers.ts'
import type { CommandOf } from './commands.ts'
import { bidRefusal } from './decide-bids.ts'
import { opened } from './decide-lots.ts'
import type { Draft } from './entries.ts'
import { purchaseRefusal, standing } from './limits.ts'
import { waitingInOrder } from './next.ts'
import { withTeamOf } from './on-lot.ts'
import { foreseen } from './proxies.ts'
import type { RefusalCode } from './refusals.ts'
import { playerOf } from './running-order.ts'
import { type AuctionState, openLots, type Player, type PlayerId, type Team, type TeamId } from './state.ts'

/** Most names one team may give in a call. */
export const MAX_NAMES = 100

export function callForNames(state: AuctionState, { perTeam }: CommandOf<'CallForNames'>): Decision {
  const phase = phaseRefusal(state, ['running', 'paused'])
  if (phase) return { refusal: phase }
  if (openLots(state).length > 0) return refuse('LOT_OPEN')
  if (state.round) return refuse('NOTHING_CHANGES')
  if (!Number.isSafeInteger(perTeam) || perTeam < 1 || perTeam > MAX_NAMES)
    return refuse('TOO_MANY_NAMES', { max: MAX_NAMES })
  return accept({ type: 'NamesCalled', round: state.rounds + 1, perTeam })
}

/** The team's names for this call; another list replaces it, an empty one takes it back (ROUND-2). */
export function namePlayers(state: AuctionState, c: CommandOf<'NamePlayers'>): Decision {
  const phase = phaseRefusal(state, ['running', 'paused'])
  if (phase) return { refusal: phase }
  const { round } = state
  if (!round) return refuse('NO_ROUND')
  return withTeamOf(state, c, (team) => {
    if (c.players.length > round.perTeam) return refuse('TOO_MANY_NAMES', { max: round.perTeam })
    if (new Set(c.players).size < c.players.length) return refuse('DUPLICATE')
    for (const id of c.players) {
      const code = whyNotNamed(own(state.players, id))
      if (code) return refuse(code)
    }
    if (sameList(own(round.named, team) ?? [], c.players)) return refuse('NOTHING_CHANGES')
    return accept({ type: 'PlayersNamed', round: round.round, team, players: [...c.players] })
  })
}

/** Why this player may not be named for the next phase, or null: whoever waits or was not sold may. */
export function whyNotNamed(player: Player | undefined): RefusalCode | null {
  if (!player) return 'UNKNOWN_PLAYER'
  return player.status.is === 'waiting' || player.status.is === 'unsold' ? null : 'NOT_AVAILABLE'
}

/** Whom any team has named and who can still be put up, in the running order, is the only set from now on (ROUND-3). */
export function closeNames(state: AuctionState, _c: CommandOf<'CloseNames'>): Decision {
  const phase = phaseRefusal(state, ['running', 'paused'])
  if (phase) return { refusal: phase }
  const { round } = state
  if (!round) return refuse('NO_ROUND')
  const named = new Set(Object.values(round.named).flat())
  const players = state.sets
    .flatMap((set) => set.players)
    .filter((id) => named.has(id) && whyNotNamed(own(state.players, id)) === null)
  return accept({ type: 'NamesClosed', round: round.round, set: freeSetId(state, `names-${round.round}`), players })
}

/** A team's own first bid puts the player up (TURN-3). The checks after the turn are those of a bid, in its order. */
export function nominatePlayer(state: AuctionState, c: CommandOf<'NominatePlayer'>, nowMs: number): Decision {
  const phase = phaseRefusal(state, ['running'])
  if (phase) return { refusal: phase }
  return withTeamOf(state, c, (team) => {
    const code = whyNotNominated(state, { team, player: c.player }, nowMs)
    if (code) return refuse(code)
    const lot = opened(state, playerOf(state, c.player))
    const bid = { lot: state.lotCount + 1, team, amount: c.amount, floor: c.floorTeam !== null }
    const refusal = bidRefusal(foreseen(state, [lot], nowMs), bid, nowMs)
    return refusal ? { refusal } : { entries: [lot, { type: 'BidPlaced', ...bid }] }
  })
}

/** Why this team may not put this player up now, whatever it bids, or null. Screens ask it to say on a button why it is off. */
export function whyNotNominated(
  state: AuctionState,
  { team, player }: { team: TeamId; player: PlayerId },
  nowMs: number,
): RefusalCode | null {
  const { nomination, openLots: places } = state.rules
  if (nomination === null) return 'NOT_ASKED'
  if (openLots(state).length >= places) return 'LOT_OPEN'
  if (nomination.order !== 'free') {
    if (state.turn?.team !== team) return 'NOT_YOUR_TURN'
    if (state.turn.deadlineMs !== null && nowMs >= state.turn.deadlineMs) return 'TIME_UP'
  }
  const named = own(state.players, player)
  if (!named) return 'UNKNOWN_PLAYER'
  return named.status.is === 'waiting' ? null : 'NOT_AVAILABLE'
}

/** The turn's time is up: the core names for the team and opens at the base (TURN-4). */
export function missTurn(state: AuctionState, c: CommandOf<'MissTurn'>, nowMs: number): Decision {
  const phase = phaseRefusal(state, ['running'])
  if (phase) return { refusal: phase }
  const { turn } = state
  if (turn?.n !== c.turn) return refuse('NOT_YOUR_TURN')
  if (turn.deadlineMs === null || nowMs < turn.deadlineMs) return refuse('TOO_EARLY')
  const missed: Draft = { type: 'TurnMissed', turn: turn.n, team: turn.team }
  const team = state.teams[turn.team]
  const player = team && namedFor(state, team)
  const lot = state.lotCount + 1
  if (team && player) {
    const bid: Draft = { type: 'BidPlaced', lot, team: team.id, amount: player.base, floor: false, auto: true }
    return { entries: [missed, opened(state, player), bid] }
  }
  // Nobody whom the team can buy waits: the next in order is put up without a bid, so that the room goes on.
  const [next] = everyoneWaiting(state)
  return { entries: next ? [missed, opened(state, next)] : [missed] }
}

/** Whom the core names for a team: the first of its list who waits, else the first in the running order, whom it may buy at the base. */
function namedFor(state: AuctionState, team: Team): Player | null {
  const as = standing(state, team, state.lotCount + 1)
  const listed = (state.maxima[team.id] ?? []).flatMap(({ player: id, max }) => {
    const player = own(state.players, id)
    return player?.status.is === 'waiting' && player.base <= max ? [player] : []
  })
  for (const player of [...listed, ...everyoneWaiting(state)])
    if (purchaseRefusal(state, as, player, player.base) === null) return player
  return null
}

/** Who can be put up: those next in the running order first, then whoever else waits. */
function everyoneWaiting(state: AuctionState): Player[] {
  const next = [...waitingInOrder(state)]
  const all = state.onlySet === null ? next : [...next, ...waitingInOrder({ ...state, onlySet: null })]
  return [...new Set(all)].map((id) => playerOf(state, id))
}

function freeSetId(state: AuctionState, wanted: string): string {
  let id = wanted
  for (let n = 2; state.sets.some((set) => set.id === id); n += 1) id = `${wanted}-${n}`
  return id
}

const sameList = (a: readonly PlayerId[], b: readonly PlayerId[]): boolean =>
  a.length === b.length && a.every((id, i) => id === b[i])
