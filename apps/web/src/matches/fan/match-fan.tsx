'use client'

import type { MatchCard, MatchTable } from '@gavel/api'
import {
  type MatchPhase,
  type MatchState,
  outcomeOf,
  type RulesOf,
  type ScoredSport,
  type SetupOf,
  sportOf,
} from '@gavel/scoring'
import { ConnectionBar, type ConnectionState, EmptyState, Tab, TabList, TabPanel, Tabs } from '@gavel/ui'
import { useQueryClient } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useCallback, useDeferredValue, useEffect, useMemo, useState } from 'react'
import { useOnline } from '../../rooms/use-online.ts'
import { useTRPC } from '../../trpc/client.tsx'
import { BeforeMatch } from './before-match.tsx'
import { Chances } from './chances.tsx'
import { endedBoard } from './ending.ts'
import { MatchGone } from './gone.tsx'
import { MatchHead } from './match-head.tsx'
import { type MatchInfo, namesOf } from './match-info.ts'
import { type Moments, scoreOf } from './moments.ts'
import { OtherMatches } from './other-matches.tsx'
import { ScoreBoard } from './score-board.tsx'
import { scoreLine } from './score-line.ts'
import { MatchScrubber } from './scrubber.tsx'
import { SeasonTables } from './season-tables.tsx'
import { sportPage } from './sport-pages.ts'
import { Squads } from './squads.tsx'
import { Stream } from './stream.tsx'
import { useLookBack } from './use-look-back.ts'
import { useMatch } from './use-match.ts'
import { useMoments } from './use-moments.ts'

export type MatchFanProps = {
  info: MatchInfo
  /** The match has a log. */
  begun: boolean
  mayScore: boolean
  signedIn: boolean
  /** Line-ups and toss as arranged; the log's own once it is begun. */
  setup: SetupOf<ScoredSport>
  rules: RulesOf<ScoredSport>
  /** The state that the server read, so the first picture has everything in it. */
  match: MatchState | null
  others: MatchCard[]
  tables: MatchTable[]
  realtimeUrl: string
}

/** A page before the match is begun looks again so often. */
const BEGUN_MS = 15_000

/** The match for everybody who watches: what stands, who is in, every ball, and all of it at any moment before. */
export function MatchFan({
  info,
  begun,
  mayScore,
  signedIn,
  setup,
  rules,
  match: first,
  others,
  tables,
  realtimeUrl,
}: MatchFanProps) {
  const accessToken = useAccessToken(signedIn)
  const room = useMatch({ matchId: info.matchId, realtimeUrl, begun, accessToken }, first)
  const { match } = room
  const online = useOnline()
  const moments = useMoments(match)
  const back = useLookBack(info.matchId, moments)
  const names = useMemo(() => namesOf(info), [info])
  // Until somebody has chosen: the squads before the match, then what happens.
  const [tab, setTab] = useState<string | null>(null)
  useBegun(begun)

  const page = sportPage(info.sport)
  const shown = back.moments ?? moments
  const later = useDeferredValue(shown)
  const score = shown && scoreOf(shown)
  const phase = back.moments || !match ? LIVE : match.phase
  const board = score && endedBoard(page.board(score, names, shown?.all), phase, names)
  const chances = useMemo(() => (later && page.chances?.(scoreOf(later))) ?? null, [later, page])
  useTitle(board ? scoreLine(board, info.sides) : null)
  if (room.status.is === 'refused' && !match) return <MatchGone code={room.status.code} words={room.status.words} />

  const outcome = match && score ? outcomeOf(phase, sportOf(info.sport).outcome(score)) : null
  const winner = outcome?.is === 'ended' ? outcome.winner : null
  const over = match?.phase.is === 'ended'
  const view = later && { info, score: scoreOf(later), moments: later, names }
  const { Now, Card, Charts } = page
  return (
    <>
      <ConnectionBar state={connectionOf(room.status, begun, online, over)} />
      <div className="@container w-full flex-1">
        <main
          id="main"
          className="mx-auto grid w-full max-w-6xl grid-cols-[minmax(0,1fr)] content-start gap-x-10 gap-y-6 px-4 pt-5 pb-40 sm:px-6 @4xl:grid-cols-[minmax(0,26rem)_minmax(0,1fr)]"
        >
          <MatchHead
            info={info}
            phase={match?.phase.is ?? info.status}
            delayMs={room.delayMs}
            watching={room.watching}
            mayScore={mayScore}
            line={board ? scoreLine(board, info.sides) : null}
          />
          <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] content-start gap-6 @4xl:sticky @4xl:top-4 @4xl:self-start">
            <ScoreBoard info={info} board={board ?? beforeBoard(info)} winner={winner} />
            {shown && shown.all.length > 0 ? null : (
              <BeforeMatch
                info={info}
                setup={match?.setup ?? setup}
                names={names}
                format={page.format?.(match?.rules ?? rules, match?.setup ?? setup) ?? null}
              />
            )}
            {Now && shown && score && outcome?.is === 'open' ? (
              <Now info={info} score={score} moments={shown} names={names} />
            ) : null}
            {chances ? <Chances info={info} chances={chances} /> : null}
          </div>
          <Tabs value={tab ?? (match ? 'stream' : 'squads')} onValueChange={setTab} className="min-w-0">
            <TabList aria-label="More of this match">
              <Tab value="stream">{page.streamTitle}</Tab>
              <Tab value="card">{page.cardTitle}</Tab>
              {Charts ? <Tab value="charts">Charts</Tab> : null}
              <Tab value="squads">Squads</Tab>
              <Tab value="table">Table</Tab>
              <Tab value="others">Matches</Tab>
            </TabList>
            <TabPanel value="stream">
              <Stream page={page} moments={shown?.all ?? NOTHING} names={names} onMoment={back.seek} />
            </TabPanel>
            <TabPanel value="card">{view ? <Card {...view} /> : <NotBegun />}</TabPanel>
            {Charts ? <TabPanel value="charts">{view ? <Charts {...view} /> : <NotBegun />}</TabPanel> : null}
            <TabPanel value="squads">
              <Squads
                info={info}
                setup={match?.setup ?? setup}
                names={names}
                notes={later && page.notes?.(later, names)}
                {...playing(page, score)}
              />
            </TabPanel>
            <TabPanel value="table">
              <SeasonTables tables={tables} mine={[info.sides.home.team, info.sides.away.team]} />
            </TabPanel>
            <TabPanel value="others">
              <OtherMatches matches={others} />
            </TabPanel>
          </Tabs>
        </main>
      </div>
      {moments ? (
        <MatchScrubber matchId={info.matchId} page={page} moments={moments} back={back} names={names} over={over} />
      ) : null}
      <p className="sr-only" aria-live="polite">
        {!back.moments && moments?.all.length ? said(page, moments, names) : null}
      </p>
    </>
  )
}

