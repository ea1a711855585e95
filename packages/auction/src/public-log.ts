import { besideHidden, entryFor } from './audience.ts'
import type { Entry } from './entries.ts'

/** A stored line, read: its seq is not in its body. */
export function entryOf(seq: number, body: string): Entry {
  return { ...(JSON.parse(body) as Omit<Entry, 'seq'>), seq } as Entry
}

/**
 * The body of an entry that everybody is given, as the exact string that the public chain is over: the stored body as the public sees it,
 * and its seq, in the order of the stored keys (VERIFY-3). The form is fixed for ever: a proof that was published is over these bytes.
 */
export function publicBody(seq: number, body: string): string {
  return JSON.stringify(entryFor('public', entryOf(seq, body)))
}

/**
 * Whether nobody but the store is given this body whole: that of a hidden maximum leaves the server with no log, nor those by whose command it could be
 * found out (VERIFY-7, AUD-3).
 */
export function isSecret(seq: number, body: string): boolean {
  const entry = entryOf(seq, body)
  return entryFor('auctioneer', entry).type === 'Hidden' || besideHidden(entry)
}

/** `hash(0)` of the public chain; `hash(n) = sha256(hash(n-1) + public body(n))` in lower-case hex (VERIFY-3). */
export const GENESIS_PUBLIC_HASH = '0'.repeat(64)

/** Between two published marks of a public chain lie so many entries. */
export const PROOF_MARK_EVERY = 250

/** What proves a finished auction: the hash of its last entry, and those on the way, so that a difference is found where it is. */
export type PublicProof = { seq: number; hash: string; marks: readonly { seq: number; hash: string }[] }
