import { createAuction, type Draft, evolve, ruleSet } from '@gavel/auction'
import type { WireEntry } from '@gavel/protocol'
import { expect, test } from 'vitest'
import { afterEntries, afterJoin, type RoomState } from './room-state.ts'

const link = (seq: number, fork = 'a') => `${fork}${seq}`.padEnd(40, '0')
const entry = (seq: number, draft: Draft, fork?: string): WireEntry => ({
  ...draft,
  seq,
  atMs: 1_000 + seq,
  by: 'u1',
  cmd: `command-${seq}`,
  sum: '',
  link: link(seq, fork),
})
const rules = ruleSet('ipl-2025')
if (!rules) throw new Error('no rule set')
const you = { userId: null, audience: 'public', team: null } as const
const first = entry(1, createAuction('a1', rules))
const team = (seq: number, name: string, fork?: string) =>
  entry(seq, { type: 'TeamAdded', team: name, purse: 100 }, fork)
const room: RoomState = { auction: evolve(null, first), link: first.link, you, recent: [first] }

test('RESUME-1 entries in order are folded, and the last link is kept', () => {
  const result = afterEntries(room, [team(2, 'A'), team(3, 'B')])
  expect(result.is === 'folded' && result.room.auction.seq).toBe(3)
  expect(result.is === 'folded' && result.room.link).toBe(link(3))
  expect(result.is === 'folded' && Object.keys(result.room.auction.teams)).toEqual(['A', 'B'])
})

test('RESUME-2 an entry that is held already changes nothing', () => {
  expect(afterEntries(room, [first])).toEqual({ is: 'folded', room })
})

test('RESUME-3 another link at a held seq is a fork', () => {
  expect(afterEntries(room, [entry(1, createAuction('a1', rules), 'f')])).toEqual({ is: 'fork' })
  const two = afterEntries(room, [team(2, 'A'), team(3, 'B')])
  expect(two.is === 'folded' && afterEntries(two.room, [team(2, 'C', 'f')])).toEqual({ is: 'fork' })
})

test('RESUME-4 a missing entry asks again from where the page stands', () => {
  expect(afterEntries(room, [team(3, 'B')])).toEqual({ is: 'gap', from: 1 })
})

test('RESUME-5 a snapshot replaces what the page holds; entries continue it', () => {
  const standing = {
    ok: true,
    auctionId: 'a1',
    seq: 1,
    link: link(1, 'f'),
    epoch: 1,
    nowMs: 0,
    delayMs: 0,
    you,
    live: true,
  } as const
  const replaced = afterJoin(room, { ...standing, state: room.auction })
  expect(replaced.is === 'folded' && replaced.room).toEqual({
    auction: room.auction,
    link: link(1, 'f'),
    you,
    recent: [],
  })
  const continued = afterJoin(room, { ...standing, entries: [team(2, 'A')] })
  expect(continued.is === 'folded' && continued.room.auction.seq).toBe(2)
  expect(afterJoin(null, { ...standing, entries: [] })).toEqual({ is: 'fork' })
})
