// What teams answer and do beside their bids, what the auctioneer asks of them, and corrections.
import { type AuctionState, askedTeams, type Lot, sealOf } from '@gavel/auction'
import {
  type Given,
  type Intent,
  lotOf,
  type Make,
  ODD_AMOUNTS,
  PLAYERS,
  pick,
  playersAt,
  someLot,
  TEAMS,
  userOf,
} from './random-common.ts'
import type { CommandWithoutActor } from './support.ts'

const SECRET = 'ABCDEFGH01234567'
/** What a team has sealed follows from who it is, so that it can be revealed later; two of three are equal. */
const sealedAmount = (team: string): number => (team === 't0' ? 5 : 6)

const roundOf = (state: AuctionState, i: Intent): number => {
  const stage = someLot(state, i)?.stage
  return stage?.is === 'sealing' || stage?.is === 'revealing' ? stage.round : 1
}
const termOf = ({ rules }: AuctionState, n: number): string | null => pick([...(rules.match?.terms ?? []), null], n)

/** Somebody in the hall, or a paddle that has still to be found. */
const hall = (i: Intent) => (i.b % 3 === 0 ? pick([...TEAMS, 'nobody'], i.c) : null)

const seal = (state: AuctionState, i: Intent, team: string): CommandWithoutActor => {
  const [lot, round] = [lotOf(state, i), roundOf(state, i)]
  const sealed = { auctionId: state.auctionId, lot, round, team, amount: sealedAmount(team), secret: SECRET }
  return { type: 'SealAmount', lot, round, commitment: i.c % 9 === 0 ? 'nonsense' : sealOf(sealed) }
}
const reveal = (state: AuctionState, i: Intent, team: string): CommandWithoutActor => ({
  ...{ type: 'RevealAmount', lot: lotOf(state, i), round: roundOf(state, i), secret: SECRET },
  amount: i.c % 7 === 0 ? 99 : sealedAmount(team),
})
const raise = (state: AuctionState, i: Intent): CommandWithoutActor => {
  const stage = someLot(state, i)?.stage
  const price = stage?.is === 'match' ? stage.amount : 10
  const amount = pick([price, price + 5, price + 5, price + 25, price + 1, price - 5, 5_000], i.b)
  return { type: 'RaiseMatch', lot: lotOf(state, i), amount, floorTeam: hall(i) }
}
const nominate: Make = (state, i) => ({
  type: 'NominatePlayer',
  player: pick([...playersAt(state, 'waiting'), pick(PLAYERS, i.a)], i.c),
  amount: pick([10, 20, 50, 55, 3], i.a),
  floorTeam: hall(i),
})
const propose: Make = (state, i) => ({
  type: 'ProposeCorrection',
  player: i.a % 5 === 0 ? pick([...PLAYERS, 'nobody'], i.b) : pick([...playersAt(state, 'sold'), 'nobody'], i.b),
  to: i.b % 3 === 0 ? null : { team: pick([...TEAMS, 'nobody'], i.c), amount: pick([10, 25, 50, 300, 0.5], i.a) },
  reason: 'misheard "it"',
})
const corrected: Make = (state, i) => {
  const correction = i.c % 9 === 0 ? 0 : (state.corrections[0]?.id ?? 0)
  return { type: i.b % 3 === 0 ? 'DropCorrection' : 'ApproveCorrection', correction }
}
const names: Make = (state, i) => ({
  type: 'NamePlayers',
  players: Array.from({ length: i.a % 3 }, (_, n) =>
    pick([...playersAt(state, 'waiting', 'unsold'), 'nobody'], i.b + n),
  ),
  floorTeam: hall(i),
})
const call: Make = (_, i) => ({ type: 'CallForNames', perTeam: pick([1, 2, 0, 5_000], i.b) })
const proxy: Make = (state, i) => ({
  type: 'SetProxy',
  lot: lotOf(state, i),
  max: pick([null, 25, 40, 55, 120, ...ODD_AMOUNTS.slice(0, 2)], i.a),
})
const autopilot: Make = (state, i) => ({
  type: 'SetAutopilot',
  policy: pick(['off', 'pass', 'bid', 'bid'] as const, i.b),
  maxima: Array.from({ length: i.a % 3 }, (_, n) => ({
    player: pick([...Object.keys(state.players), 'nobody'], i.c + n),
    max: pick([25, 60, 300, 0.5], i.b + i.c),
  })),
})

