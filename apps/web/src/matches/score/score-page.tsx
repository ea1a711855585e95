'use client'

import type { MatchPage } from '@gavel/api'
import type { Pad, PadSnapshot } from '@gavel/room'
import { blindDifferences, type MatchState, outcomeOf, sportOf } from '@gavel/scoring'
import { Button, Skeleton } from '@gavel/ui'
import Link from 'next/link'
import { useMemo, useState } from 'react'
import { paths } from '../../paths.ts'
import { RoomFrame } from '../../rooms/room-frame.tsx'
import { MatchGone } from '../fan/gone.tsx'
import { type MatchInfo, namesOf, shortName } from '../fan/match-info.ts'
import { momentsOf } from '../fan/moments.ts'
import { sportPage } from '../fan/sport-pages.ts'
import { blindBook } from './blind-book.ts'
import { BlindFlags } from './blind-flags.tsx'
import { consequenceWords } from './consequence-words.ts'
import { LiveLine } from './live-line.tsx'
import { PadHead } from './pad-head.tsx'
import { PadPanels } from './pad-panels.tsx'
import { PadSheets, type Sheet } from './pad-sheets.tsx'
import { Panel } from './panel.tsx'
import { PlayList } from './play-list.tsx'
import { ResultPanel } from './result-panel.tsx'
import { SavedStrip } from './saved-strip.tsx'
import { bookOf } from './sports.ts'
import { useBook } from './use-book.ts'
import { useOfflinePage } from './use-offline-page.ts'
import { usePad } from './use-pad.ts'
import { useTurns } from './use-turns.ts'
import { savedWords } from './waiting-words.ts'

export type ScorePageProps = {
  info: MatchInfo
  /** The match as the server read it, for the first picture. */
  match: MatchState | null
  realtimeUrl: string
  user: string
  /** Those who may score, by their id. */
  scorers: Readonly<Record<string, string>>
  /** Who may be chosen for the line-ups. */
  choices: MatchPage['choices']
  /** How late the public is shown the match, in milliseconds. */
  publicDelayMs: number
  /** A second scorer's page: it does not show what the first one writes. */
  blind: boolean
}

/** The scorer's pad of a match. */
export function ScorePage(props: ScorePageProps) {
  const { info, match, realtimeUrl, user, blind } = props
  useOfflinePage()
  const names = useMemo(() => namesOf(info), [info])
  const { pad, snapshot } = usePad({ matchId: info.matchId, realtimeUrl, user, initial: match, blind }, (state, of) =>
    consequenceWords(state, of, names),
  )
  if (snapshot?.room.status.is === 'refused' && !snapshot.drawing)
    return <MatchGone code={snapshot.room.status.code} words={snapshot.room.status.words} />
  if (!pad || !snapshot?.drawing) return <PadSkeleton />
  return <OpenPad {...props} pad={pad} snapshot={snapshot} drawn={snapshot.drawing.state} />
}

function PadSkeleton() {
  return (
    <main id="main" className="mx-auto grid w-full max-w-md gap-3 p-3" aria-busy>
      <h1 className="sr-only">Scorer’s pad</h1>
      <Skeleton className="h-12" />
      <Skeleton className="h-40" />
      <Skeleton className="h-64" />
    </main>
  )
}

type OpenPadProps = ScorePageProps & { pad: Pad; snapshot: PadSnapshot; drawn: MatchState }

