import { type AuctionState, stateFor } from '@gavel/auction'
import { type Api, signedIn } from '../api.ts'
import { Failure } from '../failure.ts'
import type { Stack } from '../stack.ts'
import {
  type ArchivedLine,
  type Difference,
  NOTHING_VERIFIED,
  proofDifference,
  stateDifference,
  type Verified,
  verifyLine,
} from './chain.ts'

/** What was proved of an auction. `live`: false where Redis does not hold it any more. `hash` and `publicHash` are the last entry's in either chain. */
export type VerifyReport = {
  auctionId: string
  ok: boolean
  entries: number
  hash: string
  publicHash: string
  live: boolean
  readModel: boolean
  firstDifference: Difference | null
}

const PAGE = 1_000
const POLL_MS = 250

/**
 * Proves an auction: reads its whole archived log, checks every link and hash, folds it, and compares it line by line with Redis where it is still live,
 * and its fold with the live state and with the read model. Waits until the archive has what Redis has, at most `waitMs`.
 *
 * @throws Failure where the archive is not there in time
 */
export async function verifyAuction(stack: Stack, api: Api, auctionId: string, waitMs: number): Promise<VerifyReport> {
  const untilMs = performance.now() + waitMs
  const target = await liveSeq(api, auctionId)
  const read = lineReader(stack)
  let at = NOTHING_VERIFIED
  for (;;) {
    const step = await verifyArchive(read, auctionId, at)
    at = step.at
    if (step.difference) return report(auctionId, at, step.difference, false, false)
    const behind = at.seq < target || at.seq === 0
    if (!behind && (await viewSeq(api, auctionId)) >= at.seq) break
    if (performance.now() > untilMs)
      throw new Failure(
        behind
          ? `The archive has ${at.seq} of ${target} entries after ${waitMs / 1_000} s: is the archiver running?`
          : `The read model does not show entry ${at.seq} after ${waitMs / 1_000} s: is the archiver running?`,
      )
    await new Promise((resolve) => setTimeout(resolve, POLL_MS))
  }
  const { live, view } = await api.auction.storedStates.query({ auctionId })
  const difference =
    (live ? await liveDifference(read, api, auctionId, at.seq) : null) ??
    proofDifference(at, await api.results.proof.query({ auctionId })) ??
    (await statesDifference(read, auctionId, at, live?.state ?? null, view?.state ?? null))
  return report(auctionId, at, difference, live !== null, view !== null)
}

function report(
  auctionId: string,
  at: Verified,
  difference: Difference | null,
  live: boolean,
  readModel: boolean,
): VerifyReport {
  return {
    auctionId,
    ok: difference === null,
    entries: at.seq,
    hash: at.hash,
    publicHash: at.publicHash,
    live,
    readModel,
    firstDifference: difference,
  }
}

/** Checks what the archive has after `from`, up to its end or to the first line that differs. */
async function verifyArchive(
  read: LineReader,
  auctionId: string,
  from: Verified,
): Promise<{ at: Verified; difference: Difference | null }> {
  let at = from
  for (;;) {
    const lines = await read(auctionId, at.seq + 1)
    if (lines.length === 0) return { at, difference: null }
    for (const line of lines) {
      const step = verifyLine(at, line)
      if ('difference' in step) return { at, difference: step.difference }
      at = step
    }
  }
}

/** Reads a page of an auction's archived log. */
type LineReader = (auctionId: string, from: number, limit?: number) => Promise<ArchivedLine[]>

/** As the operator, who alone is given the bodies of hidden maxima: the chain is over them too (VERIFY-7). */
function lineReader(stack: Stack): LineReader {
  const token = signedIn(stack.webUrl, { operatorToken: stack.operatorToken })
  return async (auctionId, from, limit = PAGE) => {
    const response = await fetch(
      `${stack.webUrl}/api/auctions/${encodeURIComponent(auctionId)}/log?from=${from}&limit=${limit}`,
      { headers: { authorization: `Bearer ${await token()}` } },
    )
    if (response.ok) return (await response.json()) as ArchivedLine[]
    const body = (await response.json().catch(() => null)) as { error?: { message?: string } } | null
    throw new Failure(body?.error?.message ?? `Gavel does not give the archived log (HTTP ${response.status}).`)
  }
}

/** Compares Redis with the archive, line by line, up to where the archive was checked. */
async function liveDifference(read: LineReader, api: Api, auctionId: string, upTo: number): Promise<Difference | null> {
  for (let from = 1; from <= upTo; from += PAGE) {
    const limit = Math.min(PAGE, upTo - from + 1)
    const [live, archived] = await Promise.all([
      api.auction.liveEntries.query({ auctionId, from, limit }),
      read(auctionId, from, limit),
    ])
    // Redis may have trimmed what is archived; what it still holds must be equal.
    const bySeq = new Map(live.map((entry) => [entry.seq, entry]))
    for (const line of archived) {
      const entry = bySeq.get(line.seq)
      if (!entry) continue
      if (entry.body !== line.body) return { seq: line.seq, what: 'differs between Redis and the archive' }
      if (entry.link !== line.link) return { seq: line.seq, what: 'has another link in Redis than in the archive' }
    }
  }
  return null
}

/** Compares the live state and the read model with the fold of the archive up to the same entry. */
async function statesDifference(
  read: LineReader,
  auctionId: string,
  at: Verified,
  live: AuctionState | null,
  view: AuctionState | null,
): Promise<Difference | null> {
  for (const [name, stored] of [
    ['Redis', live],
    ['the read model', view],
  ] as const) {
    if (!stored) continue
    const folded = await foldTo(read, auctionId, at, stored.seq)
    const expected = folded && name !== 'Redis' ? stateFor('public', folded) : folded
    // JSON has no undefined: what a field lacks and what is undefined are one.
    const path = expected && stateDifference(JSON.parse(JSON.stringify(expected)), JSON.parse(JSON.stringify(stored)))
    if (path) return { seq: stored.seq, what: `folds to another state than ${name} holds (${path})` }
  }
  return null
}

/** The fold up to `seq`: what was checked, or, of an auction that goes on, a little more or less. */
async function foldTo(read: LineReader, auctionId: string, at: Verified, seq: number): Promise<AuctionState | null> {
  if (seq === at.seq) return at.state
  let fold = seq > at.seq ? at : NOTHING_VERIFIED
  while (fold.seq < seq) {
    const lines = await read(auctionId, fold.seq + 1, Math.min(PAGE, seq - fold.seq))
    if (lines.length === 0) return null
    for (const line of lines) {
      const step = verifyLine(fold, line)
      if ('difference' in step) return null
      fold = step
    }
  }
  return fold.state
}

async function liveSeq(api: Api, auctionId: string): Promise<number> {
  const { live } = await api.auction.storedStates.query({ auctionId })
  return live?.state.seq ?? 0
}

async function viewSeq(api: Api, auctionId: string): Promise<number> {
  const { view } = await api.auction.storedStates.query({ auctionId })
  return view?.seq ?? 0
}
