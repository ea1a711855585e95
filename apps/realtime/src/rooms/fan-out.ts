import { type Audience, entryFor } from '@gavel/auction'
import type { AuctionLog, LogEntry, LogTypes } from '@gavel/livelog'
import { PUBLIC_FRAME_MS, type WireEntry } from '@gavel/protocol'
import { type Frame, frameOf } from './frame.ts'

/** Somebody who is sent a room's entries. `seq` is of the last entry that the reader was given. */
export type Reader<A extends string = Audience> = { audience: A; seq: number; send(frame: Frame): void }

/** An entry as it travels to this audience (AUD-1). */
export function wireEntry(audience: Audience, { entry, link }: LogEntry): WireEntry {
  return { ...entryFor(audience, entry), link }
}

/** Who hears of a room's entries, and in which words. `prompt`: those who are told each at once. */
type Hearing<K extends LogTypes, A extends string> = {
  prompt: readonly A[]
  public: A
  encode(audience: A, entries: readonly LogEntry<K>[]): Frame
}

/** The fan-out of an auction's entries: bidders and the auctioneer are told at once. */
export const auctionFanOut = (auctionId: string): FanOut<AuctionLog, Audience> =>
  new FanOut({
    prompt: ['auctioneer', 'paddle'],
    public: 'public',
    encode: (audience, entries) =>
      frameOf('entries', { auctionId, entries: entries.map((e) => wireEntry(audience, e)) }),
  })

/**
 * Sends one room's entries to its readers, encoded once for each audience (SEND-2): those who act in it at once; the public's first at once
 * and those of the next 50 ms together (SEND-1). Every reader gets the entries after its own `seq`, each once, so it does not matter that
 * some join between two frames.
 */
export class FanOut<K extends LogTypes, A extends string> {
  readonly #hearing: Hearing<K, A>
  readonly #readers = new Map<A, Set<Reader<A>>>()
  #waiting: LogEntry<K>[] = []
  #window: NodeJS.Timeout | null = null

  constructor(hearing: Hearing<K, A>) {
    this.#hearing = hearing
    for (const audience of [...hearing.prompt, hearing.public]) this.#readers.set(audience, new Set())
  }

  add(reader: Reader<A>): void {
    this.#readers.get(reader.audience)?.add(reader)
  }

  remove(reader: Reader<A>): void {
    this.#readers.get(reader.audience)?.delete(reader)
  }

  /** Moves a reader whose rights changed. What waits for the public leaves first, so the reader misses nothing of it. */
  move(reader: Reader<A>, audience: A): void {
    this.#flush()
    this.remove(reader)
    reader.audience = audience
    this.add(reader)
  }

  /** The next entries of the log, in order. */
  entries(entries: readonly LogEntry<K>[]): void {
    for (const audience of this.#hearing.prompt) this.#send(audience, entries)
    this.#waiting.push(...entries)
    if (this.#window === null) this.#openWindow()
  }

  /** Everybody forgets what they hold and stands at `seq`. */
  rewind(frameFor: (reader: Reader<A>) => Frame, seq: number): void {
    this.#waiting = []
    for (const readers of this.#readers.values()) {
      for (const reader of readers) {
        reader.seq = seq
        reader.send(frameFor(reader))
      }
    }
  }

  /** A message to everybody, or to some audiences, beside the log. */
  tell(frame: Frame, audiences: readonly A[] = [...this.#readers.keys()]): void {
    for (const audience of audiences) for (const reader of this.#readers.get(audience) ?? []) reader.send(frame)
  }

  close(): void {
    if (this.#window) clearTimeout(this.#window)
    this.#window = null
    this.#waiting = []
  }

  #openWindow(): void {
    this.#flush()
    this.#window = setTimeout(() => {
      this.#window = null
      if (this.#waiting.length > 0) this.#openWindow()
    }, PUBLIC_FRAME_MS)
  }

  #flush(): void {
    const entries = this.#waiting
    this.#waiting = []
    if (entries.length > 0) this.#send(this.#hearing.public, entries)
  }

  #send(audience: A, entries: readonly LogEntry<K>[]): void {
    const last = entries.at(-1)
    const readers = this.#readers.get(audience)
    if (!last || !readers || readers.size === 0) return
    const frames = new Map<number, Frame>()
    for (const reader of readers) {
      if (reader.seq >= last.seq) continue
      const from = entries.findIndex((e) => e.seq > reader.seq)
      const frame = frames.get(from) ?? this.#hearing.encode(audience, entries.slice(from))
      frames.set(from, frame)
      reader.seq = last.seq
      reader.send(frame)
    }
  }
}
