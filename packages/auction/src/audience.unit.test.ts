import { expect, test } from 'vitest'
import { type Audience, entryFor, stateFor } from './audience.ts'
import { fold } from './evolve.ts'
import { runningRoom } from './given.ts'

const AUDIENCES: readonly Audience[] = ['auctioneer', 'paddle', 'public']

test('AUD-3, AUD-2 nobody is given a hidden maximum, nor what it could be guessed by', () => {
  const room = runningRoom({ proxies: true }).does({ type: 'OpenLot', player: 'p1' })
  expect(room.bid('t3', 20)).toBeNull()
  room.does(
    { type: 'SetAutopilot', policy: 'bid', maxima: [{ player: 'p2', max: 777 }], by: 'u1' },
    { type: 'SetProxy', lot: 1, max: 555, by: 'u2' },
  )
  const entries = room.entries.map((entry) => ({ ...entry, sum: 'a1b2c3d4e5f6', cmd: `cmd-${entry.atMs}-${entry.by}` }))
  expect(JSON.stringify(entries)).toMatch(/777.*555/)
  for (const audience of AUDIENCES) {
    const seen = entries.map((entry) => entryFor(audience, entry))
    expect(seen.map(({ seq }) => seq)).toEqual(entries.map(({ seq }) => seq))
    expect(JSON.stringify(seen)).not.toMatch(/777|555|a1b2c3d4e5f6|cmd-\d+-u[12]/)
    expect(fold(seen)).toEqual(stateFor(audience, room.state))
  }
})

test('AUD-3, AUD-2 who asked for a correction is the auctioneer’s to know', () => {
  const room = runningRoom().does({ type: 'OpenLot', player: 'p1' })
  expect(room.bid('t1', 20)).toBeNull()
  room.does(
    { type: 'Hammer', lot: 1, bid: room.lot.bids[0]?.seq ?? 0 },
    { type: 'ProposeCorrection', player: 'p1', to: null, reason: 'misheard', by: 'organiser' },
  )
  for (const audience of AUDIENCES) {
    const seen = room.entries.map((entry) => entryFor(audience, entry))
    expect(fold(seen)).toEqual(stateFor(audience, room.state))
    expect(JSON.stringify(seen).includes('organiser')).toBe(audience === 'auctioneer')
  }
})
