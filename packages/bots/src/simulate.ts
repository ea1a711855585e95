import {
  type AuctionState,
  type Command,
  createAuction,
  type Draft,
  decide,
  dueCommands,
  type Entry,
  evolve,
  MAX_BATCH,
  type NewPlayer,
  type PlayerId,
  type RuleSet,
  type TeamId,
} from '@gavel/auction'
import type { PaddleAct } from './acts.ts'
import { auctioneerPauseMs, auctioneerStep } from './auctioneer.ts'
import { createPaddle, type Paddle } from './mind.ts'
import { createRng } from './rng.ts'
import { type Temper, temperOf } from './tempers.ts'

/** A whole auction to be played between bots. Teams are given by id; without a purse of its own each has that of the rules. */
export type Simulation = {
  rules: RuleSet
  players: readonly NewPlayer[]
  teams: readonly { team: TeamId; purse?: number }[]
  seed: string
  /** Kept from last season, before the start. */
  retained?: readonly { player: PlayerId; team: TeamId; amount: number }[]
}

export type Simulated = {
  /** The log, as it would have been stored. */
  entries: Entry[]
  state: AuctionState
  tempers: Readonly<Record<TeamId, Temper>>
}

/** The night begins here by its own clock: 2026-01-01, 14:00 UTC. */
const START_MS = Date.UTC(2026, 0, 1, 14)
/** An auction of n players never needs more acts than so many for each. */
const MOST_ACTS = 800

/**
 * Plays a whole auction between bots of different tempers, on the pure core and by a clock of its own: no stack, no waiting. The same input
 * gives the same entries (SIM-1).
 *
 * @throws Error where the core refuses what a bot does, or the night does not end: both are bugs, and the message names the seed.
 */
export function simulate({ rules, players, teams, seed, retained = [] }: Simulation): Simulated {
  const room = openRoom(rules, seed)
  const tempers: Record<TeamId, Temper> = {}
  const paddles: { team: TeamId; paddle: Paddle }[] = []
  for (const [index, { team, purse = rules.purse }] of teams.entries()) {
    const temper = temperOf(seed, index)
    tempers[team] = temper
    paddles.push({ team, paddle: createPaddle(team, { temper, seed: `${seed}-${team}` }) })
    room.run({ type: 'AddTeam', by: AUCTIONEER, team, purse })
    room.run({ type: 'GrantPaddle', by: AUCTIONEER, user: ownerOf(team), team })
  }
  for (let start = 0; start < players.length; start += MAX_BATCH)
    room.run({ type: 'AddPlayers', by: AUCTIONEER, players: players.slice(start, start + MAX_BATCH) })
  for (const one of retained) room.run({ type: 'RetainPlayer', by: AUCTIONEER, ...one })

  const rng = createRng(`${seed}:auctioneer`)
  for (let acts = MOST_ACTS * (players.length + 1); acts > 0; acts -= 1) {
    const { state, nowMs } = room
    const step = auctioneerStep(state)
    if (step === 'done') return { entries: room.entries, state, tempers }
    const moves: Move[] = [...dueCommands(state)]
    if (step !== 'waits')
      moves.push({ atMs: nowMs + auctioneerPauseMs(state, rng), command: { by: AUCTIONEER, ...step.does } })
    for (const { team, paddle } of paddles) {
      const next = paddle.next(state)
      if (!next) continue
      const { act, afterMs } = next
      moves.push({ atMs: nowMs + afterMs, command: commandOf(act, team), done: () => paddle.did(act) })
    }
    const first = moves.reduce<Move | null>((best, move) => (best && best.atMs <= move.atMs ? best : move), null)
    if (!first) throw new Error(`seed ${seed}: nobody acts at entry ${state.seq}`)
    room.nowMs = Math.max(nowMs, first.atMs)
    room.run(first.command)
    first.done?.()
  }
  throw new Error(`seed ${seed}: the auction does not end`)
}

const AUCTIONEER = 'auctioneer'
const ownerOf = (team: TeamId) => `owner-${team}`

type Move = { atMs: number; command: Command; done?: () => void }

const commandOf = (act: PaddleAct, team: TeamId): Command => {
  const by = ownerOf(team)
  switch (act.type) {
    case 'SealAmount':
    case 'RevealAmount':
    case 'SetProxy':
      return { by, ...act }
    default:
      return { by, floorTeam: null, ...act }
  }
}

function openRoom(rules: RuleSet, seed: string) {
  const entries: Entry[] = []
  const stamped = (draft: Draft, by: string, atMs: number): Entry => {
    const entry: Entry = { ...draft, seq: entries.length + 1, atMs, by, cmd: '', sum: '' }
    entries.push(entry)
    return entry
  }
  const room = {
    entries,
    nowMs: START_MS,
    state: evolve(null, stamped(createAuction(`simulation-${seed}`, rules), AUCTIONEER, START_MS)),
    run: (command: Command): void => {
      const decision = decide(room.state, command, room.nowMs)
      if ('refusal' in decision)
        throw new Error(
          `seed ${seed}, entry ${entries.length}: ${JSON.stringify(command)} is refused ${decision.refusal.code}`,
        )
      for (const draft of decision.entries) room.state = evolve(room.state, stamped(draft, command.by, room.nowMs))
    },
  }
  return room
}
