import { GENESIS_PUBLIC_HASH, PROOF_MARK_EVERY, type PublicProof, publicBody } from '@gavel/auction'
import type { Archive } from '@gavel/db'
import { nextHash } from './body.ts'

const PAGE = 1_000

/**
 * What proves an archived log to the public: the chain over what everybody is given of it (VERIFY-3). Null where nothing is archived.
 * @param before what was published when the log was shorter: its hashes stay among the marks
 */
export async function publicProof(
  archive: Archive,
  auctionId: string,
  before: PublicProof | null,
): Promise<PublicProof | null> {
  const published = new Set(before ? [...before.marks, before].map(({ seq }) => seq) : [])
  const marks: { seq: number; hash: string }[] = []
  let at = { seq: 0, hash: GENESIS_PUBLIC_HASH }
  for (;;) {
    const rows = await archive.read(auctionId, at.seq + 1, PAGE)
    for (const { seq, body } of rows) {
      at = { seq, hash: nextHash(at.hash, publicBody(seq, body)) }
      if (seq % PROOF_MARK_EVERY === 0 || published.has(seq)) marks.push(at)
    }
    if (rows.length < PAGE) return at.seq === 0 ? null : { ...at, marks }
  }
}
