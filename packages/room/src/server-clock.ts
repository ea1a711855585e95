/** How many measurements are remembered. */
const KEPT = 8

export type ClockReading = {
  /** The server's clock less this device's, in milliseconds. */
  offsetMs: number
  /** The last round trip, in milliseconds. */
  latencyMs: number
}

/**
 * Reads the server's clock over the network. Of the last few answers the one with the shortest round trip is believed, since it
 * leaves the least room for error.
 */
export function createServerClock() {
  let samples: ClockReading[] = []
  const best = () =>
    samples.reduce<ClockReading | null>((one, other) => (one && one.latencyMs <= other.latencyMs ? one : other), null)
  return {
    /** The moment that is shown lies so much later than before: what was measured stays true, moved. */
    moved(byMs: number): Partial<Pick<ClockReading, 'offsetMs'>> {
      samples = samples.map((one) => ({ ...one, offsetMs: one.offsetMs + byMs }))
      const now = best()
      return now ? { offsetMs: Math.round(now.offsetMs) } : {}
    },

    /** @param sentMs and @param receivedMs on this device's clock; @param serverMs what the server answered */
    measured(sentMs: number, receivedMs: number, serverMs: number): ClockReading {
      const latencyMs = Math.max(0, receivedMs - sentMs)
      samples.push({ offsetMs: serverMs - (sentMs + latencyMs / 2), latencyMs })
      if (samples.length > KEPT) samples.shift()
      return { offsetMs: Math.round(best()?.offsetMs ?? 0), latencyMs: Math.round(latencyMs) }
    },
  }
}
