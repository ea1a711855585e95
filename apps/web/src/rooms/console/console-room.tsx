'use client'

import { minimumBid, nextUp, type PlayerId, type TeamId } from '@gavel/auction'
import type { ConsoleCommand } from '@gavel/protocol'
import { Button, ConnectionBar, formatMoney, HoldButton, LadderList } from '@gavel/ui'
import { Presentation } from 'lucide-react'
import { useRef, useState } from 'react'
import { paths } from '../../paths.ts'
import { Announcer } from '../announcer.tsx'
import { connectionOf, whyOff } from '../connection.ts'
import { RoomGone } from '../gone.tsx'
import { LotLine } from '../lot-line.tsx'
import { PricePanel } from '../price-panel.tsx'
import { RoomFrame } from '../room-frame.tsx'
import { RoomHead } from '../room-head.tsx'
import { RoomSkeleton } from '../room-skeleton.tsx'
import { useRoomSound } from '../sound.ts'
import { useOnline } from '../use-online.ts'
import { type RoomPageProps, useRoomPage } from '../use-room-page.ts'
import { boardOf, countsOf, rungsOf } from '../view.ts'
import { ActionPad } from './action-pad.tsx'
import { type ActionName, actionsOf, whyRefused } from './actions.ts'
import { DeskTeams, floorKeys } from './desk-teams.tsx'
import { LogStrip } from './log-strip.tsx'
import { NotConducting } from './not-conducting.tsx'
import { RunningOrder } from './running-order.tsx'
import { useDesk } from './use-desk.ts'
import { useHistory } from './use-history.ts'
import { type KeyMap, useKeys } from './use-keys.ts'

const SAID: Record<ActionName, string> = {
  start: 'Started',
  open: 'Opened',
  next: 'Opened',
  once: 'Going once',
  twice: 'Going twice',
  hammer: 'Sold',
  unsold: 'Unsold',
  undo: 'The last bid was taken back',
  pause: 'Paused',
  end: 'Ended',
}

