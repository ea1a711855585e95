'use client'

import { ConnectionBar, cn, LadderList, Section } from '@gavel/ui'
import { Announcer } from '../announcer.tsx'
import { connectionOf } from '../connection.ts'
import { RoomGone } from '../gone.tsx'
import { LotCard } from '../lot-card.tsx'
import { PricePanel } from '../price-panel.tsx'
import { RoomFrame } from '../room-frame.tsx'
import { RoomHead } from '../room-head.tsx'
import { RoomSkeleton } from '../room-skeleton.tsx'
import { useRoomSound } from '../sound.ts'
import { TeamTable } from '../team-table.tsx'
import { useOnline } from '../use-online.ts'
import { type RoomPageProps, useRoomPage } from '../use-room-page.ts'
import { boardOf, countsOf, rungsOf } from '../view.ts'
import { LastSold } from './last-sold.tsx'
import { RoomLists } from './room-lists.tsx'
import { Scrubber, useReplay } from './scrubber.tsx'

/** With more teams than this, their rows fill the column beside the board. */
const FEW_TEAMS = 7

/** The auction room for everybody who watches. */
export function FanRoom(props: RoomPageProps) {
  const { room, directory } = useRoomPage(props, 'public')
  const online = useOnline()
  const replay = useReplay(props.info.auctionId)
  const sound = useRoomSound(room.auction)
  if (room.status.is === 'refused') return <RoomGone code={room.status.code} words={room.status.words} />

  const auction = replay.state ?? room.auction
  const head = <RoomHead info={props.info} auction={room.auction} watching={room.watching} sound={sound} />
  const bar = <ConnectionBar state={connectionOf(room, online)} />
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
        <main
          id="main"
          className={cn(
            'mx-auto grid w-full max-w-[110rem] grid-cols-[minmax(0,1fr)] content-start gap-x-8 gap-y-6 p-3 pb-28 sm:p-5 sm:pb-28',
            board.is === 'idle' ? '@5xl:grid-cols-[minmax(0,1fr)_23rem]' : '@5xl:grid-cols-[16rem_minmax(0,1fr)_23rem]',
          )}
        >
          <h1 className="sr-only">Auction room of {props.info.event.name}</h1>
          {board.is === 'idle' ? (
            <div className="grid min-w-0 content-start gap-6">
              <PricePanel auction={auction} directory={directory} offsetMs={room.offsetMs} />
              <RoomLists auction={auction} directory={directory} />
            </div>
          ) : (
            <>
              <LotCard auction={auction} directory={directory} player={board.player} lot={board.lot} />
              <div className="grid content-start gap-6">
                <PricePanel auction={auction} directory={directory} offsetMs={room.offsetMs} />
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
          </div>
          {board.is === 'idle' ? null : (
            <RoomLists auction={auction} directory={directory} className="@5xl:col-span-3" />
          )}
        </main>
      </RoomFrame>
      {auction.phase.is === 'scheduled' ? null : (
        <Scrubber replay={replay} liveSeq={room.auction?.seq ?? 0} over={room.auction?.phase.is === 'ended'} />
      )}
      <Announcer recent={room.recent} directory={directory} currency={auction.rules.currency} />
    </>
  )
}
