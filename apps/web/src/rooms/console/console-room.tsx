'use client'

import { nextUp, type PlayerId } from '@gavel/auction'
import { Button, ConnectionBar, formatMoney, LadderList } from '@gavel/ui'
import { Megaphone, NotebookPen } from 'lucide-react'
import { useRef, useState } from 'react'
import { paths } from '../../paths.ts'
import { Announcer } from '../announcer.tsx'
import { connectionOf, whyOff } from '../connection.ts'
import { RoomGone } from '../gone.tsx'
import { LotLine } from '../lot-line.tsx'
import { PauseBanner } from '../pause-banner.tsx'
import { PricePanel } from '../price-panel.tsx'
import { RoomFrame } from '../room-frame.tsx'
import { RoomSkeleton } from '../room-skeleton.tsx'
import { useRoomSound } from '../sound.ts'
import { Deciding } from '../stages/deciding.tsx'
import { DeskAnswers } from '../stages/desk-answers.tsx'
import { hasBoard, LotsBoard } from '../stages/lots-board.tsx'
import { useOnline } from '../use-online.ts'
import { type RoomPageProps, useRoomPage } from '../use-room-page.ts'
import { useVoice } from '../use-voice.ts'
import { boardOf, countsOf, rungsOf } from '../view.ts'
import { ActionPad, DeskButton } from './action-pad.tsx'
import { ACTIONS, type ActionName, actionsOf, type DeskCommand, floorAnswers, whyRefused } from './actions.ts'
import { DeskAnnouncements } from './desk-announcements.tsx'
import { DeskHead } from './desk-head.tsx'
import { DeskTeams } from './desk-teams.tsx'
import { FloorHand } from './floor-hand.tsx'
import { LogStrip } from './log-strip.tsx'
import { NamesCall } from './names-call.tsx'
import { NextUp } from './next-up.tsx'
import { NotConducting } from './not-conducting.tsx'
import { Notes } from './notes.tsx'
import { PauseMessage } from './pause-message.tsx'
import { type OrderTab, RunningOrder } from './running-order.tsx'
import { wordsFor } from './said.ts'
import { type CommandWords, useDesk } from './use-desk.ts'
import { useDeskKeys } from './use-desk-keys.ts'
import { useFloor } from './use-floor.ts'
import { useHistory } from './use-history.ts'
import { useNotes } from './use-notes.ts'

const SHOWN: CommandWords = { sending: 'Sending the message', done: 'Every screen shows the message' }
const NAMES_PER_TEAM = 5

