const WINDOW_MS = 60_000
const MAX_RESTARTS = 5
const FIRST_DELAY_MS = 200
const MAX_DELAY_MS = 5_000

/**
 * How long to wait before the next restart: longer each time, and never more than five restarts in a minute.
 * It never gives up, since what broke a program (a full disk, a lost network) may pass.
 * @param restartsMs when the program was restarted before, oldest first, epoch ms.
 */
export const restartDelayMs = (restartsMs: readonly number[], nowMs: number): number => {
  const recent = restartsMs.filter((ms) => ms > nowMs - WINDOW_MS)
  if (recent.length >= MAX_RESTARTS) return (recent.at(-MAX_RESTARTS) ?? nowMs) + WINDOW_MS - nowMs
  return Math.min(FIRST_DELAY_MS * 2 ** recent.length, MAX_DELAY_MS)
}
