import { expect, test } from 'vitest'
import { runningRoom, scheduledRoom } from './given.ts'
import { type AuctionState, storedState } from './state.ts'

const BREAK = 'Five-minute break at nine'
const say = (words: string | null) => ({ type: 'Announce', words }) as const

test('SAY-1 a line is said before the start, in a lot, in a pause and between lots, and not after the end', () => {
  const room = scheduledRoom()
  const stages = [
    { type: 'StartAuction' },
    { type: 'OpenLot', player: 'p1' },
    { type: 'PauseAuction', message: 'Tea' },
    { type: 'ResumeAuction' },
    { type: 'PassLot', lot: 1 },
  ] as const
  for (const [i, stage] of stages.entries()) {
    room.does(say(`Line ${i}`))
    expect(room.state.announcement).toEqual({ words: `Line ${i}`, atMs: room.nowMs })
    room.does(stage)
  }
  room.does(say(BREAK), { type: 'EndAuction' })
  expect(room.ask(say('Good night'))?.code).toBe('ENDED')
})

test('SAY-1 it is one line of 1 to 200 characters', () => {
  const room = runningRoom()
  for (const words of ['', '   ', 'two\nlines', 'a bell\u0007', 'x'.repeat(201)])
    expect(room.ask(say(words))?.code, JSON.stringify(words)).toBe('BAD_WORDS')
  for (const words of ['!', 'x'.repeat(200), '\u{1f3cf}'.repeat(200)]) expect(room.ask(say(words))).toBeNull()
})

test('SAY-1 it touches nothing else: no lot, no clock, no hold, and nobody hidden answers it', () => {
  const clock = { mode: 'clock', lotMs: 10_000, extendMs: 3_000 } as const
  const room = runningRoom({ clock, proxies: true, bidsDecidedBy: 'core' }).does({ type: 'OpenLot', player: 'p1' })
  room.does({ type: 'SetProxy', lot: 1, max: 100, by: 'u1' })
  room.does({ type: 'RetractBid', lot: 1, bid: room.lot.bids[0]?.seq ?? 0 }, { type: 'HoldLot', lot: 1 })
  room.nowMs += 4_000
  const { announcement: _, seq: __, ...before } = room.state
  const { announcement, seq: ___, ...after } = room.does(say(BREAK)).state
  expect(announcement?.words).toBe(BREAK)
  expect(after).toEqual(before)
  expect(room.entries.at(-1)?.type).toBe('Announced')
})

test('SAY-2 another line takes its place, and nothing is said twice', () => {
  const room = runningRoom()
  expect(room.ask(say(null))?.code).toBe('NOTHING_CHANGES')
  room.does(say(BREAK))
  expect(room.ask(say(BREAK))?.code).toBe('NOTHING_CHANGES')
  room.does(say('Ten more minutes'))
  expect(room.state.announcement?.words).toBe('Ten more minutes')
  room.does(say(null))
  expect(room.state.announcement).toBeNull()
  room.does(say(BREAK))
})

test('SAY-3 it is gone when the next lot opens, and at the end', () => {
  const room = runningRoom().does({ type: 'OpenLot', player: 'p1' }, say(BREAK), { type: 'PassLot', lot: 1 })
  expect(room.state.announcement?.words).toBe(BREAK)
  room.does({ type: 'ReopenLot', lot: 1 }, { type: 'PassLot', lot: 1 })
  expect(room.state.announcement?.words).toBe(BREAK)
  room.does({ type: 'OpenLot', player: 'p2' })
  expect(room.state.announcement).toBeNull()
  room.does({ type: 'PassLot', lot: 2 }, say(BREAK), { type: 'EndAuction' })
  expect(room.state.announcement).toBeNull()
})

test('SAY-3 on a board it stands for a minute however many lots open', () => {
  const room = runningRoom({ openLots: 3, bidsDecidedBy: 'core' }).does(say(BREAK))
  room.nowMs += 59_999
  room.does({ type: 'OpenLot', player: 'p1' })
  expect(room.state.announcement?.words).toBe(BREAK)
  room.nowMs += 1
  room.does({ type: 'OpenLot', player: 'p2' })
  expect(room.state.announcement).toBeNull()
})

test('SAY-2 a stored state from before there were announcements and stories has none', () => {
  const room = runningRoom().does({ type: 'OpenLot', player: 'p1' }, { type: 'PassLot', lot: 1 })
  room.does({ type: 'OpenLot', player: 'p2' })
  const { announcement: _, ...old } = JSON.parse(JSON.stringify(room.state)) as AuctionState
  const stored = JSON.parse(JSON.stringify(old).replaceAll(/,"(story|proxies)":\[\]/g, ''))
  expect(JSON.stringify(stored)).not.toMatch(/story|"proxies":\[/)
  expect(storedState(stored)).toEqual(room.state)
  const board = runningRoom({ openLots: 3 }).does({ type: 'OpenLot', player: 'p1' })
  const without = JSON.parse(JSON.stringify(board.state).replaceAll(',"story":[]', ''))
  expect(storedState(without)).toEqual(board.state)
})
