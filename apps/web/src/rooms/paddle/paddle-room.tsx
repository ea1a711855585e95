'use client'

import { ConnectionBar, LadderList, Section, Tab, TabList, TabPanel, Tabs } from '@gavel/ui'
import { useEffect } from 'react'
import { Announcer } from '../announcer.tsx'
import { connectionOf, whyOff } from '../connection.ts'
import { Squads } from '../fan/squads.tsx'
import { RoomGone } from '../gone.tsx'
import { LotLine } from '../lot-line.tsx'
import { PricePanel } from '../price-panel.tsx'
import { RoomFrame } from '../room-frame.tsx'
import { RoomHead } from '../room-head.tsx'
import { RoomSkeleton } from '../room-skeleton.tsx'
import { useRoomSound } from '../sound.ts'
import { TeamTable } from '../team-table.tsx'
import { useBid } from '../use-bid.ts'
import { useOnline } from '../use-online.ts'
import { type RoomPageProps, useRoomPage } from '../use-room-page.ts'
import { boardOf, rungsOf } from '../view.ts'
import { BidButton, whyNotBid } from './bid-button.tsx'
import { JumpBid } from './jump-bid.tsx'
import { Latency } from './latency.tsx'
import { MomentLine } from './moment-line.tsx'
import { MyList } from './my-list.tsx'
import { NoPaddle } from './no-paddle.tsx'
import { TeamStrip } from './team-strip.tsx'
import { useMyList } from './use-my-list.ts'

/** An owner's paddle: made for one thumb. */
export function PaddleRoom(props: RoomPageProps) {
  const { room, directory } = useRoomPage(props, 'paddle')
  const online = useOnline()
  const team = room.you.team
  const sound = useRoomSound(room.auction, team)
  const { moment, place } = useBid(room)
  const { auction, offsetMs } = room
  const off = whyOff(room)
  const { list, put } = useMyList(props.info.auctionId)

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'b' || event.repeat || event.ctrlKey || event.metaKey || event.altKey) return
      if (event.target instanceof HTMLElement && event.target.closest('input,textarea,select,[role=dialog]')) return
      if (!auction?.lot || !team || off || moment.is === 'sent') return
      const board = boardOf(auction)
      if (board.is !== 'open' || board.next === null) return
      if (!whyNotBid(auction, team, board.next, Date.now() + offsetMs)) void place(board.next)
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [auction, team, off, moment.is, place, offsetMs])

  if (room.status.is === 'refused') return <RoomGone code={room.status.code} words={room.status.words} />
  const head = (
    <RoomHead info={props.info} auction={auction} sound={sound}>
      {auction?.phase.is === 'ended' ? null : <Latency latencyMs={room.latencyMs} live={room.status.is === 'live'} />}
    </RoomHead>
  )
  const bar = <ConnectionBar state={connectionOf(room, online)} />
  if (!auction || (room.status.is === 'connecting' && !team)) {
    return (
      <>
        {bar}
        {head}
        <RoomSkeleton />
      </>
    )
  }
  if (!team || !auction.teams[team]) {
    return (
      <>
        {bar}
        {head}
        <NoPaddle info={props.info} signedIn={room.you.userId !== null} />
      </>
    )
  }
  const board = boardOf(auction)
  const { currency } = auction.rules
  const maximum = board.is === 'open' ? (list[board.player] ?? null) : null
  const outbidBy =
    board.is === 'open' && board.leader && board.leader !== team ? directory.team(board.leader).name : null
  return (
    <RoomFrame>
      {bar}
      {head}
      <main
        id="main"
        className="mx-auto grid w-full max-w-lg flex-1 grid-cols-[minmax(0,1fr)] grid-rows-[1fr_auto] @5xl:max-w-6xl @5xl:grid-cols-[minmax(0,1fr)_26rem] @5xl:grid-rows-1 @5xl:gap-8 @5xl:p-5"
      >
        <h1 className="sr-only">Paddle of {directory.team(team).name}</h1>
        <div className="min-w-0 px-3 pt-2 @5xl:col-start-1 @5xl:row-start-1">
          <TeamStrip auction={auction} directory={directory} team={team} />
          <Tabs defaultValue="bid" className="mt-1">
            <TabList aria-label="Paddle">
              <Tab value="bid">Bidding</Tab>
              <Tab value="squad">My squad</Tab>
              <Tab value="list">My list</Tab>
              <Tab value="rivals" className="@5xl:hidden">
                Rivals
              </Tab>
            </TabList>
            <TabPanel value="bid" className="grid gap-3 pt-3">
              {board.is === 'idle' ? null : (
                <LotLine
                  directory={directory}
                  player={board.player}
                  lot={board.lot}
                  set={auction.players[board.player]?.set}
                  overseas={auction.players[board.player]?.overseas}
                />
              )}
              <PricePanel auction={auction} directory={directory} offsetMs={offsetMs} compact />
              {board.is === 'idle' ? null : (
                <LadderList
                  rungs={rungsOf(board.bids, directory)}
                  currency={currency}
                  max={3}
                  className="min-h-30 @5xl:hidden"
                />
              )}
              {board.is === 'idle' ? null : (
                <LadderList
                  rungs={rungsOf(board.bids, directory)}
                  currency={currency}
                  max={9}
                  className="hidden @5xl:grid"
                />
              )}
            </TabPanel>
            <TabPanel value="squad">
              <Squads auction={auction} directory={directory} only={team} />
            </TabPanel>
            <TabPanel value="list">
              <MyList auction={auction} directory={directory} list={list} onPut={put} />
            </TabPanel>
            <TabPanel value="rivals">
              <TeamTable auction={auction} directory={directory} mine={team} />
            </TabPanel>
          </Tabs>
        </div>
        <div className="sticky bottom-0 z-10 grid content-end gap-1 border-t bg-surface px-3 pt-1 pb-[max(0.75rem,env(safe-area-inset-bottom))] @5xl:static @5xl:col-start-2 @5xl:row-start-1 @5xl:content-start @5xl:border-0 @5xl:px-0">
          <div className="flex min-h-10 items-center justify-between gap-2">
            <MomentLine
              moment={moment}
              currency={currency}
              outbidBy={outbidBy}
              maximum={maximum}
              next={board.is === 'open' ? board.next : null}
            />
            <JumpBid auction={auction} team={team} off={off} offsetMs={offsetMs} onBid={place} />
          </div>
          <BidButton
            auction={auction}
            directory={directory}
            team={team}
            off={off}
            offsetMs={offsetMs}
            moment={moment}
            onBid={place}
          />
          <Section title="Rivals" className="mt-5 hidden @5xl:block">
            <TeamTable auction={auction} directory={directory} mine={team} />
          </Section>
        </div>
      </main>
      <Announcer recent={room.recent} directory={directory} currency={currency} />
    </RoomFrame>
  )
}