const NOTHING: Moments['all'] = []
/** What is looked back at had not ended. */
const LIVE: MatchPhase = { is: 'live' }

const said = (page: ReturnType<typeof sportPage>, { all }: Moments, names: ReturnType<typeof namesOf>) => {
  const last = all.at(-1)
  return last ? page.line(last, names).words : null
}

const playing = ({ playing: of }: ReturnType<typeof sportPage>, score: Parameters<NonNullable<typeof of>>[0] | null) =>
  of && score ? { playing: of(score) } : {}

function NotBegun() {
  return (
    <EmptyState
      title="The match has not begun"
      words="This fills itself from the first play, without reloading the page."
    />
  )
}

const beforeBoard = ({ status }: MatchInfo) => ({
  rows: (['home', 'away'] as const).map((side) => ({ side, score: null, more: null, doing: null })),
  says: status === 'cancelled' ? 'This match is cancelled' : 'The match has not begun',
  details: [],
})

/** What the slim bar over the page says. */
function connectionOf(
  status: { is: string; entries?: number },
  begun: boolean,
  online: boolean,
  over: boolean,
): ConnectionState {
  if (!begun || over) return { kind: 'live' }
  switch (status.is) {
    case 'reconnecting':
    case 'connecting':
      return online ? { kind: status.is } : { kind: 'offline' }
    case 'behind':
      return { kind: 'behind', entries: status.entries ?? 1 }
    default:
      return { kind: 'live' }
  }
}

/** The tab and the lock screen carry the score. */
function useTitle(line: string | null) {
  useEffect(() => {
    if (line !== null) document.title = `${line} · Gavel`
  }, [line])
}

/** A match that was not begun is looked at again now and then, so that nobody has to reload. */
function useBegun(begun: boolean) {
  const router = useRouter()
  useEffect(() => {
    if (begun) return
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') router.refresh()
    }, BEGUN_MS)
    return () => clearInterval(timer)
  }, [begun, router])
}

/** Each connect asks anew: a token lives for 15 minutes, a page for a whole match. */
function useAccessToken(signedIn: boolean): () => Promise<string | null> {
  const trpc = useTRPC()
  const queries = useQueryClient()
  return useCallback(async () => {
    if (!signedIn) return null
    const { token } = await queries.fetchQuery(
      trpc.auth.accessToken.queryOptions(undefined, { staleTime: 0, retry: 2 }),
    )
    return token
  }, [signedIn, queries, trpc])
}