function OpenPad({ info, scorers, choices, publicDelayMs, blind, pad, snapshot, drawn }: OpenPadProps) {
  const [sheet, setSheet] = useState<Sheet | null>(null)
  // What stood when this page was opened: a blind scorer goes on from there.
  const [begun] = useState(drawn.plays.length)
  const names = useMemo(() => namesOf(info), [info])
  const match = useMemo(() => (blind ? blindBook(drawn, begun) : drawn), [blind, drawn, begun])
  const moments = useMemo(() => momentsOf(match, null), [match])
  const turns = useTurns()
  const book = useBook(pad, snapshot, match, names, blind ? { begun } : null, turns)

  const { room, kept, pageOnly } = snapshot
  const unsent = turns.inHand + kept.filter(({ acked, asideAtMs }) => acked === null && asideAtMs === null).length
  const off = whyOff(snapshot, match, blind)
  const guest = room.status.is === 'live' && room.you.audience !== 'scorer'
  const reach = room.status.is === 'live' && room.writable && !guest
  const sport = bookOf(info.sport)
  const { Pad: SportPad } = sport
  const last = moments.all.at(-1)
  const waiting = useMemo(() => new Set(snapshot.drawing?.commands.keys() ?? []), [snapshot.drawing])
  const differ = useMemo(
    () => new Set(blindDifferences(drawn).map((one) => (blind ? one.blind : one.book).seq)),
    [drawn, blind],
  )
  const outcome = outcomeOf(match.phase, sportOf(info.sport).outcome(match.score))

  return (
    <RoomFrame>
      <PadHead info={info} blind={blind} publicDelayMs={drawn.phase.is === 'ended' ? 0 : publicDelayMs}>
        <SavedStrip words={savedWords(kept, reach, pageOnly)} waiting={unsent} reach={reach} />
      </PadHead>
      <main id="main" className="flex w-full flex-1 flex-col">
        <h1 className="sr-only">
          {blind ? 'Second scorer’s pad' : 'Scorer’s pad'}, {info.sides.home.name} v {info.sides.away.name}
        </h1>
        <div className="mx-auto grid w-full max-w-6xl gap-2 px-3 pt-2 empty:hidden @4xl:px-5">
          {guest ? (
            <Panel title="You are not known as a scorer just now" tone="bad">
              <p className="text-sm">
                What you score is kept here.{' '}
                <Link href={paths.signin(paths.matchScore(info.matchId))} className="font-semibold underline">
                  Sign in
                </Link>{' '}
                to send it.
              </p>
            </Panel>
          ) : null}
          <PadPanels pad={pad} snapshot={snapshot} match={match} names={names} scorers={scorers} blind={blind} />
          <BlindFlags match={drawn} names={names} blind={blind} />
          {off === null && !blind && lacksPlayers(match) ? (
            <Panel
              title="Who plays?"
              actions={
                <Button look="primary" onClick={() => setSheet({ is: 'setup' })}>
                  Line-ups and toss
                </Button>
              }
            />
          ) : null}
          {outcome.is === 'ended' && !blind ? (
            <ResultPanel pad={pad} match={match} names={names} reach={reach} sent={unsent === 0} />
          ) : null}
        </div>
        <SportPad
          info={info}
          state={match}
          score={match.score}
          all={moments.all}
          names={names}
          short={(player) => shortName(names.player(player))}
          off={off}
          write={book.write}
          undo={book.undo}
          take={turns.take}
          more={(type, start = {}) => setSheet(type === undefined ? { is: 'more' } : { is: 'type', type, start })}
          refused={book.refused}
          list={
            <PlayList
              all={moments.all}
              sport={info.sport}
              names={names}
              waiting={waiting}
              differ={differ}
              pick={(moment) => setSheet({ is: 'entry', moment })}
            />
          }
        />
      </main>
      <LiveLine words={last ? sportPage(info.sport).line(last, names).words : null} />
      <PadSheets
        sheet={sheet}
        setSheet={setSheet}
        book={book}
        sport={sport}
        info={info}
        match={match}
        moments={moments}
        names={names}
        off={off}
        blind={blind}
        pad={pad}
        snapshot={snapshot}
        choices={choices}
        reach={reach}
      />
    </RoomFrame>
  )
}

/** Nobody is on one of the sheets. */
const lacksPlayers = ({ setup: { sides } }: MatchState): boolean =>
  sides.home.players.length === 0 || sides.away.players.length === 0

/** Why nothing can be written now. Being offline is no reason. */
function whyOff({ me, standing, elsewhere }: PadSnapshot, match: MatchState, blind: boolean): string | null {
  if (elsewhere) return 'The pad is open in another tab'
  if (match.phase.is === 'ended') return 'The result is confirmed'
  const { keeper, blind: sheet } = match
  const mine = keeper?.user === me.user && keeper.device === me.device
  if (blind) {
    if (mine) return 'You keep the score: the second scorer is somebody else'
    if (sheet && (sheet.user !== me.user || sheet.device !== me.device)) return 'Take the second seat over first'
  } else if (!mine) return 'Keep the score here first'
  if (standing.is === 'behind') return 'Look at the difference first'
  if (standing.is === 'refused' || standing.is === 'changed') return 'One entry waits for you above'
  return null
}
