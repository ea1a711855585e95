// Whole auctions of random acts for property tests: every stage, every form of selling, under any rule set.
import fc from 'fast-check'
import { dueCommands } from './due.ts'
import { Room } from './given.ts'
import { isCallable } from './ladder.ts'
import { moneyLimit, standing } from './limits.ts'
import { askedTeams, raiseRange } from './match.ts'
import { minimumBid } from './next.ts'
import type { RuleSet } from './rule-set.ts'
import { sealOf } from './seal.ts'
import { type Lot, leadingBid, openLots, type PlayerStatus } from './state.ts'

const TEAMS = ['t1', 't2', 't3', 't4']
const PLAYERS = Array.from({ length: 14 }, (_, n) => `p${n + 1}`)
const CATEGORIES = ['uncapped', 'emerging', 'junior', 'keeper']

const WEIGHTS = {
  ...{ open: 6, bid: 8, allIn: 5, hammer: 7, time: 4, pass: 2, retract: 1, hold: 1, pause: 1 },
  ...{ answer: 14, stray: 2, reopen: 2, recall: 1, withdraw: 1, correct: 1 },
  ...{ nominate: 4, names: 2, proxy: 3, autopilot: 1, announce: 1 },
} as const
type Kind = keyof typeof WEIGHTS

type Act = { kind: Kind; team: number; player: number; by: number }

const kinds = (Object.keys(WEIGHTS) as Kind[]).flatMap((kind) => Array<Kind>(WEIGHTS[kind]).fill(kind))
const act: fc.Arbitrary<Act> = fc.record({
  kind: fc.constantFrom(...kinds),
  team: fc.nat({ max: TEAMS.length - 1 }),
  player: fc.nat({ max: PLAYERS.length - 1 }),
  by: fc.nat({ max: 60 }),
})

/** An auction to be played: who is retained before it, and what is tried in it. */
export type Plan = { retained: readonly Act[]; acts: readonly Act[]; rich: boolean }
export const plan: fc.Arbitrary<Plan> = fc.record({
  retained: fc.array(act, { maxLength: 4 }),
  acts: fc.array(act, { minLength: 120, maxLength: 240 }),
  rich: fc.boolean(),
})

/**
 * The rule set for a short auction: squads of at most five, each answer in time, and a purse either as in the real one for each place, or of a few base
 * prices, so that it comes to its end.
 */
function scaledDown(rules: RuleSet, rich: boolean): RuleSet {
  const min = Math.min(3, rules.squad.min)
  const [cheapest = 1] = rules.basePrices
  return {
    ...rules,
    squad: { min, max: min + 2 },
    purse: rich ? Math.ceil((rules.purse * min) / rules.squad.min) : cheapest * 12,
    overseasMax: rules.overseasMax === null ? null : 2,
    categories: rules.categories.map((one) => ({ ...one, min: Math.min(1, one.min) })),
    match: rules.match && { ...rules.match, answerMs: 30_000 },
    tieBreak: rules.tieBreak && { ...rules.tieBreak, inviteMs: 20_000 },
  }
}

/** The auction after every act, from its start on. */
export function* played(rules: RuleSet, { retained, acts, rich }: Plan): Generator<Room, Room> {
  const room = prepared(scaledDown(rules, rich))
  for (const { player: p, team, by } of retained) {
    const player = nth(PLAYERS, p)
    room.ask({ type: 'RetainPlayer', player, team: nth(TEAMS, team), amount: base(room, player) * (1 + (by % 20)) })
  }
  room.does({ type: 'StartAuction' })
  yield room
  const sealed = new Map<string, number>()
  for (const one of acts) {
    room.nowMs += one.by * 10
    if (room.state.phase.is === 'paused' && one.kind !== 'pause' && one.by % 3 > 0) room.does({ type: 'ResumeAuction' })
    perform(room, one, sealed)
    yield room
  }
  return room
}

