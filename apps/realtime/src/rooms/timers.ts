import type { AuctionState } from '@gavel/auction'

/** At most so long after the deadline, so that instances that watch the same lot seldom ask at once. */
const SPREAD_MS = 90
/** After a close that failed or came too early by the store's clock. */
const RETRY_MS = 307
/** The longest delay that a timer can hold. */
const MAX_DELAY_MS = 2 ** 31 - 1

type Clock = {
  /** Asks for the close of this lot; the store checks again, so asking twice, or early, is harmless (TIMER-1). */
  close(lot: number, deadlineMs: number): Promise<unknown>
  /** The store's clock. */
  nowMs(): number
}

/** The deadline of a room's open lot. Deadlines are state: this only asks when one has passed. */
export class LotTimer {
  readonly #clock: Clock
  #timer: NodeJS.Timeout | null = null
  #armedFor: string | null = null

  constructor(clock: Clock) {
    this.#clock = clock
  }

  /** True while a lot has a deadline, so the room must stay open even when nobody watches. */
  get armed(): boolean {
    return this.#armedFor !== null
  }

  /** Follows the state: arms, moves or drops the timer. */
  follow({ lot, phase }: Pick<AuctionState, 'lot' | 'phase'>): void {
    const deadlineMs = phase.is === 'running' ? (lot?.deadlineMs ?? null) : null
    const key = lot && deadlineMs !== null ? `${lot.lot}:${deadlineMs}` : null
    if (key === this.#armedFor) return
    this.stop()
    if (!lot || deadlineMs === null) return
    this.#armedFor = key
    this.#arm(lot.lot, deadlineMs, deadlineMs - this.#clock.nowMs() + Math.random() * SPREAD_MS)
  }

  stop(): void {
    if (this.#timer) clearTimeout(this.#timer)
    this.#timer = null
    this.#armedFor = null
  }

  #arm(lot: number, deadlineMs: number, delayMs: number): void {
    const key = this.#armedFor
    this.#timer = setTimeout(
      () => {
        // The entry that closes the lot, or moves its deadline, disarms this; until then it asks again.
        void this.#clock.close(lot, deadlineMs).finally(() => {
          if (this.#armedFor === key) this.#arm(lot, deadlineMs, RETRY_MS)
        })
      },
      Math.min(Math.max(delayMs, 0), MAX_DELAY_MS),
    )
  }
}
