import { GENESIS_HASH, GENESIS_LINK, nextHash, nextLink } from '@gavel/livelog'

/** The bodies of a whole log as rows of its archive, each chained to the one before (ARCH-1). */
export const chained = (bodies: readonly string[]) => {
  let [link, hash] = [GENESIS_LINK, GENESIS_HASH]
  return bodies.map((body, n) => {
    link = nextLink(link, body)
    hash = nextHash(hash, body)
    return { seq: n + 1, link, body, hash }
  })
}
