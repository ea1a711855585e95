import { type LogEntry, type LogKind, type LogTypes, nextLink, stampedBy, type Tail } from '@gavel/livelog'

/** Entries kept behind the state, for clients that come back; whoever is further behind gets the state. */
const KEPT_ENTRIES = 1_000
const PAGE = 1_000
/** After a log that was rewound could not be read. */
const RETRY_MS = 1_009

type Past<K extends LogTypes> = { state: K['State']; link: string }
type Fold<K extends LogTypes> = Pick<LogKind<K>, 'fold'>

/** A log of which only what has come of age is shown; the rest waits in order (LATE-3). No IO, and no clock of its own. */
export class LateLog<K extends LogTypes> {
  readonly #kind: Fold<K>
  #shown: Past<K>
  /** The last entries that were shown, oldest first. */
  #recent: LogEntry<K>[] = []
  #waiting: LogEntry<K>[] = []

  constructor(kind: Fold<K>, past: Past<K>) {
    this.#kind = kind
    this.#shown = past
  }

  get state(): K['State'] {
    return this.#shown.state
  }

  get link(): string {
    return this.#shown.link
  }

  /** When the next entry was stamped; null where none waits. */
  get nextAtMs(): number | null {
    return this.#waiting[0]?.entry.atMs ?? null
  }

  /** Lets further entries wait; those that are held already are left out. False, with nothing taken in, where they do not follow these. */
  add(entries: readonly LogEntry<K>[]): boolean {
    const last = this.#waiting.at(-1) ?? { seq: this.state.seq, link: this.link }
    const fresh = entries.filter(({ seq }) => seq > last.seq)
    const [first] = fresh
    if (first && (first.seq !== last.seq + 1 || first.link !== nextLink(last.link, first.body))) return false
    this.#waiting.push(...fresh)
    return true
  }

  /** Shows what was stamped by `untilMs`, and answers it. */
  release(untilMs: number): LogEntry<K>[] {
    const { length } = stampedBy(
      this.#waiting.map(({ entry }) => entry),
      untilMs,
    )
    const ready = this.#waiting.splice(0, length)
    const last = ready.at(-1)
    if (!last) return []
    const state = this.#kind.fold(
      ready.map(({ entry }) => entry),
      this.state,
    )
    if (state) this.#shown = { state, link: last.link }
    this.#recent = [...this.#recent, ...ready].slice(-KEPT_ENTRIES)
    return ready
  }

  /** What a client that holds entry `seq` with `link` is missing of what is shown; the state where that cannot be told. */
  since(seq: number | null, link: string | null): { entries: readonly LogEntry<K>[] } | { state: K['State'] } {
    if (seq === this.state.seq && link === this.link) return { entries: [] }
    const at = this.#recent.findIndex((entry) => entry.seq === seq && entry.link === link)
    return at < 0 ? { state: this.state } : { entries: this.#recent.slice(at + 1) }
  }
}

/** Where a late log comes from. `tail`: the present, followed; null where nothing is added any more. */
export type LateParts<K extends LogTypes> = {
  kind: Fold<K>
  tail: Tail<K> | null
  /** Null where there is no such log. */
  loadAt(untilMs: number): Promise<Past<K> | null>
  read(fromSeq: number, count: number): Promise<readonly LogEntry<K>[]>
  /** The store's clock. */
  nowMs(): number
}

/** A log as it was `delayMs` ago, followed like a {@link Tail}. Whenever it is opened, it never shows a newer state than that (LATE-3). */
export class LateTail<K extends LogTypes> {
  readonly #parts: LateParts<K>
  readonly #delayMs: number
  readonly #entries = new Set<(entries: readonly LogEntry<K>[]) => void>()
  readonly #rewinds = new Set<() => void>()
  #log: LateLog<K>
  #timer: NodeJS.Timeout | null = null
  #reading = false
  #closed = false

  private constructor(parts: LateParts<K>, delayMs: number, log: LateLog<K>) {
    this.#parts = parts
    this.#delayMs = delayMs
    this.#log = log
    parts.tail?.on('entries', (entries) => {
      // What is missed here while the log is read anew, the reading finds.
      if (this.#reading) return
      if (this.#log.add(entries)) this.#arm()
      else void this.#rewind()
    })
    parts.tail?.on('rewind', () => void this.#rewind())
    this.#arm()
  }

  /** Null where there is no such log. Whoever is given a late tail closes it, and with it the present one. */
  static async open<K extends LogTypes>(parts: LateParts<K>, delayMs: number): Promise<LateTail<K> | null> {
    const log = await readLate(parts, delayMs)
    return log && new LateTail(parts, delayMs, log)
  }

  get state(): K['State'] {
    return this.#log.state
  }

  get seq(): number {
    return this.state.seq
  }

  get link(): string {
    return this.#log.link
  }

  since(seq: number | null, link: string | null) {
    return this.#log.since(seq, link)
  }

  /** The moment that is shown: by it, a clock that runs has as much left as it had then (LATE-4). */
  nowMs(): number {
    return this.#parts.nowMs() - this.#delayMs
  }

  onEntries(handler: (entries: readonly LogEntry<K>[]) => void): void {
    this.#entries.add(handler)
  }

  onRewind(handler: () => void): void {
    this.#rewinds.add(handler)
  }

  close(): void {
    this.#closed = true
    this.#disarm()
    this.#parts.tail?.close()
  }

  #arm(): void {
    const { nextAtMs } = this.#log
    if (this.#closed || this.#timer || nextAtMs === null) return
    const release = () => {
      this.#timer = null
      const entries = this.#log.release(this.nowMs())
      if (entries.length > 0) for (const handler of this.#entries) handler(entries)
      this.#arm()
    }
    this.#timer = setTimeout(release, Math.max(1, nextAtMs - this.nowMs()))
  }

  #disarm(): void {
    if (this.#timer) clearTimeout(this.#timer)
    this.#timer = null
  }

  /** The present is another log than it was, so the past is read anew. Until then what is shown stands still. */
  async #rewind(): Promise<void> {
    // A reading that goes on notices a rewind by itself.
    if (this.#reading || this.#closed) return
    this.#reading = true
    this.#disarm()
    const log = await readLate(this.#parts, this.#delayMs).catch(() => null)
    this.#reading = false
    if (this.#closed) return
    if (!log) {
      this.#timer = setTimeout(() => void this.#rewind(), RETRY_MS)
      return
    }
    this.#log = log
    for (const handler of this.#rewinds) handler()
    this.#arm()
  }
}

/** Reads a log, what has come of age and what has not, until it is whole and of one branch. Null where there is no such log. */
async function readLate<K extends LogTypes>(
  { kind, tail, loadAt, read, nowMs }: LateParts<K>,
  delayMs: number,
): Promise<LateLog<K> | null> {
  for (;;) {
    const arrived: LogEntry<K>[] = []
    let rewound = false
    const stop = [
      tail?.on('entries', (entries) => arrived.push(...entries)),
      tail?.on('rewind', () => {
        rewound = true
      }),
    ]
    try {
      const past = await loadAt(nowMs() - delayMs)
      if (!past) return null
      const log = new LateLog(kind, past)
      for (let from = past.state.seq + 1; ; from += PAGE) {
        const page = await read(from, PAGE)
        log.add(page)
        if (page.length < PAGE) break
      }
      if (!rewound && log.add(arrived)) return log
    } finally {
      for (const each of stop) each?.()
    }
  }
}
