import { describe, expect, test } from 'vitest'
import { stateFor } from './audience.ts'
import { OPEN_MATCH, type Room, runningRoom, scheduledRoom } from './given.ts'
import { cardsLeft } from './match.ts'
import type { MatchRule, RuleSet } from './rule-set.ts'

const MATCH: MatchRule = { ...OPEN_MATCH, declineUsesCard: true, answerMs: 5_000 }
const CLOCK = { mode: 'clock', lotMs: 10_000, extendMs: 3_000 } as const
const BOARD = { openLots: 3, bidsDecidedBy: 'core' } as const

const reopen = (room: Room, lot = 1) => room.ask({ type: 'ReopenLot', lot })
const bid = (room: Room, lot: number, team: string, amount: number) =>
  room.ask({ type: 'PlaceBid', lot, amount, floorTeam: team })
const hammer = (room: Room, lot = 1) => {
  const open = [room.state.lot, ...room.state.board].find((one) => one?.lot === lot)
  return room.ask({ type: 'Hammer', lot, bid: open?.bids.at(-1)?.seq ?? 0 })
}

/** p1 sold to t1 for 100 as lot 1. */
function sold(rules: Partial<RuleSet> = {}): Room {
  const room = runningRoom(rules).does({ type: 'OpenLot', player: 'p1' })
  bid(room, 1, 't1', 100)
  expect(hammer(room)).toBeNull()
  return room
}

/** p1, whom t1 had last season, claimed by it from t2. */
function claimed(rules: Partial<RuleSet> = {}): Room {
  const room = scheduledRoom({ match: MATCH, ...rules }).does(
    { type: 'SetFormerTeams', players: [{ player: 'p1', team: 't1' }] },
    { type: 'StartAuction' },
    { type: 'OpenLot', player: 'p1' },
  )
  bid(room, 1, 't2', 100)
  hammer(room)
  return room.does({ type: 'ClaimMatch', lot: 1, term: null, floorTeam: 't1' })
}

describe('from a stage after the hammer', () => {
  test('REOPEN-1 the lot stands as it did before its hammer, with all its bids', () => {
    const room = claimed()
    const { bids } = room.lot
    expect(reopen(room)).toBeNull()
    expect(room.lot).toMatchObject({ stage: { is: 'bidding' }, going: 0, deadlineMs: null })
    expect(room.lot.bids).toEqual(bids)
    expect(bid(room, 1, 't3', 150)).toBeNull()
    expect(reopen(room)?.code).toBe('NOTHING_CHANGES')
  })

  test('REOPEN-1 with the whole time of its bidding, where it has one', () => {
    const room = claimed({ clock: CLOCK })
    room.nowMs += 4_000
    reopen(room)
    expect(room.lot.deadlineMs).toBe(room.nowMs + 10_000)
  })
})