function prepared(rules: RuleSet): Room {
  const room = new Room(rules)
  for (const team of TEAMS)
    room.does({ type: 'AddTeam', team, purse: rules.purse }, { type: 'GrantPaddle', user: paddle(team), team })
  return room.does({
    type: 'AddPlayers',
    players: PLAYERS.map((player, n) => ({
      player,
      base: rules.basePrices[n % 3 === 0 ? n % rules.basePrices.length : 0] ?? 1,
      set: `s${n % 3}`,
      overseas: [false, true, false, null][n % 4] ?? null,
      categories: CATEGORIES.filter((_, i) => (n + i) % 3 === 0),
      formerTeam: n % 5 === 0 ? null : nth(TEAMS, n),
    })),
  })
}

function perform(room: Room, { kind, team: t, player: p, by }: Act, sealed: Map<string, number>): void {
  const { state } = room
  const team = nth(TEAMS, t)
  const any = nth(PLAYERS, p)
  const one = (is: PlayerStatus['is']) =>
    nth<string | undefined>(
      PLAYERS.filter((id) => state.players[id]?.status.is === is),
      p,
    ) ?? any
  const open = nth<Lot | undefined>(openLots(state), by)
  const lot = open?.lot ?? 0
  const bid = open ? (leadingBid(open)?.seq ?? 0) : 0
  switch (kind) {
    case 'open':
      room.ask({ type: 'OpenLot', player: by % 9 ? one('waiting') : any })
      return
    case 'bid':
      if (open) room.ask({ type: 'PlaceBid', lot, amount: minimumBid(state.rules, open), floorTeam: team })
      return
    case 'allIn':
      if (open) room.ask({ type: 'PlaceBid', lot, amount: highest(room, open, team), floorTeam: team })
      return
    case 'hammer':
      room.ask({ type: 'Hammer', lot, bid })
      return
    case 'time': {
      const due = nth(dueCommands(state), by)
      if (!due) return
      room.nowMs = Math.max(room.nowMs, due.atMs)
      room.ask(due.command)
      return
    }
    case 'pass':
      room.ask({ type: 'PassLot', lot })
      return
    case 'retract':
      room.ask({ type: 'RetractBid', lot, bid })
      return
    case 'hold':
      room.ask({ type: 'HoldLot', lot })
      return
    case 'pause':
      if (state.phase.is === 'paused') room.ask({ type: 'ResumeAuction' })
      else if (by % 3 === 0) room.ask({ type: 'PauseAuction', message: '' })
      return
    case 'answer':
      if (open) answer(room, open, nth(askedTeams(state, open), t), by, sealed)
      return
    case 'stray':
      if (open) answer(room, open, team, by, sealed)
      return
    case 'reopen':
      room.ask({ type: 'ReopenLot', lot: by % 3 ? (state.lastLot?.lot ?? 0) : lot })
      return
    case 'recall':
      room.ask({
        type: 'RecallPlayers',
        players: [one('unsold')],
        base: by % 2 ? (state.rules.recallFloor ?? null) : null,
      })
      return
    case 'withdraw':
      if (by % 4 === 0) room.ask({ type: 'WithdrawPlayer', player: any, why: by % 8 ? 'ineligible' : 'withdrawn' })
      return
    case 'correct':
      correct(room, { team, player: one('sold'), by })
      return
    case 'nominate': {
      const turn = state.turn?.team ?? team
      const player = one('waiting')
      room.ask({ type: 'NominatePlayer', player, amount: base(room, player), floorTeam: by % 4 ? turn : team })
      return
    }
    case 'names':
      if (!state.round) room.ask({ type: 'CallForNames', perTeam: 1 + (by % 3) })
      else if (by % 3)
        room.ask({ type: 'NamePlayers', players: [by % 2 ? one('unsold') : one('waiting')], floorTeam: team })
      else room.ask({ type: 'CloseNames' })
      return
    case 'proxy':
      if (open) {
        const max = by % 5 ? minimumBid(state.rules, open) * (1 + (by % 7)) : null
        room.ask({ type: 'SetProxy', lot, max, by: paddle(team) })
      }
      return
    case 'announce':
      room.ask({ type: 'Announce', words: by % 3 ? `Break ${by % 4}` : null })
      return
    case 'autopilot':
      room.ask({
        type: 'SetAutopilot',
        policy: (['off', 'pass', 'bid'] as const)[by % 3] ?? 'off',
        maxima: [{ player: any, max: base(room, any) * (1 + by) }],
        by: paddle(team),
      })
      return
    default:
      kind satisfies never
  }
}