/** The auctioneer's desk: everything has a key, and the key is printed on the button. */
export function ConsoleRoom(props: RoomPageProps) {
  const { room, directory } = useRoomPage(props, 'auctioneer')
  const online = useOnline()
  const sound = useRoomSound(room.auction)
  const { answer, send, floorBid } = useDesk(room)
  const [chosen, setChosen] = useState<PlayerId | null>(null)
  const [floor, setFloor] = useState(false)
  const searchRef = useRef<HTMLInputElement>(null)
  const presses = useRef(new Map<string, () => void>())

  const { auction, offsetMs } = room
  const entries = useHistory(props.info.auctionId, room.recent, auction?.seq ?? 0, room.status.is === 'live')
  const off = whyOff(room)
  const selected = chosen && auction?.players[chosen]?.status.is === 'waiting' ? chosen : null
  const actions = auction ? actionsOf(auction, selected, off, Date.now() + offsetMs) : null

  const run = (name: ActionName) => {
    const action = actions?.[name]
    if (!action?.command || action.reason) return
    send(action.command.type === 'ResumeAuction' ? 'Resumed' : SAID[name], action.command)
    if (name === 'open' || name === 'next') setChosen(null)
  }
  const sendIfAllowed = (words: string, command: ConsoleCommand) => {
    if (auction && !off && !whyRefused(auction, command, Date.now() + offsetMs)) send(words, command)
  }
  const bidFor = (team: TeamId) => {
    setFloor(false)
    if (!auction?.lot || off) return
    const amount = minimumBid(auction.rules, auction.lot)
    floorBid(
      `${directory.team(team).name} bid ${formatMoney(amount, auction.rules.currency)}`,
      auction.lot.lot,
      amount,
      team,
    )
  }
  const bind = (key: string) => (press: () => void) => {
    presses.current.set(key, press)
    return () => {
      presses.current.delete(key)
    }
  }
  const pressed = (key: string) => () => presses.current.get(key)?.()

  const floorMap = floor && auction ? floorKeys(auction, directory) : null
  const keys: KeyMap = floorMap
    ? {
        escape: () => setFloor(false),
        ...Object.fromEntries([...floorMap].map(([key, team]) => [key, () => bidFor(team)])),
      }
    : {
        o: () => run('open'),
        n: () => run('next'),
        '1': () => run('once'),
        '2': () => run('twice'),
        p: () => run('pause'),
        f: () => auction?.lot && !off && setFloor(true),
        '/': () => searchRef.current?.focus(),
        h: pressed('h'),
        u: pressed('u'),
        z: pressed('z'),
        s: pressed('s'),
      }
  useKeys(keys)

  if (room.status.is === 'refused') return <RoomGone code={room.status.code} words={room.status.words} />
  const head = (
    <RoomHead info={props.info} auction={auction} watching={room.watching} sound={sound} wide>
      <Button look="quiet" size="sm" asChild>
        <a href={paths.stage(props.info.auctionId)} target="_blank" rel="noreferrer">
          <Presentation aria-hidden className="size-4" />
          <span className="max-md:sr-only">Projector</span>
        </a>
      </Button>
      {actions && auction && auction.phase.is !== 'ended' && auction.phase.is !== 'scheduled' ? (
        <HoldButton
          size="sm"
          again="Again"
          onConfirm={() => run('end')}
          {...(actions.end.reason ? { disabledReason: actions.end.reason } : {})}
        >
          End
        </HoldButton>
      ) : null}
    </RoomHead>
  )
  const bar = <ConnectionBar state={connectionOf(room, online)} />
  if (!auction || !actions || (room.status.is === 'connecting' && room.you.audience !== 'auctioneer')) {
    return (
      <>
        {bar}
        {head}
        <RoomSkeleton />
      </>
    )
  }
  if (room.status.is === 'live' && room.you.audience !== 'auctioneer') {
    return (
      <>
        {head}
        <NotConducting info={props.info} signedIn={props.signedIn} />
      </>
    )
  }
  const board = boardOf(auction)
  const counts = countsOf(auction)
  const { currency } = auction.rules
  const opening = selected ?? nextUp(auction)
  return (
    <RoomFrame>
      <div className="flex flex-col @5xl:h-dvh @5xl:overflow-hidden">
        {bar}
        {head}
        <main
          id="main"
          className="grid min-h-0 flex-1 grid-cols-[minmax(0,1fr)] gap-5 p-3 sm:p-5 @5xl:grid-cols-[17rem_minmax(0,1fr)_19rem] @7xl:grid-cols-[20rem_minmax(0,1fr)_21rem]"
        >
          <h1 className="sr-only">Auctioneer’s console</h1>
          <div className="order-2 flex max-h-[70dvh] min-h-0 flex-col @5xl:order-none @5xl:max-h-none">
            <RunningOrder
              auction={auction}
              directory={directory}
              selected={selected ?? opening}
              onSelect={setChosen}
              onMove={(player, set, before) => sendIfAllowed('Moved', { type: 'MovePlayer', player, set, before })}
              onRecall={(players) => sendIfAllowed('Recalled', { type: 'RecallPlayers', players })}
              searchRef={searchRef}
              off={off}
            />
          </div>
          <div className="grid min-h-0 content-start gap-4 overflow-y-auto p-1.5">
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
            <ActionPad
              actions={actions}
              paused={auction.phase.is === 'paused'}
              scheduled={auction.phase.is === 'scheduled'}
              nextName={nameOfNext(nextUp(auction), directory.player)}
              run={run}
              bind={bind}
              answer={answer}
            />
            {board.is === 'open' && board.bids.length === 0 ? (
              <p className="text-muted">No bid yet. The ladder grows here.</p>
            ) : null}
            {board.is === 'idle' ? null : (
              <LadderList rungs={rungsOf(board.bids, directory)} currency={currency} max={6} className="min-h-60" />
            )}
          </div>
          <div className="flex max-h-[70dvh] min-h-0 flex-col @5xl:max-h-none">
            <DeskTeams
              auction={auction}
              directory={directory}
              connected={room.connected}
              floor={floor}
              onFloor={() => setFloor((was) => !was)}
              onFloorBid={bidFor}
              off={off}
            />
            <p className="border-t pt-2 text-sm text-muted tabular-nums">
              {counts.sold} sold for {formatMoney(counts.spent, currency)}, {counts.unsold} unsold, {counts.waiting}{' '}
              {auction.phase.is === 'ended' ? 'not called' : 'to come'}
            </p>
          </div>
        </main>
        <div className="flex h-[max(6rem,18dvh)] min-h-0 flex-col">
          <LogStrip entries={entries} directory={directory} currency={currency} />
        </div>
        <Announcer recent={room.recent} directory={directory} currency={currency} />
      </div>
    </RoomFrame>
  )
}

const nameOfNext = (next: PlayerId | null, player: (id: string) => { name: string }) =>
  next ? player(next).name : null
