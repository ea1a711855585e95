import 'server-only'
import { AppError, type MatchCard, type MatchPage } from '@gavel/api'
import { TRPCError } from '@trpc/server'
import { notFound, redirect } from 'next/navigation'
import { cache } from 'react'
import { paths } from '../../paths.ts'
import { api } from '../../server/context.ts'
import { realtimeUrl } from '../../server/realtime-url.ts'
import type { MatchFanProps } from './match-fan.tsx'
import type { MatchInfo } from './match-info.ts'

/**
 * The match that an address names, with what the viewer is in it. One that is not there ends in the 404; one of a private event leads guests
 * to signing in, and people without a role to a page that says so.
 */
export const findMatch = cache(async (matchId: string): Promise<MatchPage> => {
  try {
    return await (await api()).match.byId({ matchId })
  } catch (error) {
    const refused = error instanceof TRPCError ? error.cause : error
    const code = refused instanceof AppError ? refused.code : null
    if (code === 'MATCH.NOT_FOUND' || (error instanceof TRPCError && error.code === 'BAD_REQUEST')) notFound()
    if (code === 'AUTH.SIGN_IN_FIRST') redirect(paths.signin(paths.match(matchId)))
    if (code === 'AUTH.FORBIDDEN') redirect(paths.privateRoom)
    throw error
  }
})

/** Everything that a match's page is first drawn with, read with the rights of the person who asked. */
export async function loadMatch(matchId: string): Promise<MatchFanProps> {
  const page = await findMatch(matchId)
  const caller = await api()
  const [picture, others, tables] = await Promise.all([
    caller.match.view({ matchId }),
    caller.match.list({ slug: page.event.slug }).catch(() => []),
    caller.match.tables({ slug: page.event.slug }).catch(() => []),
  ])
  return {
    info: infoOf(page),
    begun: page.begun,
    mayScore: page.you.mayScore,
    signedIn: page.you.userId !== null,
    setup: page.setup,
    rules: page.rules,
    match: picture?.state ?? null,
    others: others.filter((card) => card.matchId !== matchId),
    tables,
    realtimeUrl: await realtimeUrl(),
  }
}

/** Where in its event a match stands, in words: `Group A, round 2`, `Semi-final`. */
function stageWords({ round, number }: Pick<MatchCard, 'round' | 'number'>): string {
  if (!round) return `Match ${number}`
  const { stage, group } = round
  return [group === null ? stage : `Group ${group}`, stage === 'Final' ? null : `match ${number}`]
    .filter((part) => part !== null)
    .join(', ')
}

/** What a page knows of a match beside its log. */
export function infoOf({ match, event, names }: MatchPage): MatchInfo {
  const { matchId, sport, sides, venue, startsAtMs, timeZone, status } = match
  return {
    ...{ matchId, sport, sides, venue, startsAtMs, timeZone, status },
    event: {
      slug: event.slug,
      name: event.name,
      rehearsal: event.rehearsal,
      auctionId: event.auction?.auctionId ?? null,
    },
    stage: stageWords(match),
    people: names,
  }
}
