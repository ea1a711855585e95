import type { Audience, Entry } from '@gavel/auction'
import type { LogEntry } from '@gavel/livelog'
import { PUBLIC_FRAME_MS, type WireEntry } from '@gavel/protocol'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { auctionFanOut, type Reader } from './fan-out.ts'
import { type Frame, frameOf } from './frame.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

const stamp = { atMs: 1, by: 'somebody', cmd: 'command-1', sum: 'abc' }

function logged(entry: Entry): LogEntry {
  return { seq: entry.seq, link: `link-${entry.seq}`, body: '', entry }
}

function bid(seq: number): LogEntry {
  return logged({ type: 'BidPlaced', lot: 1, team: 't1', amount: seq, floor: false, ...stamp, seq })
}

class Listener implements Reader {
  audience: Audience
  seq: number
  readonly frames: Frame[] = []
  constructor(audience: Audience, seq = 0) {
    this.audience = audience
    this.seq = seq
  }
  send(frame: Frame) {
    this.frames.push(frame)
  }
  /** The entries of each frame that came. */
  get heard(): WireEntry[][] {
    const events = this.frames.map((frame) => JSON.parse(frame.packet.slice('2/auction,'.length)))
    return events.filter(([name]) => name === 'entries').map(([, message]) => message.entries)
  }
  get seqs(): number[][] {
    return this.heard.map((entries) => entries.map((e) => e.seq))
  }
}

function roomWith(...readers: Listener[]) {
  const fanOut = auctionFanOut('a1')
  for (const reader of readers) fanOut.add(reader)
  return fanOut
}

describe('FanOut', () => {
  it('SEND-1 gives bidders and the auctioneer each entry at once, the public the first at once and later ones together', () => {
    const [auctioneer, paddle, fan] = [new Listener('auctioneer'), new Listener('paddle'), new Listener('public')]
    const fanOut = roomWith(auctioneer, paddle, fan)
    for (const seq of [1, 2, 3]) fanOut.entries([bid(seq)])
    expect(auctioneer.seqs).toEqual([[1], [2], [3]])
    expect(paddle.seqs).toEqual([[1], [2], [3]])
    expect(fan.seqs).toEqual([[1]])
    vi.advanceTimersByTime(PUBLIC_FRAME_MS)
    expect(fan.seqs).toEqual([[1], [2, 3]])
    fanOut.entries([bid(4)])
    expect(fan.seqs).toHaveLength(2)
    vi.advanceTimersByTime(PUBLIC_FRAME_MS)
    expect(fan.seqs).toEqual([[1], [2, 3], [4]])
    vi.advanceTimersByTime(PUBLIC_FRAME_MS)
    fanOut.entries([bid(5)])
    expect(fan.seqs.at(-1)).toEqual([5])
  })

  it('SEND-2 encodes once for each audience', () => {
    const fans = [new Listener('public'), new Listener('public'), new Listener('public')]
    const paddle = new Listener('paddle')
    roomWith(...fans, paddle).entries([bid(1)])
    expect(new Set(fans.map((f) => f.frames[0]?.bytes)).size).toBe(1)
    expect(paddle.frames[0]?.bytes).not.toBe(fans[0]?.frames[0]?.bytes)
  })

  it('JOIN-1 gives who joins between two frames what comes after, each once', () => {
    const early = new Listener('public')
    const fanOut = roomWith(early)
    for (const seq of [1, 2, 3]) fanOut.entries([bid(seq)])
    const late = new Listener('public', 3)
    const between = new Listener('public', 2)
    fanOut.add(late)
    fanOut.add(between)
    fanOut.entries([bid(4)])
    vi.advanceTimersByTime(PUBLIC_FRAME_MS)
    expect(early.seqs).toEqual([[1], [2, 3, 4]])
    expect(late.seqs).toEqual([[4]])
    expect(between.seqs).toEqual([[3, 4]])
  })

  it('SIGHT-2 gives who changes sides everything, in order', () => {
    const one = new Listener('public')
    const fanOut = roomWith(one)
    for (const seq of [1, 2]) fanOut.entries([bid(seq)])
    fanOut.move(one, 'paddle')
    fanOut.entries([bid(3)])
    vi.advanceTimersByTime(PUBLIC_FRAME_MS)
    expect(one.seqs).toEqual([[1], [2], [3]])
  })

  it('SIGHT-1 hides people from all but the auctioneer, and keeps the place and link of what is hidden', () => {
    const [auctioneer, paddle, fan] = [new Listener('auctioneer'), new Listener('paddle'), new Listener('public')]
    const fanOut = roomWith(auctioneer, paddle, fan)
    fanOut.entries([logged({ type: 'PaddleGranted', user: 'u1', team: 't1', ...stamp, seq: 1 }), bid(2)])
    expect(auctioneer.heard[0]?.[0]).toMatchObject({ user: 'u1', link: 'link-1' })
    for (const reader of [paddle, fan]) {
      expect(reader.heard[0]?.[0]).toEqual({ type: 'Hidden', seq: 1, atMs: 1, link: 'link-1' })
      expect(reader.heard[0]?.[1]).toMatchObject({ by: '', sum: '' })
    }
    expect(paddle.heard[0]?.[1]).toMatchObject({ cmd: 'command-1' })
    expect(fan.heard[0]?.[1]).toMatchObject({ cmd: '' })
  })

  it('JOIN-3 drops what waits for the public when all stand anew', () => {
    const fan = new Listener('public')
    const fanOut = roomWith(fan)
    for (const seq of [1, 2]) fanOut.entries([bid(seq)])
    fanOut.rewind(() => frameOf('presence', { auctionId: 'a1', watching: 1, teams: {} }), 1)
    vi.advanceTimersByTime(PUBLIC_FRAME_MS)
    expect(fan.frames).toHaveLength(2)
    fanOut.entries([bid(2)])
    expect(fan.seqs.at(-1)).toEqual([2])
  })
})
