import { isDeepStrictEqual } from 'node:util'
import { matchArchive, matchById } from '@gavel/db'
import { GENESIS_HASH, GENESIS_LINK, nextHash, nextLink } from '@gavel/livelog'
import { foldMatch, type MatchEntry, type MatchState } from '@gavel/scoring'
import type { Services } from '../services.ts'
import { matchProcedure } from '../trpc.ts'

const PAGE = 1_000

/** What was proved of a match: `behind` entries are not archived yet; `live` where Redis holds its log. */
export type VerifiedMatch = {
  matchId: string
  ok: boolean
  entries: number
  hash: string
  live: boolean
  behind: number
  /** The first thing that is not as it should be; `seq` 0 where it is no entry's. */
  firstDifference: { seq: number; what: string } | null
}

/**
 * Proves a match, for operators: the archive's whole chain, each entry against Redis where the log is live, and the fold against the live
 * state and against what lists show (MATCHAPI-8).
 */
export const verify = matchProcedure('log.secrets').query(
  ({ ctx: { services, match } }): Promise<VerifiedMatch> => verifyMatch(services, match.id),
)

type Proof = { seq: number; link: string; hash: string; state: MatchState | null }

const verifyMatch = async (services: Pick<Services, 'mongo' | 'log'>, matchId: string): Promise<VerifiedMatch> => {
  // First the live state: what is archived meanwhile only adds to what it is compared with.
  const live = await services.log.matches.load(matchId)
  const { at, difference } = await verifyChain(services, matchId)
  const firstDifference =
    difference ??
    (live && live.state.seq === at.seq && !sameState(live.state, at.state)
      ? { seq: at.seq, what: 'the live state is not the fold of the log' }
      : null) ??
    (await standsDifference(services, matchId, at))
  return {
    ...{ matchId, ok: firstDifference === null, entries: at.seq, hash: at.hash, live: live !== null },
    behind: Math.max(0, (live?.state.seq ?? 0) - at.seq),
    firstDifference,
  }
}

const verifyChain = async ({ mongo, log }: Pick<Services, 'mongo' | 'log'>, matchId: string) => {
  let at: Proof = { seq: 0, link: GENESIS_LINK, hash: GENESIS_HASH, state: null }
  for (;;) {
    const rows = await matchArchive(mongo).read(matchId, at.seq + 1, PAGE)
    if (rows.length === 0) return { at, difference: null }
    const held = new Map((await log.matches.read(matchId, at.seq + 1, rows.length)).map((one) => [one.seq, one.link]))
    for (const { seq, link, hash, body } of rows) {
      const next = { seq, link: nextLink(at.link, body), hash: nextHash(at.hash, body) }
      const what =
        (seq !== at.seq + 1 && 'an entry before it is missing') ||
        (next.link !== link && 'its link does not follow') ||
        (next.hash !== hash && 'its hash does not follow') ||
        (held.has(seq) && held.get(seq) !== link && 'it differs between Redis and the archive')
      if (what) return { at, difference: { seq, what } }
      at = { ...next, state: foldMatch([{ ...JSON.parse(body), seq } as MatchEntry], at.state) }
    }
    if (rows.length < PAGE) return { at, difference: null }
  }
}

const standsDifference = async ({ mongo }: Pick<Services, 'mongo'>, matchId: string, { seq, state }: Proof) => {
  const stands = (await matchById(mongo, matchId))?.stands
  if (!stands || stands.seq !== seq) return null
  const same = isDeepStrictEqual(JSON.parse(stands.score), asStored(state?.score))
  return same ? null : { seq: 0, what: 'lists show another score than the log has' }
}

const asStored = (value: unknown): unknown => JSON.parse(JSON.stringify(value ?? null))
const sameState = (one: MatchState, other: MatchState | null) => isDeepStrictEqual(asStored(one), asStored(other))
