import { type AuctionState, type DueCommand, dueCommands } from '@gavel/auction'

/** At most so long after the moment, so that instances that watch the same clock seldom ask at once. */
const SPREAD_MS = 90
/** After an ask that failed or came too early by the store's clock. */
const RETRY_MS = 307
/** The longest delay that a timer can hold. */
const MAX_DELAY_MS = 2 ** 31 - 1

type Clock = {
  /** Asks for what is due; the store checks again, so asking twice, or early, is harmless (TIMER-1). */
  ask(due: DueCommand): Promise<unknown>
  /** The store's clock. */
  nowMs(): number
}

/** What the state says that a clock runs. */
type Clocked = Parameters<typeof dueCommands>[0]

/** The clocks of a room: of its open lots, their stages, and the turn. Deadlines are state: this only asks when one has passed. */
export class RoomTimer {
  readonly #clock: Clock
  #timer: NodeJS.Timeout | null = null
  #due: readonly DueCommand[] = []
  #armedFor: string | null = null

  constructor(clock: Clock) {
    this.#clock = clock
  }

  /** True while any clock runs, so the room must stay open even when nobody watches. */
  get armed(): boolean {
    return this.#armedFor !== null
  }

  /** Follows the state: arms, moves or drops the timer. One timer, for whatever is due first, serves them all. */
  follow(state: Pick<AuctionState, keyof Clocked>): void {
    this.#due = dueCommands(state).toSorted((a, b) => a.atMs - b.atMs)
    const [first] = this.#due
    const key = first ? JSON.stringify(first) : null
    if (key === this.#armedFor) return
    this.#disarm()
    if (!first) return
    this.#armedFor = key
    this.#arm(first.atMs - this.#clock.nowMs() + Math.random() * SPREAD_MS)
  }

  stop(): void {
    this.#due = []
    this.#disarm()
  }

  #disarm(): void {
    if (this.#timer) clearTimeout(this.#timer)
    this.#timer = null
    this.#armedFor = null
  }

  #arm(delayMs: number): void {
    const key = this.#armedFor
    this.#timer = setTimeout(
      () => {
        const nowMs = this.#clock.nowMs()
        const [first, ...others] = this.#due
        if (!first) return
        const passed = others.filter(({ atMs }) => atMs <= nowMs)
        // The entry that answers disarms this, or arms it for what is due next; until then it asks again.
        void Promise.allSettled([first, ...passed].map((due) => this.#clock.ask(due))).finally(() => {
          if (this.#armedFor === key) this.#arm(RETRY_MS)
        })
      },
      Math.min(Math.max(delayMs, 0), MAX_DELAY_MS),
    )
  }
}
