import { PROTOCOL_VERSION } from '@gavel/protocol'
import { io, type Socket } from 'socket.io-client'
import type { Person } from './people.ts'
import { until } from './program.ts'

/** How long a test waits for an answer. */
export const ANSWER_MS = 30_000

/** A connection of a test to one namespace of the rooms, quick to come back. */
export const wireTo = (url: string, namespace: string, person: Person | null): Socket =>
  io(`${url}${namespace}`, {
    transports: ['websocket'],
    forceNew: true,
    reconnectionDelay: 50,
    reconnectionDelayMax: 250,
    auth: { protocol: PROTOCOL_VERSION, token: person?.token },
  })

/** Joins once. `taken` hears a reply here and now: the entries that follow may already wait in the same chunk of bytes. */
export const joinOnce = <Reply extends { ok: boolean }>(
  socket: Socket,
  message: object,
  taken: (reply: Reply) => void,
): Promise<Reply> =>
  new Promise((resolve, reject) => {
    socket.timeout(ANSWER_MS).emit('join', message, (error: Error | null, reply: Reply) => {
      if (error) return reject(error)
      taken(reply)
      resolve(reply)
    })
  })

/** Sends anything at all, which the types need not allow, and waits for the answer. */
export const sendAnything = <Reply>(socket: Socket, name: string, args: readonly unknown[]): Promise<Reply> =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`${name} was not answered`)), ANSWER_MS)
    socket.emit(name, ...args, (reply: Reply) => {
      clearTimeout(timer)
      resolve(reply)
    })
  })

type Linked = { readonly seq: number; readonly link: string }

/** What a socket of a test holds of a log. It takes nothing for granted: every entry must follow the one before, or `problems` tells so. */
export class HeldLog<State extends { readonly seq: number }, Entry extends Linked> {
  readonly #evolve: (state: State, entry: Entry) => State
  state: State | null = null
  link: string | null = null
  /** Every entry that was given since the last snapshot, in order. */
  entries: Entry[] = []
  /** What must never happen: gaps, doubles, entries that do not fold. */
  readonly problems: string[] = []

  constructor(evolve: (state: State, entry: Entry) => State) {
    this.#evolve = evolve
  }

  /** Starts anew from a snapshot. */
  stand(state: State, link: string): void {
    this.state = state
    this.link = link
    this.entries = []
  }

  /** Takes what came. `arrived` hears of each entry that is new. */
  take(entries: readonly Entry[], arrived: (entry: Entry) => void = () => {}): void {
    for (const entry of entries) {
      if (!this.state) {
        this.problems.push(`entry ${entry.seq} before a state`)
        return
      }
      if (entry.seq !== this.state.seq + 1) this.problems.push(`entry ${entry.seq} after ${this.state.seq}`)
      if (entry.seq <= this.state.seq) continue
      try {
        this.state = this.#evolve(this.state, entry)
      } catch (error) {
        this.problems.push(String(error))
        return
      }
      this.link = entry.link
      this.entries.push(entry)
      arrived(entry)
    }
  }

  /** Waits until the entry `seq` is held. */
  reaches(seq: number, timeoutMs?: number): Promise<true> {
    return until(`entry ${seq} at a client`, () => (this.state?.seq ?? 0) >= seq || false, timeoutMs)
  }
}
