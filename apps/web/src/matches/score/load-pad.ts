import 'server-only'
import type { MatchPage } from '@gavel/api'
import { redirect } from 'next/navigation'
import { paths } from '../../paths.ts'
import { api } from '../../server/context.ts'
import { realtimeUrl } from '../../server/realtime-url.ts'
import { findMatch, infoOf } from '../fan/load-match.ts'
import type { ScorePageProps } from './score-page.tsx'

export type LoadedPad =
  | { readonly is: 'not-yours' }
  | { readonly is: 'not-begun'; readonly page: MatchPage }
  | { readonly is: 'pad'; readonly props: Omit<ScorePageProps, 'blind'> }

/** What the scorer's pad of a match is opened with. Guests sign in first. */
export async function loadPad(matchId: string): Promise<LoadedPad> {
  const page = await findMatch(matchId)
  const { you, begun } = page
  if (you.userId === null) redirect(paths.signin(paths.matchScore(matchId)))
  if (!you.mayScore) return { is: 'not-yours' }
  if (!begun) return { is: 'not-begun', page }
  const picture = await (await api()).match.view({ matchId })
  return {
    is: 'pad',
    props: {
      info: infoOf(page),
      match: picture?.state ?? null,
      realtimeUrl: await realtimeUrl(),
      user: you.userId,
      scorers: page.scorers,
      choices: page.choices,
      publicDelayMs: page.event.delayMs,
    },
  }
}