/** The auctioneer's desk: everything has a key, and the key is printed on the button. */
export function ConsoleRoom(props: RoomPageProps) {
  const { auctionId } = props.info
  const { room, directory } = useRoomPage(props, 'auctioneer')
  const online = useOnline()
  const { auction, offsetMs } = room
  const sound = useRoomSound(auction)
  const voice = useVoice(room.recent, directory, auction?.rules.currency ?? null)
  const { answer, send, floorBid } = useDesk(room)
  const { notes, write } = useNotes(auctionId)
  const [chosen, setChosen] = useState<PlayerId | null>(null)
  const [announcing, setAnnouncing] = useState(false)
  const [tab, setTab] = useState<OrderTab>('order')
  const [help, setHelp] = useState(false)
  const [namesPerTeam, setNamesPerTeam] = useState(NAMES_PER_TEAM)
  const searchRef = useRef<HTMLInputElement>(null)
  const setRef = useRef<HTMLSelectElement>(null)
  const listRef = useRef<HTMLDivElement>(null)
  const messageRef = useRef<HTMLInputElement>(null)
  const announceRef = useRef<HTMLButtonElement>(null)
  const notesRef = useRef<HTMLTextAreaElement>(null)

  const entries = useHistory(auctionId, room.recent, auction?.seq ?? 0, room.status.is === 'live')
  const off = whyOff(room)
  const connection = connectionOf(room, online)
  const nowMs = Date.now() + offsetMs
  const selected = chosen && auction?.players[chosen]?.status.is === 'waiting' ? chosen : null
  const actions = auction ? actionsOf(auction, { player: selected, namesPerTeam }, off, nowMs) : null

  const run = (name: ActionName) => {
    const action = actions?.[name]
    if (!auction || !action?.command || action.reason) return
    send(wordsFor(auction, name, action.command, nowMs), action.command)
    if (name === 'open' || name === 'next' || name === 'withdraw' || name === 'bar') setChosen(null)
  }
  const sendIfAllowed = (words: CommandWords, command: DeskCommand) => {
    if (auction && !off && !whyRefused(auction, command, nowMs)) send(words, command)
  }
  const floor = useFloor({ auction, directory, off, floorBid })
  const goTo = (to: OrderTab, field: { current: HTMLElement | null }) => {
    setTab(to)
    // The field is there once its tab is.
    requestAnimationFrame(() => field.current?.focus())
  }
  const closeAnnounce = () => {
    setAnnouncing(false)
    // The desk's keys work again, and what is being sold stays where it was on the page.
    announceRef.current?.focus({ preventScroll: true })
  }
  const bind = useDeskKeys({
    auction,
    run,
    floor: floor.keys,
    places: {
      f: () => floor.toggle(),
      a: () => setAnnouncing(true),
      '/': () => goTo('order', searchRef),
      j: () => goTo('order', setRef),
      l: () => goTo('order', listRef),
      k: () => goTo('notes', notesRef),
      c: () => setTab('names'),
      w: () => goTo('order', listRef),
      i: () => goTo('order', listRef),
      m: () => messageRef.current?.focus(),
      v: () => voice?.toggle(),
      '?': () => setHelp(true),
    },
  })

  if (room.status.is === 'refused') return <RoomGone code={room.status.code} words={room.status.words} />
  const head = (
    <DeskHead info={props.info} {...{ room, connection, sound, voice, help }} onHelp={setHelp}>
      {actions ? <DeskButton name="end" actions={actions} run={run} bind={bind} size="sm" /> : null}
    </DeskHead>
  )
  const bar = <ConnectionBar state={connection} />
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
  const next = nextUp(auction)
  const asked = floorAnswers(auction).team
  const note = board.is === 'open' ? notes.players[board.player] : undefined
  const button = { actions, run, bind }
  return (
    <RoomFrame>
      <div className="flex flex-col @5xl:h-dvh @5xl:overflow-hidden">
        {bar}
        {head}
        <PauseBanner auction={auction} />
        <DeskAnnouncements {...{ auction, off }} open={announcing} onClose={closeAnnounce} send={sendIfAllowed} />
        <main
          id="main"
          className="grid min-h-0 flex-1 grid-cols-[minmax(0,1fr)] gap-5 p-3 sm:p-5 @5xl:grid-cols-[17rem_minmax(0,1fr)_19rem] @7xl:grid-cols-[20rem_minmax(0,1fr)_21rem]"
        >
          <h1 className="sr-only">Auctioneer’s console</h1>
          <div className="order-2 flex max-h-[70dvh] min-h-0 flex-col @5xl:order-none @5xl:max-h-none">
            <RunningOrder
              auction={auction}
              directory={directory}
              tab={tab}
              onTab={setTab}
              selected={selected ?? next}
              onSelect={setChosen}
              onMove={(player, set, before) =>
                sendIfAllowed({ sending: 'Moving', done: 'Moved' }, { type: 'MovePlayer', player, set, before })
              }
              onMoveSet={(set, before) =>
                sendIfAllowed({ sending: 'Moving', done: 'Moved' }, { type: 'MoveSet', set, before })
              }
              onRecall={(players, base) =>
                sendIfAllowed({ sending: 'Recalling', done: 'Recalled' }, { type: 'RecallPlayers', players, base })
              }
              noted={new Set(Object.keys(notes.players))}
              {...{ searchRef, setRef, listRef, off }}
              names={
                <NamesCall auction={auction} directory={directory} perTeam={namesPerTeam} onPerTeam={setNamesPerTeam}>
                  <DeskButton name={auction.round ? 'closeNames' : 'callNames'} look="ink" {...button} />
                </NamesCall>
              }
              notes={
                <Notes
                  notes={notes}
                  write={write}
                  player={board.is === 'open' ? board.player : (selected ?? next)}
                  directory={directory}
                  sheetRef={notesRef}
                />
              }
            >
              {selected ? (
                <div className="grid grid-cols-2 gap-2 *:min-w-0 *:px-2">
                  <DeskButton name="withdraw" size="sm" look="plain" {...button} />
                  <DeskButton name="bar" size="sm" look="plain" {...button} />
                </div>
              ) : null}
            </RunningOrder>
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
            {note ? (
              <p className="flex items-start gap-2 text-sm">
                <NotebookPen aria-hidden className="mt-0.5 size-4 shrink-0 text-muted" />
                <span className="min-w-0 break-words">
                  <span className="sr-only">Your note: </span>
                  {note}
                </span>
              </p>
            ) : null}
            {hasBoard(auction) ? (
              <LotsBoard
                auction={auction}
                directory={directory}
                offsetMs={offsetMs}
                desk={{
                  ...{ off, command: room.command },
                  more: (lot) => (
                    <FloorHand
                      {...{ auction, directory, lot, floor, off, offsetMs }}
                      onUndo={(command) => sendIfAllowed(ACTIONS.undo, command)}
                    />
                  ),
                }}
              />
            ) : (
              <PricePanel auction={auction} directory={directory} offsetMs={offsetMs} compact />
            )}
            <ActionPad
              {...button}
              paused={auction.phase.is === 'paused'}
              scheduled={auction.phase.is === 'scheduled'}
              nextName={next ? directory.player(next).name : null}
              asked={asked ? { team: asked, name: directory.team(asked).short } : null}
              answer={answer}
            />
            <Deciding auction={auction} directory={directory} offsetMs={offsetMs} />
            <DeskAnswers auction={auction} directory={directory} off={off} offsetMs={offsetMs} act={room.act} />
            <PauseMessage
              auction={auction}
              off={off}
              inputRef={messageRef}
              onSend={(message) => sendIfAllowed(SHOWN, { type: 'PauseAuction', message })}
            />
            {auction.phase.is === 'ended' ? null : (
              <Button
                ref={announceRef}
                kbd="A"
                size="sm"
                className="justify-self-start"
                aria-expanded={announcing}
                icon={<Megaphone aria-hidden className="size-4" />}
                onClick={() => setAnnouncing(!announcing)}
              >
                Announce
              </Button>
            )}
            {board.is === 'open' && board.bids.length === 0 ? (
              <p className="text-muted">No bid yet. The ladder grows here.</p>
            ) : null}
            {board.is === 'idle' ? null : (
              <LadderList rungs={rungsOf(board.bids, directory)} currency={currency} max={6} className="min-h-60" />
            )}
            {board.is === 'open' ? null : <NextUp auction={auction} directory={directory} notes={notes} />}
          </div>
          <div className="flex max-h-[70dvh] min-h-0 flex-col @5xl:max-h-none">
            <DeskTeams auction={auction} directory={directory} connected={room.connected} floor={floor} off={off} />
            <p className="border-t pt-2 text-sm text-muted tabular-nums">
              {counts.sold} sold for {formatMoney(counts.spent, currency)}, {counts.unsold} unsold, {counts.waiting}{' '}
              {auction.phase.is === 'ended' ? 'not called' : 'to come'}
            </p>
            {counts.sold > 0 ? (
              <a href={paths.corrections(auctionId)} target="_blank" rel="noreferrer" className="text-sm underline">
                {auction.corrections.length > 0
                  ? `Corrections: ${auction.corrections.length} waiting for a second person`
                  : 'Correct a past sale'}
              </a>
            ) : null}
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
