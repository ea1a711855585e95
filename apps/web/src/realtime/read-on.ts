/** Milliseconds before each further look: an archive is a second or so behind its room, and longer after an outage. */
const PAUSES_MS = [250, 500, 1_000, 2_000, 4_000]

/**
 * Reads a log page by page to its end, and goes on looking where it ends before a seq that is known to be there (TIME-6).
 *
 * @param pageFrom a page of the log from a seq on, without gaps; a short page is the last one
 * @param upTo the seq that is waited for. Where it does not come within some eight seconds, what there is must do.
 * @param pageSize of a full page, in entries
 */
export async function* readOn<Entry>(
  pageFrom: (seq: number) => Promise<Entry[]>,
  from: number,
  upTo: number,
  pageSize: number,
  pause: (ms: number) => Promise<void> = (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
): AsyncGenerator<Entry[]> {
  let next = from
  for (const pauseMs of [...PAUSES_MS, null]) {
    let size: number
    do {
      const page = await pageFrom(next)
      size = page.length
      next += size
      if (size > 0) yield page
    } while (size === pageSize)
    if (next > upTo || pauseMs === null) return
    await pause(pauseMs)
  }
}
