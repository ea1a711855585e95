import type { TeamId } from '@gavel/auction'

/** Not a round second, so that instances do not speak in step (SEND-4). */
const PERIOD_MS = 1_013

export type Crowd = { watching: number; teams: Record<TeamId, number> }

/** Says who is in a room, at most once a period, and only when that changed or somebody has not heard it. */
export class Presence {
  readonly #count: () => Crowd
  readonly #tell: (crowd: Crowd) => void
  #told = ''
  #timer: NodeJS.Timeout | null = null

  constructor(count: () => Crowd, tell: (crowd: Crowd) => void) {
    this.#count = count
    this.#tell = tell
  }

  /** Somebody came who has heard nothing yet. */
  came(): void {
    this.#told = ''
    this.changed()
  }

  /** Somebody went, or changed sides. */
  changed(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = null
      const crowd = this.#count()
      const words = JSON.stringify(crowd)
      if (words === this.#told) return
      this.#told = words
      this.#tell(crowd)
    }, PERIOD_MS)
  }

  stop(): void {
    if (this.#timer) clearTimeout(this.#timer)
    this.#timer = null
  }
}