describe('from the end of the last lot', () => {
  test('REOPEN-2 the buyer has money and place back, and the last bid leads again', () => {
    const room = sold()
    expect(reopen(room)).toBeNull()
    expect(room.state.players.p1).toMatchObject({ timesCalled: 1, status: { is: 'on_block' } })
    expect(room.state.teams.t1).toMatchObject({ spent: 0, squad: [], overseas: 0 })
    expect(room.state.lastLot).toBeNull()
    expect(bid(room, 1, 't1', 150)?.code).toBe('ALREADY_LEADING')
    expect(bid(room, 1, 't2', 150)).toBeNull()
    expect(hammer(room)).toBeNull()
    expect(room.state.players.p1?.status).toMatchObject({ team: 't2', lot: 1 })
  })

  test('REOPEN-2 a player whom nobody bought can be bid for again', () => {
    const room = runningRoom().does({ type: 'OpenLot', player: 'p1' }, { type: 'PassLot', lot: 1 })
    expect(reopen(room)).toBeNull()
    expect(bid(room, 1, 't1', 20)).toBeNull()
  })

  test('REOPEN-2 a match that is taken back gives the card back, a lost one too', () => {
    const matched = claimed().does({ type: 'RaiseMatch', lot: 1, amount: 100, floorTeam: 't2' })
    expect(cardsLeft(matched.state, 't1')).toBe(1)
    expect(reopen(matched)).toBeNull()
    expect(cardsLeft(matched.state, 't1')).toBe(2)
    expect(matched.lot.bids.at(-1)).toMatchObject({ team: 't2', amount: 100 })
    const lost = claimed().does(
      { type: 'RaiseMatch', lot: 1, amount: 200, floorTeam: 't2' },
      { type: 'DeclineMatch', lot: 1, floorTeam: 't1' },
    )
    expect(cardsLeft(lost.state, 't1')).toBe(1)
    expect(lost.state.teams.t2?.spent).toBe(200)
    expect(reopen(lost)).toBeNull()
    expect(cardsLeft(lost.state, 't1')).toBe(2)
    expect(lost.state.teams.t2?.spent).toBe(0)
  })

  test('REOPEN-2 hidden maxima are on it as they were, in the order in which they came', () => {
    const room = runningRoom({ proxies: true, bidsDecidedBy: 'core' }).does({ type: 'OpenLot', player: 'p1' })
    room.does({ type: 'SetProxy', lot: 1, max: 100, by: 'u1' }, { type: 'SetProxy', lot: 1, max: 100, by: 'u2' })
    const { proxies, bids } = room.lot
    expect(hammer(room)).toBeNull()
    expect(stateFor('auctioneer', room.state).lastLot?.proxies).toEqual([])
    expect(reopen(room)).toBeNull()
    expect(room.lot).toMatchObject({ proxies, bids })
    expect(bid(room, 1, 't3', 110)).toBeNull()
    expect(room.does({ type: 'RetractBid', lot: 1, bid: room.lot.bids.at(-1)?.seq ?? 0 }).lot.bids).toEqual(bids)
    room.does({ type: 'SetProxy', lot: 1, max: 150, by: 'u2' })
    expect(room.lot.bids.at(-1)).toMatchObject({ team: 't2', amount: 110, auto: true })
  })

  test('REOPEN-2 only until another player is up', () => {
    const room = sold().does({ type: 'OpenLot', player: 'p2' })
    expect(reopen(room)?.code).toBe('NOT_LAST')
    room.does({ type: 'PassLot', lot: 2 })
    expect(reopen(room)?.code).toBe('NOT_LAST')
    expect(reopen(room, 3)?.code).toBe('NOT_LAST')
    expect(reopen(room, 2)).toBeNull()
    expect(reopen(runningRoom())?.code).toBe('NOT_LAST')
  })

  test('REOPEN-2 on a board, the lot that ended last, while there is a place for it', () => {
    const room = runningRoom(BOARD).does({ type: 'OpenLot', player: 'p1' }, { type: 'OpenLot', player: 'p2' })
    bid(room, 1, 't1', 100)
    hammer(room)
    room.does({ type: 'OpenLot', player: 'p3' }, { type: 'OpenLot', player: 'p4' })
    expect(reopen(room)?.code).toBe('LOT_OPEN')
    room.does({ type: 'PassLot', lot: 4 })
    expect(reopen(room)?.code).toBe('NOT_LAST')
    expect(reopen(room, 4)).toBeNull()
    expect(room.state.board.map(({ lot }) => lot)).toEqual([2, 3, 4])
  })

  test('REOPEN-3 in a pause too: its whole time begins with the resume', () => {
    for (const rules of [{ clock: CLOCK }, { clock: CLOCK, ...BOARD }]) {
      const room = sold(rules).does({ type: 'PauseAuction', message: '' })
      expect(reopen(room)).toBeNull()
      room.nowMs += 60_000
      room.does({ type: 'ResumeAuction' })
      const open = room.state.lot ?? room.state.board[0]
      expect(open?.deadlineMs).toBe(room.nowMs + 10_000)
    }
  })

  test('REOPEN-3 not before the start, and not after the end', () => {
    expect(reopen(scheduledRoom())?.code).toBe('NOT_STARTED')
    expect(reopen(sold().does({ type: 'EndAuction' }))?.code).toBe('ENDED')
  })

  test('REOPEN-4 not once the player has been recalled, withdrawn or corrected', () => {
    const unsold = () => runningRoom().does({ type: 'OpenLot', player: 'p1' }, { type: 'PassLot', lot: 1 })
    expect(reopen(unsold().does({ type: 'RecallPlayers', players: ['p1'] }))?.code).toBe('NOT_AVAILABLE')
    expect(reopen(unsold().does({ type: 'WithdrawPlayer', player: 'p1' }))?.code).toBe('NOT_AVAILABLE')
    const voided = sold().log({ type: 'SaleCorrected', correction: 1, player: 'p1', to: null })
    expect(reopen(voided)?.code).toBe('NOT_AVAILABLE')
    const moved = sold().log({ type: 'SaleCorrected', correction: 1, player: 'p1', to: { team: 't2', amount: 90 } })
    expect(reopen(moved)?.code).toBe('NOT_AVAILABLE')
  })

  test('REOPEN-4 not where the last bidder, who did not buy, has spent the money since', () => {
    const room = claimed(BOARD).does({ type: 'OpenLot', player: 'p2' })
    room.does({ type: 'RaiseMatch', lot: 1, amount: 100, floorTeam: 't2' })
    expect(bid(room, 2, 't2', 905)).toBeNull()
    expect(reopen(room)).toEqual({ code: 'LIMIT_EXCEEDED', detail: { limit: 95, open: 1 } })
  })

  test('REOPEN-4 nor while it is decided, where a tie-break has freed the last bidder’s money', () => {
    const room = scheduledRoom({ match: MATCH, ...BOARD }).does(
      { type: 'SetFormerTeams', players: [{ player: 'p1', team: 't1' }] },
      { type: 'StartAuction' },
      { type: 'OpenLot', player: 'p1' },
    )
    bid(room, 1, 't2', 100)
    room.log({ type: 'MatchOffered', lot: 1, holder: 't1', leader: 't3', amount: 100, levy: 5 })
    room.does({ type: 'OpenLot', player: 'p2' })
    expect(bid(room, 2, 't2', 905)).toBeNull()
    expect(reopen(room)).toEqual({ code: 'LIMIT_EXCEEDED', detail: { limit: 95, open: 1 } })
    room.does({ type: 'RetractBid', lot: 2, bid: room.state.board[1]?.bids.at(-1)?.seq ?? 0 })
    expect(reopen(room)).toBeNull()
  })
})

test('CLOCK-3 a retraction in a pause starts the full time with the resume', () => {
  const room = runningRoom({ clock: CLOCK }).does({ type: 'OpenLot', player: 'p1' })
  bid(room, 1, 't1', 20)
  room.nowMs += 9_000
  room.does({ type: 'PauseAuction', message: '' }, { type: 'RetractBid', lot: 1, bid: room.lot.bids.at(-1)?.seq ?? 0 })
  room.nowMs += 60_000
  room.does({ type: 'ResumeAuction' })
  expect(room.lot.deadlineMs).toBe(room.nowMs + 10_000)
})
