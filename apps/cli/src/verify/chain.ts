import { createHash } from 'node:crypto'
import { type AuctionState, entryOf, evolve, GENESIS_PUBLIC_HASH, type PublicProof, publicBody } from '@gavel/auction'

/** A line of the archived log, as `GET /api/auctions/<id>/log` gives it. */
export type ArchivedLine = { seq: number; link: string; body: string; hash: string }

/** The first entry that is not as it must be, and how. */
export type Difference = { seq: number; what: string }

/** Where a check of the archive stands: link and hashes of the entry before, and the fold so far. */
export type Verified = { seq: number; link: string; hash: string; publicHash: string; state: AuctionState | null }

export const NOTHING_VERIFIED: Verified = {
  seq: 0,
  link: '0'.repeat(40),
  hash: '0'.repeat(64),
  publicHash: GENESIS_PUBLIC_HASH,
  state: null,
}

/**
 * Checks one more line by the definitions alone (docs/spec/data.md): seqs without gaps; `link` the SHA-1 of the previous link and the body; `hash` the SHA-256 of the
 * previous hash and the body; and a body that the core can fold.
 */
export function verifyLine(before: Verified, line: ArchivedLine): Verified | { difference: Difference } {
  const seq = before.seq + 1
  const differs = (what: string) => ({ difference: { seq, what } })
  if (line.seq !== seq) return differs(`is missing: the archive goes on with entry ${line.seq}`)
  if (line.link !== digest('sha1', before.link + line.body))
    return differs('has a link that is not the SHA-1 of what it must be')
  if (line.hash !== digest('sha256', before.hash + line.body))
    return differs('has a hash that is not the SHA-256 of what it must be')
  try {
    // Whatever is not an entry that fits, evolve refuses by throwing.
    const state = evolve(before.state, entryOf(seq, line.body))
    const publicHash = digest('sha256', before.publicHash + publicBody(seq, line.body))
    return { seq, link: line.link, hash: line.hash, publicHash, state }
  } catch (error) {
    return differs(`cannot be folded (${error instanceof Error ? error.message : 'it is no entry'})`)
  }
}

/** What was published of a finished auction against the same entries; null where it holds, or nothing was published of exactly these (VERIFY-4). */
export function proofDifference(at: Verified, published: PublicProof | null): Difference | null {
  if (published?.seq !== at.seq || published.hash === at.publicHash) return null
  return { seq: at.seq, what: 'has another public hash than the published one' }
}

/** The path of the first value in which two states differ, or null. Objects are compared without regard to the order of their keys. */
export function stateDifference(a: unknown, b: unknown, path = 'state'): string | null {
  if (Object.is(a, b)) return null
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return path
  const keys = new Set([...Object.keys(a), ...Object.keys(b)])
  for (const key of keys) {
    const inner = stateDifference(
      (a as Record<string, unknown>)[key],
      (b as Record<string, unknown>)[key],
      `${path}.${key}`,
    )
    if (inner) return inner
  }
  return null
}

function digest(algorithm: 'sha1' | 'sha256', text: string): string {
  return createHash(algorithm).update(text).digest('hex')
}