/** Each kind of act, as often as it stands here. */
export const ACTS: readonly Make[] = [
  (state, i) => ({ type: 'ClaimMatch', lot: lotOf(state, i), term: termOf(state, i.a), floorTeam: hall(i) }),
  (state, i) => raise(state, i),
  (state, i) => ({ type: 'KeepMatch', lot: lotOf(state, i), floorTeam: hall(i) }),
  (state, i) => ({ type: 'DeclineMatch', lot: lotOf(state, i), floorTeam: hall(i) }),
  (state, i) => ({ type: 'JoinTieBreak', lot: lotOf(state, i), joins: i.a % 3 !== 0, floorTeam: hall(i) }),
  (state, i) => seal(state, i, pick(TEAMS, i.a)),
  (state, i) => reveal(state, i, pick(TEAMS, i.a)),
  call,
  names,
  () => ({ type: 'CloseNames' }),
  nominate,
  (state, i) => ({ type: 'MissTurn', turn: i.b % 4 === 0 ? 99 : (state.turn?.n ?? 0) }),
  proxy,
  proxy,
  autopilot,
  propose,
  propose,
  corrected,
  corrected,
  (state, i) => ({ type: 'ReopenLot', lot: i.b % 4 === 0 ? 1 : (someLot(state, i)?.lot ?? state.lastLot?.lot ?? 0) }),
  (_, i) => ({
    type: 'SetFormerTeams',
    players: [{ player: pick([...PLAYERS, 'nobody'], i.a), team: pick([...TEAMS, null, 'nobody'], i.b) }],
  }),
]

/** What the asked of a lot would answer next; null where nobody is asked. */
export function sensibleAnswer(state: AuctionState, lot: Lot, i: Intent): Given | null {
  if (lot.deadlineMs !== null && i.b % 4 === 0) return { by: 'system', command: { type: 'CloseLot', lot: lot.lot } }
  const team = lot.stage.is === 'bidding' ? undefined : pick([...askedTeams(state, lot), pick(TEAMS, i.a)], i.a)
  const by = team && userOf(state, team)
  if (!team || !by) return null
  const about = { lot: lot.lot, floorTeam: null }
  const { stage } = lot
  switch (stage.is) {
    case 'bidding':
      return null
    case 'match':
      if (stage.step === 'raising')
        return { by, command: { ...raise(state, { ...i, c: 1 }), ...about } as CommandWithoutActor }
      if (i.b % 3 === 0) return { by, command: { type: 'DeclineMatch', ...about } }
      if (stage.step === 'raised') return { by, command: { type: 'KeepMatch', ...about } }
      return { by, command: { type: 'ClaimMatch', ...about, term: i.c % 4 === 0 ? 'for ever' : termOf(state, 0) } }
    case 'invited':
      return { by, command: { type: 'JoinTieBreak', ...about, joins: i.b % 4 !== 1 } }
    case 'sealing': {
      // Every now and then by whoever has sealed already, or with something that is no commitment.
      const [first] = i.c % 5 === 0 ? stage.seals : []
      const who = first && userOf(state, first.team)
      return { by: who ?? by, command: { ...seal(state, i, first?.team ?? team), lot: lot.lot } as CommandWithoutActor }
    }
    case 'revealing':
      return { by, command: { ...reveal(state, i, team), lot: lot.lot } as CommandWithoutActor }
    default:
      return stage satisfies never
  }
}

/** What somebody would do while nobody is up, beside putting up the next; null: put up the next. */
export function sensibleBetween(state: AuctionState, i: Intent): Given | null {
  const { turn, round } = state
  if (round) {
    const by = pick(Object.keys(state.paddles), i.b) ?? 'auctioneer'
    if (i.b % 3 === 0) return { by: 'auctioneer', command: { type: 'CloseNames' } }
    return { by, command: { ...names(state, i), floorTeam: null } as CommandWithoutActor }
  }
  if (turn && i.c % 3 === 0) return { by: 'system', command: { type: 'MissTurn', turn: turn.n } }
  const by = turn && userOf(state, turn.team)
  if (by && i.c % 3 === 1) return { by, command: { ...nominate(state, i), floorTeam: null } as CommandWithoutActor }
  if (state.corrections.length > 0 && i.c % 2 === 0)
    return { by: pick(['umpire', 'umpire', 'auctioneer'], i.a), command: corrected(state, i) }
  switch (i.c % 11) {
    case 0:
      return { by: 'auctioneer', command: { type: 'CallForNames', perTeam: 2 } }
    case 1:
    case 2:
      return { by: 'auctioneer', command: propose(state, i) }
    case 3:
      return state.lastLot ? { by: 'auctioneer', command: { type: 'ReopenLot', lot: state.lastLot.lot } } : null
    default:
      return null
  }
}

/** What a team leaves with the core while its lot is open; null where it would rather bid. */
export function sensibleHiding({ rules, paddles }: AuctionState, lot: Lot, i: Intent): Given | null {
  const by = pick(Object.keys(paddles), i.b)
  if (!by || i.kind % 7 !== 0) return null
  const max = pick([25, 40, 55, 120, null], i.b)
  if (rules.proxies) return { by, command: { type: 'SetProxy', lot: lot.lot, max } }
  const maxima = [{ player: lot.player, max: max ?? 30 }]
  return { by, command: { type: 'SetAutopilot', policy: pick(['bid', 'bid', 'pass'] as const, i.c), maxima } }
}

/** Whether a command is a team's own, said by its paddle. */
export const byPaddle = (command: CommandWithoutActor): boolean =>
  'floorTeam' in command
    ? command.floorTeam === null
    : ['SealAmount', 'RevealAmount', 'SetProxy', 'SetAutopilot'].includes(command.type)