/** A team's answer at whatever stage the lot is, as `by` would have it. */
function answer(room: Room, lot: Lot, team: string | undefined, by: number, sealed: Map<string, number>): void {
  const { stage } = lot
  const { rules, auctionId } = room.state
  if (team === undefined) return
  const from = { lot: lot.lot, floorTeam: team }
  switch (stage.is) {
    case 'bidding':
      return
    case 'match': {
      const range = raiseRange(room.state, lot)
      const raised = range && Math.min(range.most, range.least + range.grid * (by % 8))
      if (stage.step === 'raising')
        room.ask({ type: 'RaiseMatch', amount: by % 4 && raised ? raised : stage.amount, ...from })
      else if (stage.step === 'asked' && by % 4)
        room.ask({ type: 'ClaimMatch', term: nth<string | undefined>(rules.match?.terms ?? [], by) ?? null, ...from })
      else if (by % 2 === 0 || room.ask({ type: 'KeepMatch', ...from })) room.ask({ type: 'DeclineMatch', ...from })
      return
    }
    case 'invited':
      room.ask({ type: 'JoinTieBreak', joins: by % 4 > 0, ...from })
      return
    case 'sealing': {
      const { round } = stage
      const seal = { auctionId, lot: lot.lot, round, team, amount: 1 + (by % 2), secret: '0123456789ABCDEF' }
      const refusal = room.ask({
        ...{ type: 'SealAmount', lot: lot.lot, round, commitment: sealOf(seal), by: paddle(team) },
      })
      if (!refusal) sealed.set(`${lot.lot}:${round}:${team}`, seal.amount)
      return
    }
    case 'revealing': {
      const { round } = stage
      const amount = by % 9 ? (sealed.get(`${lot.lot}:${round}:${team}`) ?? 3) : 3
      room.ask({
        ...{ type: 'RevealAmount', lot: lot.lot, round, amount, secret: '0123456789ABCDEF', by: paddle(team) },
      })
      return
    }
    default:
      stage satisfies never
  }
}

function correct(room: Room, { team, player, by }: { team: string; player: string; by: number }): void {
  const to = by % 3 ? { team, amount: base(room, player) * (1 + (by % 5)) } : null
  const [first] = room.state.corrections
  if (!first) room.ask({ type: 'ProposeCorrection', player, to, reason: 'misheard', by: 'official1' })
  else if (by % 4) room.ask({ type: 'ApproveCorrection', correction: first.id, by: 'official2' })
  else room.ask({ type: 'DropCorrection', correction: first.id })
}

/** The highest price that the team could call now. */
function highest({ state }: Room, lot: Lot, id: string): number {
  const { rules, teams, players } = state
  const team = teams[id]
  const minimum = minimumBid(rules, lot)
  if (!team) return minimum
  const limit = moneyLimit(state, standing(state, team, lot.lot), players[lot.player])
  const jump = rules.jumpGrid === null ? minimum : Math.floor(limit / rules.jumpGrid) * rules.jumpGrid
  return isCallable(rules, minimum, jump) ? jump : minimum
}

const base = ({ state }: Room, player: string): number => state.players[player]?.base ?? 1

const paddle = (team: string): string => team.replace('t', 'u')

/** One of a list, counted around it. */
function nth<T>(list: readonly T[], n: number): T {
  return list[n % list.length] as T
}
