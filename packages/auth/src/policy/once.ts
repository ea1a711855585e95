/** More keys than this at once are somebody's flood; what is forgotten is let through twice at most. */
const MOST = 10_000

/** Whether a key has not been seen here for `forMs`: the same refusal of the same person again and again is one attempt. */
export const onceIn = (forMs: number): ((key: string, nowMs?: number) => boolean) => {
  const seen = new Map<string, number>()
  return (key, nowMs = Date.now()) => {
    if (nowMs - (seen.get(key) ?? Number.NEGATIVE_INFINITY) < forMs) return false
    if (seen.size >= MOST) seen.clear()
    seen.set(key, nowMs)
    return true
  }
}
