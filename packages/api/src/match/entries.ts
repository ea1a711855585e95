import { matchArchive } from '@gavel/db'
import { type LogEntry, type MatchLog, readArchived, stampedBy } from '@gavel/livelog'
import { matchEntryFor, type VisibleMatchEntry } from '@gavel/scoring'
import { z } from 'zod'
import { matchProcedure } from '../trpc.ts'
import { audienceOf, matchSeenUntil } from './state.ts'

const MAX_PAGE = 1_000

/** A page of a match's log from `from` on, as the asker is given it, with each entry's link (MATCHAPI-5). */
export const entries = matchProcedure('match.watch')
  .input(z.object({ from: z.number().int().min(1).max(1e12), limit: z.number().int().min(1).max(MAX_PAGE) }))
  .query(async ({ ctx, input: { from, limit } }): Promise<(VisibleMatchEntry & { link: string })[]> => {
    const { services, match } = ctx
    const audience = audienceOf(ctx)
    const untilMs = await matchSeenUntil(ctx)
    const live: LogEntry<MatchLog>[] =
      match.log === 'live' ? await services.log.matches.read(match.id, from, limit).catch(() => []) : []
    const page =
      live.length > 0 ? live : await readArchived<MatchLog>(matchArchive(services.mongo), match.id, from, limit)
    const { length } = stampedBy(
      page.map(({ entry }) => entry),
      untilMs,
    )
    return page.slice(0, length).map(({ entry, link }) => ({ ...matchEntryFor(audience, entry), link }))
  })
