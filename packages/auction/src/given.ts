// Given-when-then for the core's tests: a room that runs commands and keeps the log they made.
import type { Command } from './commands.ts'
import { createAuction, decide } from './decide.ts'
import type { Draft, Entry } from './entries.ts'
import { evolve, fold } from './evolve.ts'
import type { Refusal } from './refusals.ts'
import { type MatchRule, PLAIN, type RuleSet } from './rule-set.ts'
import type { AuctionState, Lot } from './state.ts'

/** Round numbers to reason about: purse 1,000, squads of 2 to 4, at most 1 overseas, steps of 10 from 0 and of 50 from 200. */
export const SMALL_RULES: RuleSet = {
  ...PLAIN,
  id: 'small',
  name: 'Small',
  currency: 'INR',
  source: 'made for tests',
  purse: 1_000,
  squad: { min: 2, max: 4 },
  overseasMax: 1,
  basePrices: [20, 50],
  ladder: [
    { from: 0, step: 10 },
    { from: 200, step: 50 },
  ],
  jumpGrid: 5,
}

/** Two cards for each team, one raise on a grid of 25, and as long to answer as it takes. */
export const OPEN_MATCH: MatchRule = {
  cardsByRetained: [2],
  caps: { capped: null, uncapped: null, overseas: null },
  raiseGrid: 25,
  declineUsesCard: false,
  terms: [],
  answerMs: null,
}

/** A command without its asker, who is the auctioneer unless said otherwise. */
type Ask = Command extends infer C ? (C extends Command ? Omit<C, 'by'> & { by?: string } : never) : never

export class Room {
  nowMs = 1_000_000
  entries: Entry[] = []
  state: AuctionState

  constructor(rules: RuleSet = SMALL_RULES) {
    this.state = evolve(null, this.stamp(createAuction('a1', rules)))
  }

  /** Runs a command: the refusal, or null when it was accepted. */
  ask(command: Ask): Refusal | null {
    const decision = decide(this.state, { by: 'auctioneer', ...command } as Command, this.nowMs)
    if ('refusal' in decision) return decision.refusal
    this.state =
      fold(
        decision.entries.map((draft) => this.stamp(draft, command.by)),
        this.state,
      ) ?? this.state
    return null
  }

  /** Runs commands that must all be accepted. */
  does(...commands: Ask[]): this {
    for (const command of commands) {
      const refusal = this.ask(command)
      if (refusal) throw new Error(`${command.type} was refused ${refusal.code}`)
    }
    return this
  }

  /** Appends an entry that nobody asked for. */
  log(draft: Draft): this {
    this.state = evolve(this.state, this.stamp(draft))
    return this
  }

  /** Bids from the floor for a team, on the open lot. */
  bid(team: string, amount: number): Refusal | null {
    return this.ask({ type: 'PlaceBid', lot: this.lot.lot, amount, floorTeam: team })
  }

  get lot(): Lot {
    if (!this.state.lot) throw new Error('no lot is open')
    return this.state.lot
  }

  private stamp(draft: Draft, by = 'auctioneer'): Entry {
    const entry: Entry = {
      ...draft,
      seq: this.entries.length + 1,
      atMs: this.nowMs,
      by,
      cmd: '',
      sum: '',
    }
    this.entries.push(entry)
    return entry
  }
}

/** An auction before its start, of teams t1, t2, t3 with paddles u1, u2, u3, and players p1 to p6 in set s1 (p5 overseas, p6 unknown). */
export function scheduledRoom(rules: Partial<RuleSet> = {}): Room {
  const room = new Room({ ...SMALL_RULES, ...rules })
  for (const n of [1, 2, 3])
    room.does(
      { type: 'AddTeam', team: `t${n}`, purse: room.state.rules.purse },
      { type: 'GrantPaddle', user: `u${n}`, team: `t${n}` },
    )
  return room.does({
    type: 'AddPlayers',
    players: [1, 2, 3, 4, 5, 6].map((n) => ({
      player: `p${n}`,
      base: 20,
      set: 's1',
      overseas: n === 5 ? true : n === 6 ? null : false,
    })),
  })
}

/** The same auction, running. */
export function runningRoom(rules: Partial<RuleSet> = {}): Room {
  return scheduledRoom(rules).does({ type: 'StartAuction' })
}
