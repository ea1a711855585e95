'use client'

import { ConnectionBar, cn, LadderList, Section } from '@gavel/ui'
import { AnnouncementBanner } from '../announcement-banner.tsx'
import { Announcer } from '../announcer.tsx'
import { connectionOf } from '../connection.ts'
import { RoomGone } from '../gone.tsx'
import { LotCard } from '../lot-card.tsx'
import { PauseBanner } from '../pause-banner.tsx'
import { PricePanel } from '../price-panel.tsx'
import { RoomFrame } from '../room-frame.tsx'
import { RoomHead } from '../room-head.tsx'
import { RoomSkeleton } from '../room-skeleton.tsx'
import { useRoomSound } from '../sound.ts'
import { Deciding } from '../stages/deciding.tsx'
import { LotStory } from '../stages/lot-story.tsx'
import { hasBoard, LotsBoard } from '../stages/lots-board.tsx'
import { TeamTable } from '../team-table.tsx'
import { useOnline } from '../use-online.ts'
import { type RoomPageProps, useRoomPage } from '../use-room-page.ts'
import { boardOf, countsOf, rungsOf } from '../view.ts'
import { AfterLinks } from './after-links.tsx'
import { FanCorner } from './fan-corner.tsx'
import { LastSold } from './last-sold.tsx'
import { RoomLists } from './room-lists.tsx'
import { Scrubber } from './scrubber.tsx'
import { useReplay } from './use-replay.ts'

/** With more teams than this, their rows fill the column beside the board. */
const FEW_TEAMS = 7

/** The auction room for everybody who watches. */
export function FanRoom(props: RoomPageProps) {
  const { room, directory, delayMs } = useRoomPage(props, 'public')
  const online = useOnline()
  const replay = useReplay(props.info.auctionId, room.auction?.seq ?? 0)
  const sound = useRoomSound(room.auction)
  if (room.status.is === 'refused') return <RoomGone code={room.status.code} words={room.status.words} />

  const auction = replay.state ?? (replay.opening ? null : room.auction)
  const connection = connectionOf(room, online)
  const head = (
    <RoomHead
      info={props.info}
      auction={room.auction}
      connection={connection}
      delayMs={delayMs}
      watching={room.watching}
      sound={sound}
    />
  )
  const bar = <ConnectionBar state={connection} />
  if (!auction) {
    return (
      <>
        {bar}
        {head}
        <RoomSkeleton />
      </>
    )
  }
  const board = boardOf(auction)
  const counts = countsOf(auction)
  return (
    <>
      <RoomFrame>
        {bar}
        {head}
        <PauseBanner auction={auction} />
        <AnnouncementBanner auction={auction} />
        <main
          id="main"
          className={cn(
            'mx-auto grid w-full max-w-[110rem] grid-cols-[minmax(0,1fr)] content-start gap-x-8 gap-y-6 p-3 sm:p-5',
            // Room for the bar at the foot, which is taller while one looks back.
            replay.phase === 'live' ? 'pb-28 sm:pb-28' : 'pb-56 sm:pb-36',
            board.is === 'idle' ? '@5xl:grid-cols-[minmax(0,1fr)_23rem]' : '@5xl:grid-cols-[16rem_minmax(0,1fr)_23rem]',
          )}
        >
          <h1 className="sr-only">Auction room of {props.info.event.name}</h1>
          {board.is === 'idle' ? (
            <div className="grid min-w-0 content-start gap-6">
              {hasBoard(auction) ? (
                <LotsBoard auction={auction} directory={directory} offsetMs={room.offsetMs} />
              ) : (
                <PricePanel auction={auction} directory={directory} offsetMs={room.offsetMs} />
              )}
              <Deciding auction={auction} directory={directory} offsetMs={room.offsetMs} />
              {room.auction?.phase.is === 'ended' ? <AfterLinks auctionId={props.info.auctionId} /> : null}
              <RoomLists auction={auction} directory={directory} />
            </div>
          ) : (
            <>
              <LotCard auction={auction} directory={directory} player={board.player} lot={board.lot} />
              <div className="grid content-start gap-6">
                <PricePanel auction={auction} directory={directory} offsetMs={room.offsetMs} />
                <Deciding auction={auction} directory={directory} offsetMs={room.offsetMs} />
                <LotStory auction={auction} lot={board.lot} directory={directory} />
                <Section title="Bids" aside={board.bids.length > 0 ? `${board.bids.length} on this lot` : null}>
                  {board.bids.length > 0 ? (
                    <LadderList
                      rungs={rungsOf(board.bids, directory)}
                      currency={auction.rules.currency}
                      max={8}
                      className="min-h-80 content-start"
                    />
                  ) : (
                    <p className="min-h-80 py-2 text-muted">
                      {board.is === 'unsold' ? 'Nobody bid.' : 'No bid yet. The ladder grows here.'}
                    </p>
                  )}
                </Section>
              </div>
            </>
          )}
          <div className="grid min-w-0 content-start gap-6">
            <Section
              title="Teams"
              aside={`${counts.sold} sold, ${counts.waiting} ${auction.phase.is === 'ended' ? 'not called' : 'to come'}`}
            >
              <TeamTable auction={auction} directory={directory} />
            </Section>
            {board.is === 'idle' || directory.teams.length > FEW_TEAMS ? null : (
              <LastSold auction={auction} directory={directory} className="hidden @5xl:block" />
            )}
            {auction.phase.is === 'running' && replay.phase === 'live' ? (
              <FanCorner room={room} auction={auction} connection={connection} late={delayMs > 0} />
            ) : null}
          </div>
          {board.is === 'idle' ? null : (
            <RoomLists auction={auction} directory={directory} className="@5xl:col-span-3" />
          )}
        </main>
      </RoomFrame>
      {(room.auction ?? auction).phase.is === 'scheduled' ? null : (
        <Scrubber
          auctionId={props.info.auctionId}
          replay={replay}
          liveSeq={room.auction?.seq ?? 0}
          over={room.auction?.phase.is === 'ended'}
          directory={directory}
          currency={auction.rules.currency}
        />
      )}
      <Announcer recent={room.recent} directory={directory} currency={auction.rules.currency} />
    </>
  )
}
