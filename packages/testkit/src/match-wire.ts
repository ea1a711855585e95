import { newId } from '@gavel/db'
import {
  MATCH_NAMESPACE,
  type MatchClientToServer,
  type MatchJoinMessage,
  type MatchJoinReply,
  type MatchReply,
  type MatchServerToClient,
  type MatchYou,
  type ScorerCommand,
  type WireMatchEntry,
} from '@gavel/protocol'
import { evolveMatch, type MatchState } from '@gavel/scoring'
import type { Socket } from 'socket.io-client'
import { ANSWER_MS, HeldLog, joinOnce, sendAnything, wireTo } from './held-log.ts'
import type { Person } from './people.ts'
import { until } from './program.ts'

/**
 * A socket of a test in a match's room. It takes nothing for granted: every entry must follow the one before, or `problems` tells so. It
 * resumes after each reconnect from where it stands, but repeats no command by itself.
 */
export class MatchWire {
  readonly socket: Socket<MatchServerToClient, MatchClientToServer>
  readonly #matchId: string
  readonly #as: MatchJoinMessage['as']
  readonly #held = new HeldLog<MatchState, WireMatchEntry>((state, entry) => evolveMatch(state, entry))
  you: MatchYou | null = null
  live: boolean | null = null
  delayMs: number | null = null
  crowd: { watching: number; scoring: number } | null = null
  joins = 0
  rewinds = 0
  readonly closings: string[] = []

  constructor(url: string, matchId: string, person: Person | null, as: MatchJoinMessage['as']) {
    this.#matchId = matchId
    this.#as = as
    this.socket = wireTo(url, MATCH_NAMESPACE, person)
    this.socket.on('closing', ({ code }) => this.closings.push(code))
    this.socket.on('connect', () => void this.join().catch(() => {}))
    this.socket.on('entries', ({ entries }) => this.#held.take(entries))
    this.socket.on('rewind', ({ state, link, you, live, delayMs }) => {
      this.rewinds += 1
      this.#held.stand(state, link)
      Object.assign(this, { you, live, delayMs })
    })
    this.socket.on('live', ({ live }) => {
      this.live = live
    })
    this.socket.on('presence', ({ watching, scoring }) => {
      this.crowd = { watching, scoring }
    })
  }

  get state(): MatchState | null {
    return this.#held.state
  }

  get link(): string | null {
    return this.#held.link
  }

  get entries(): readonly WireMatchEntry[] {
    return this.#held.entries
  }

  get problems(): readonly string[] {
    return this.#held.problems
  }

  /** Connects, joins and waits for the state. */
  static async open(
    url: string,
    { matchId }: { matchId: string },
    person: Person | null,
    as: MatchJoinMessage['as'] = 'public',
  ): Promise<MatchWire> {
    const wire = new MatchWire(url, matchId, person, as)
    await until('joined', () => wire.state !== null && wire.joins > 0)
    return wire
  }

  /** Joins from where this socket stands. */
  async join(): Promise<MatchJoinReply> {
    const message: MatchJoinMessage = {
      ...{ matchId: this.#matchId, since: this.state?.seq ?? null, link: this.link, as: this.#as },
    }
    return joinOnce<MatchJoinReply>(this.socket, message, (reply) => reply.ok && this.#joined(reply))
  }

  /** Gives a command and waits for the answer. */
  command(command: ScorerCommand, commandId: string = newId()): Promise<MatchReply> {
    const message = { matchId: this.#matchId, commandId, epoch: this.state?.epoch ?? 1, command }
    return this.socket.timeout(ANSWER_MS).emitWithAck('command', message)
  }

  /** Sends anything at all, and waits for the answer. */
  send(name: string, message: unknown): Promise<MatchReply> {
    return sendAnything<MatchReply>(this.socket, name, [message])
  }

  /** Waits until this socket has the entry `seq`. */
  reaches(seq: number, timeoutMs?: number): Promise<true> {
    return this.#held.reaches(seq, timeoutMs)
  }

  [Symbol.dispose](): void {
    this.socket.disconnect()
  }

  #joined(reply: Extract<MatchJoinReply, { ok: true }>): void {
    const { you, live, delayMs } = reply
    Object.assign(this, { you, live, delayMs })
    if ('state' in reply) this.#held.stand(reply.state, reply.link)
    // What came by fan-out while the answer was on its way is in it once more.
    else this.#held.take(reply.entries.filter(({ seq }) => seq > (this.state?.seq ?? 0)))
    this.joins += 1
  }
}
