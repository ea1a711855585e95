import type { TeamId } from '@gavel/auction'
import type { You } from '@gavel/protocol'

/** Not a round second, so that instances do not speak in step (SEND-4). */
const PERIOD_MS = 1_013

/** Who is in an auction's room. */
export type Crowd = { watching: number; teams: Record<TeamId, number> }

/** How many these are, and how many of them bid for each team. */
export function crowdOf(members: readonly { you: You }[]): Crowd {
  const teams: Record<TeamId, number> = {}
  for (const { you } of members)
    if (you.audience === 'paddle' && you.team !== null) teams[you.team] = (teams[you.team] ?? 0) + 1
  return { watching: members.length, teams }
}

/** Says who is in a room, at most once a period, and only when that changed or somebody has not heard it. */
export class Presence<Who> {
  readonly #count: () => Who
  readonly #tell: (crowd: Who) => void
  #told = ''
  #timer: NodeJS.Timeout | null = null

  constructor(count: () => Who, tell: (crowd: Who) => void) {
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
