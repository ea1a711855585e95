'use client'

import { minimumBid } from '@gavel/auction'
import { ConnectionBar, LadderList, Section, Tab, TabList, TabPanel, Tabs } from '@gavel/ui'
import { useState } from 'react'
import { AnnouncementBanner } from '../announcement-banner.tsx'
import { Announcer } from '../announcer.tsx'
import { connectionOf, whyOff } from '../connection.ts'
import { Squads } from '../fan/squads.tsx'
import { RoomGone } from '../gone.tsx'
import { Latency } from '../latency.tsx'
import { LotLine } from '../lot-line.tsx'
import { PauseBanner } from '../pause-banner.tsx'
import { PricePanel } from '../price-panel.tsx'
import { RoomFrame } from '../room-frame.tsx'
import { RoomHead } from '../room-head.tsx'
import { RoomSkeleton } from '../room-skeleton.tsx'
import { useRoomSound } from '../sound.ts'
import { Autopilot } from '../stages/autopilot.tsx'
import { Deciding } from '../stages/deciding.tsx'
import { HiddenMaximum } from '../stages/hidden-maximum.tsx'
import { LotStory } from '../stages/lot-story.tsx'
import { hasBoard, LotsBoard } from '../stages/lots-board.tsx'
import { TeamPad } from '../stages/team-pad.tsx'
import { useBid } from '../use-bid.ts'
import { useKeys } from '../use-keys.ts'
import { useOnline } from '../use-online.ts'
import { type RoomPageProps, useRoomPage } from '../use-room-page.ts'
import { useVoice } from '../use-voice.ts'
import { boardOf, rungsOf } from '../view.ts'
import { BidButton, whyNotBid } from './bid-button.tsx'
import { JumpBid } from './jump-bid.tsx'
import { MomentLine } from './moment-line.tsx'
import { MyList } from './my-list.tsx'
import { NoPaddle } from './no-paddle.tsx'
import { Rivals } from './rivals.tsx'
import { SharePaddle } from './share-paddle.tsx'
import { SquadDesk } from './squad-desk.tsx'
import { TeamStrip } from './team-strip.tsx'
import { useCaution } from './use-caution.ts'
import { useMyList } from './use-my-list.ts'

type PaddleRoomProps = RoomPageProps & {
  /** Where phones reach this installation, for whoever may let a second person bid; null for all others. */
  shareFrom: string | null
}

