import { createHash } from 'node:crypto'
import type { AuctionLog } from './auctions.ts'
import type { CommandStamp, EntryOf, LogTypes } from './kind.ts'

/** An entry as the log holds it: its exact body, the link that chains it, and the body read. */
export type LogEntry<K extends LogTypes = AuctionLog> = { seq: number; link: string; body: string; entry: EntryOf<K> }

/** `link(0)` and `hash(0)` (LOG-2, ARCH-1). */
export const GENESIS_LINK = '0'.repeat(40)
export const GENESIS_HASH = '0'.repeat(64)

/** `link(n) = sha1(link(n-1) + body(n))`, lower-case hex (LOG-2). */
export function nextLink(link: string, body: string): string {
  return createHash('sha1')
    .update(link + body)
    .digest('hex')
}

/** `hash(n) = sha256(hash(n-1) + body(n))`, lower-case hex: the archive's chain, which anyone can verify (ARCH-1). */
export function nextHash(hash: string, body: string): string {
  return createHash('sha256')
    .update(hash + body)
    .digest('hex')
}

/** JSON with the keys of every object in order, so that equal commands give equal strings. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )
}

/** The first 12 hex digits of the SHA-1 of a command with its actor: tells a repeat from a reuse (CMD-2). */
export function sumOf(command: object): string {
  return createHash('sha1').update(canonicalJson(command)).digest('hex').slice(0, 12)
}

/** A body from `"by"` on: what follows `type` and `atMs`, which the script sets (LOG-3). */
export function restOfBody<D extends LogTypes['Draft']>(draft: D, { by, cmd, sum }: CommandStamp): string {
  const { type: _, ...fields } = draft
  return JSON.stringify({ by, cmd, sum, ...fields }).slice(1)
}

/** The stored body: `type, atMs, by, cmd, sum`, then the draft's own fields (LOG-3). The scripts make the same bytes. */
export function bodyOf<D extends LogTypes['Draft']>(draft: D, atMs: number, stamp: CommandStamp): string {
  return `{"type":"${draft.type}","atMs":${atMs},${restOfBody(draft, stamp)}`
}

/** A stored line, read. The body was checked by the script that wrote it. */
export function readEntry<K extends LogTypes = AuctionLog>(seq: number, link: string, body: string): LogEntry<K> {
  return { seq, link, body, entry: { ...JSON.parse(body), seq } }
}
