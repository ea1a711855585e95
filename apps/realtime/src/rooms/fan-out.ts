import { type Audience, entryFor } from '@gavel/auction'
import type { LogEntry } from '@gavel/livelog'
import { PUBLIC_FRAME_MS, type WireEntry } from '@gavel/protocol'
import { type Frame, frameOf } from './frame.ts'

/** Somebody who is sent a room's entries. `seq` is of the last entry that the reader was given. */
export type Reader = { audience: Audience; seq: number; send(frame: Frame): void }

/** An entry as it travels to this audience (AUD-1). */
export function wireEntry(audience: Audience, { entry, link }: LogEntry): WireEntry {
  return { ...entryFor(audience, entry), link }
}

/**
 * Sends one room's entries to its readers, encoded once for each audience (SEND-2): bidders and the auctioneer at once; the public's first at once
 * and those of the next 50 ms together (SEND-1). Every reader gets the entries after its own `seq`, each once, so it does not matter that
 * some join between two frames.
 */
export class FanOut {
  readonly #auctionId: string
  readonly #readers: Record<Audience, Set<Reader>> = { auctioneer: new Set(), paddle: new Set(), public: new Set() }
  #waiting: LogEntry[] = []
  #window: NodeJS.Timeout | null = null

  constructor(auctionId: string) {
    this.#auctionId = auctionId
  }

  add(reader: Reader): void {
    this.#readers[reader.audience].add(reader)
  }

  remove(reader: Reader): void {
    this.#readers[reader.audience].delete(reader)
  }

  /** Moves a reader whose rights changed. What waits for the public leaves first, so the reader misses nothing of it. */
  move(reader: Reader, audience: Audience): void {
    this.#flush()
    this.remove(reader)
    reader.audience = audience
    this.add(reader)
  }

  /** The next entries of the log, in order. */
  entries(entries: readonly LogEntry[]): void {
    this.#send('auctioneer', entries)
    this.#send('paddle', entries)
    this.#waiting.push(...entries)
    if (this.#window === null) this.#openWindow()
  }

  /** Everybody forgets what they hold and stands at `seq`. */
  rewind(frameFor: (reader: Reader) => Frame, seq: number): void {
    this.#waiting = []
    for (const readers of Object.values(this.#readers)) {
      for (const reader of readers) {
        reader.seq = seq
        reader.send(frameFor(reader))
      }
    }
  }

  /** A message to everybody, or to some audiences, beside the log. */
  tell(frame: Frame, audiences: readonly Audience[] = ['auctioneer', 'paddle', 'public']): void {
    for (const audience of audiences) for (const reader of this.#readers[audience]) reader.send(frame)
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
    if (entries.length > 0) this.#send('public', entries)
  }

  #send(audience: Audience, entries: readonly LogEntry[]): void {
    const last = entries.at(-1)
    const readers = this.#readers[audience]
    if (!last || readers.size === 0) return
    const frames = new Map<number, Frame>()
    for (const reader of readers) {
      if (reader.seq >= last.seq) continue
      const from = entries.findIndex((e) => e.seq > reader.seq)
      const frame = frames.get(from) ?? this.#encode(audience, entries.slice(from))
      frames.set(from, frame)
      reader.seq = last.seq
      reader.send(frame)
    }
  }

  #encode(audience: Audience, entries: readonly LogEntry[]): Frame {
    return frameOf('entries', { auctionId: this.#auctionId, entries: entries.map((e) => wireEntry(audience, e)) })
  }
}