/** An owner's paddle: made for one thumb. */
export function PaddleRoom({ shareFrom, ...props }: PaddleRoomProps) {
  const { room, directory } = useRoomPage(props, 'paddle')
  const online = useOnline()
  const team = room.you.team
  const sound = useRoomSound(room.auction, team)
  const { moment, place } = useBid(room)
  const { auction, offsetMs } = room
  const off = whyOff(room)
  const voice = useVoice(room.recent, directory, auction?.rules.currency ?? null)
  const [jump, setJump] = useState(false)
  const [tab, setTab] = useState('bid')
  const { list, put, move } = useMyList(props.info.auctionId)

  const next = auction?.lot?.stage.is === 'bidding' ? minimumBid(auction.rules, auction.lot) : null
  const { caution, bid } = useCaution(auction, team, next, place)

  useKeys({
    b: () => {
      if (!auction || !team || off || next === null || moment.is === 'sent') return
      if (!whyNotBid(auction, team, next, Date.now() + offsetMs)) bid(next)
    },
    j: () => !off && setJump(true),
    v: () => voice?.toggle(),
  })

  if (room.status.is === 'refused') return <RoomGone code={room.status.code} words={room.status.words} />
  const connection = connectionOf(room, online)
  const head = (
    <RoomHead info={props.info} auction={auction} connection={connection} sound={sound} voice={voice}>
      {auction?.phase.is === 'ended' ? null : (
        <Latency latencyMs={room.latencyMs} offsetMs={offsetMs} live={room.status.is === 'live'} />
      )}
    </RoomHead>
  )
  const bar = <ConnectionBar state={connection} />
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
  const seat = { auction, team, off, offsetMs }
  // Whoever reads the squad or the list has the button at hand, and room for what is read.
  const slim = tab !== 'bid'
  const board = boardOf(auction)
  const rungs = board.is === 'idle' ? [] : rungsOf(board.bids, directory)
  const { currency } = auction.rules
  const maximum = board.is === 'open' ? (list.find(({ player }) => player === board.player)?.max ?? null) : null
  const outbidBy =
    board.is === 'open' && board.leader && board.leader !== team ? directory.team(board.leader).name : null
  return (
    <RoomFrame>
      {bar}
      {head}
      <PauseBanner auction={auction} />
      <AnnouncementBanner auction={auction} />
      <main
        id="main"
        className="mx-auto grid w-full max-w-lg flex-1 grid-cols-[minmax(0,1fr)] grid-rows-[1fr_auto] @5xl:max-w-6xl @5xl:grid-cols-[minmax(0,1fr)_26rem] @5xl:grid-rows-1 @5xl:gap-8 @5xl:p-5"
      >
        <h1 className="sr-only">Paddle of {directory.team(team).name}</h1>
        <div className="min-w-0 px-3 pt-2 @5xl:col-start-1 @5xl:row-start-1">
          <TeamStrip auction={auction} directory={directory} team={team} />
          <Tabs value={tab} onValueChange={setTab} className="mt-1">
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
              {hasBoard(auction) ? (
                <LotsBoard
                  auction={auction}
                  directory={directory}
                  offsetMs={offsetMs}
                  paddle={{ team, off, bid: room.bid, act: room.act }}
                />
              ) : (
                <PricePanel auction={auction} directory={directory} offsetMs={offsetMs} compact />
              )}
              <Deciding auction={auction} directory={directory} offsetMs={offsetMs} />
              {board.is === 'idle' ? null : (
                <>
                  <LotStory auction={auction} lot={board.lot} directory={directory} />
                  <LadderList rungs={rungs} currency={currency} max={3} className="min-h-30 @5xl:hidden" />
                  <LadderList rungs={rungs} currency={currency} max={9} className="hidden @5xl:grid" />
                </>
              )}
            </TabPanel>
            <TabPanel value="squad" className="grid grid-cols-[minmax(0,1fr)] gap-6">
              <h2 className="sr-only">My squad</h2>
              <SquadDesk auction={auction} directory={directory} team={team} />
              <Squads auction={auction} directory={directory} only={team} />
              {shareFrom && auction.phase.is !== 'ended' ? (
                <SharePaddle slug={props.info.event.slug} team={directory.team(team)} origin={shareFrom} />
              ) : null}
            </TabPanel>
            <TabPanel value="list" className="grid grid-cols-[minmax(0,1fr)] gap-6">
              <h2 className="sr-only">My list</h2>
              <MyList auction={auction} directory={directory} team={team} list={list} onPut={put} onMove={move} />
              {auction.phase.is === 'ended' ? null : <Autopilot {...seat} list={list} act={room.act} />}
            </TabPanel>
            <TabPanel value="rivals">
              <Rivals auction={auction} directory={directory} mine={team} />
            </TabPanel>
          </Tabs>
        </div>
        <div className="sticky bottom-0 z-10 grid grid-cols-[minmax(0,1fr)] content-end gap-1 border-t bg-surface px-3 pt-1 pb-[max(0.75rem,env(safe-area-inset-bottom))] @5xl:static @5xl:col-start-2 @5xl:row-start-1 @5xl:content-start @5xl:border-0 @5xl:px-0">
          <TeamPad {...seat} slim={slim} directory={directory} act={room.act}>
            {hasBoard(auction) ? null : (
              <>
                <div className="flex min-h-10 flex-wrap items-center justify-between gap-2">
                  <MomentLine
                    moment={moment}
                    currency={currency}
                    outbidBy={outbidBy}
                    maximum={maximum}
                    next={board.is === 'open' ? board.next : null}
                  />
                  {auction.lot ? <HiddenMaximum {...seat} lot={auction.lot} act={room.act} /> : null}
                  <JumpBid {...seat} open={jump} onOpen={setJump} onBid={place} />
                </div>
                <BidButton {...seat} slim={slim} directory={directory} moment={moment} caution={caution} onBid={bid} />
              </>
            )}
          </TeamPad>
          <Section title="Rivals" className="mt-5 hidden @5xl:block">
            <Rivals auction={auction} directory={directory} mine={team} />
          </Section>
        </div>
      </main>
      <Announcer recent={room.recent} directory={directory} currency={currency} />
    </RoomFrame>
  )
}
