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
  const samples: ClockReading[] = []
  return {
    /** @param sentMs and @param receivedMs on this device's clock; @param serverMs what the server answered */
    measured(sentMs: number, receivedMs: number, serverMs: number): ClockReading {
      const latencyMs = Math.max(0, receivedMs - sentMs)
      samples.push({ offsetMs: serverMs - (sentMs + latencyMs / 2), latencyMs })
      if (samples.length > KEPT) samples.shift()
      const best = samples.reduce((one, other) => (other.latencyMs < one.latencyMs ? other : one))
      return { offsetMs: Math.round(best.offsetMs), latencyMs: Math.round(latencyMs) }
    },
  }
}
