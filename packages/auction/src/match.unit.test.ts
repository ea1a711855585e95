import { describe, expect, test } from 'vitest'
import { Room, scheduledRoom } from './given.ts'
import { askedTeams, cardsLeft, matchHolder, raiseRange } from './match.ts'
import { CRORE, LAKH } from './money.ts'
import type { MatchRule, RuleSet } from './rule-set.ts'
import { ruleSet } from './rule-sets/index.ts'

const NO_CAPS = { capped: null, uncapped: null, overseas: null }
const MATCH: MatchRule = {
  cardsByRetained: [2, 1, 0],
  caps: NO_CAPS,
  raiseGrid: 25,
  declineUsesCard: false,
  terms: [],
  answerMs: null,
}
const TIMED: MatchRule = { ...MATCH, answerMs: 30_000 }

/** An auction in which every player but p6 was of t1 last season; `before` says more before it starts. */
function former(
  match: MatchRule | null = MATCH,
  rules: Partial<RuleSet> = {},
  before: (room: Room) => unknown = () => {},
) {
  const room = scheduledRoom({ match, ...rules })
  room.does({
    type: 'SetFormerTeams',
    players: ['p1', 'p2', 'p3', 'p4', 'p5'].map((player) => ({ player, team: 't1' })),
  })
  before(room)
  return room.does({ type: 'StartAuction' })
}

const hammer = (room: Room) => room.ask({ type: 'Hammer', lot: room.lot.lot, bid: room.lot.bids.at(-1)?.seq ?? 0 })

/** The player put up, bid for by a team, and the hammer down. */
function hammered(room: Room, player = 'p1', team = 't2', amount = 100): Room {
  room.does({ type: 'OpenLot', player })
  expect(room.bid(team, amount)).toBeNull()
  expect(hammer(room)).toBeNull()
  return room
}

const n = (room: Room) => room.lot.lot
const claim = (room: Room, term: string | null = null) =>
  room.ask({ type: 'ClaimMatch', lot: n(room), term, floorTeam: 't1' })
const raise = (room: Room, amount: number) => room.ask({ type: 'RaiseMatch', lot: n(room), amount, floorTeam: 't2' })
const keep = (room: Room) => room.ask({ type: 'KeepMatch', lot: n(room), floorTeam: 't1' })
const decline = (room: Room) => room.ask({ type: 'DeclineMatch', lot: n(room), floorTeam: 't1' })
const status = (room: Room, player = 'p1') => room.state.players[player]?.status
const types = (room: Room, last: number) => room.entries.slice(-last).map(({ type }) => type)

describe('who may match', () => {
  test('MATCH-1 last season’s team is asked once the hammer falls for another', () => {
    const room = hammered(former())
    expect(room.entries.at(-1)).toMatchObject({ type: 'MatchOffered', lot: 1, holder: 't1', leader: 't2', amount: 100 })
    expect(askedTeams(room.state, room.lot)).toEqual(['t1'])
    expect(decline(room)).toBeNull()
    expect(types(room, 2)).toEqual(['MatchDeclined', 'LotSold'])
    expect(status(room)).toMatchObject({ is: 'sold', team: 't2', amount: 100, via: 'hammer' })
  })

  test.each<[string, (room: Room) => unknown, Partial<RuleSet>]>([
    ['the rules have no right to match', () => {}, { match: null }],
    [
      'no team had the player',
      (room) => room.does({ type: 'SetFormerTeams', players: [{ player: 'p1', team: null }] }),
      {},
    ],
    [
      'it is the top bidder itself',
      (room) => room.does({ type: 'SetFormerTeams', players: [{ player: 'p1', team: 't2' }] }),
      {},
    ],
    ['its squad is full', (room) => retain(room, 'p2'), { squad: { min: 1, max: 1 } }],
    ['its overseas places are full', (room) => retainOverseas(room), { overseasMax: 1 }],
    ['it cannot pay', (room) => room.does({ type: 'SetPurse', team: 't1', purse: 99 }), {}],
    ['what it has must fill the squad', (room) => room.does({ type: 'SetPurse', team: 't1', purse: 119 }), {}],
    ['it has no card', () => {}, { match: { ...MATCH, cardsByRetained: [0] } }],
  ])('MATCH-1 nobody is asked where %s', (_, before, rules) => {
    const room = hammered(former(MATCH, rules, before))
    expect(types(room, 1)).toEqual(['LotSold'])
    expect(status(room)).toMatchObject({ team: 't2', via: 'hammer' })
  })

  test('MATCH-1 the right is seen while the bidding lasts', () => {
    const room = former().does({ type: 'OpenLot', player: 'p1' })
    expect(matchHolder(room.state, room.lot)).toBeNull()
    room.bid('t2', 20)
    expect(matchHolder(room.state, room.lot)).toBe('t1')
    room.bid('t1', 30)
    expect(matchHolder(room.state, room.lot)).toBeNull()
  })

  test('MATCH-2 cards are dealt by the number retained, and the last number holds for more', () => {
    const cards = (count: number) => {
      const room = former(MATCH, { squad: { min: 2, max: 5 } }, (before) => {
        for (let i = 1; i <= count; i += 1) retain(before, `p${i}`)
      })
      return cardsLeft(room.state, 't1')
    }
    expect([0, 1, 2, 3].map(cards)).toEqual([2, 1, 0, 0])
    expect(cardsLeft(former(null).state, 't1')).toBe(0)
    expect(cardsLeft(former().state, 'nobody')).toBe(0)
  })

  test('MATCH-2 each match takes a card, and without one nobody is asked', () => {
    const room = former({ ...MATCH, raiseGrid: null })
    for (const [i, player] of ['p1', 'p2'].entries()) {
      expect(cardsLeft(room.state, 't1')).toBe(2 - i)
      expect(claim(hammered(room, player))).toBeNull()
    }
    expect(cardsLeft(room.state, 't1')).toBe(0)
    hammered(room, 'p3')
    expect(types(room, 1)).toEqual(['LotSold'])
  })

  test('MATCH-3 retained and matched together stay below the cap of each type', () => {
    const caps = { capped: 1, uncapped: 1, overseas: null }
    const room = former({ ...MATCH, raiseGrid: null, caps }, {}, (before) => {
      before.does({ type: 'EditPlayer', player: 'p3', base: 20, overseas: false, categories: ['uncapped'] })
      before.does({ type: 'EditPlayer', player: 'p4', base: 20, overseas: false, categories: ['uncapped'] })
      retain(before, 'p4')
    })
    hammered(room, 'p3')
    expect(status(room, 'p3')).toMatchObject({ team: 't2' })
    expect(claim(hammered(room, 'p1'))).toBeNull()
    expect(cardsLeft(room.state, 't1')).toBe(0)
  })

  test('MATCH-3 a cap on overseas players counts by nationality', () => {
    const room = former({ ...MATCH, caps: { ...NO_CAPS, overseas: 0 } })
    hammered(room, 'p5')
    expect(types(room, 1)).toEqual(['LotSold'])
    hammered(room, 'p1')
    expect(types(room, 1)).toEqual(['MatchOffered'])
  })
})

describe('the answer', () => {
  test('MATCH-4 without a raise the claim itself buys, at the price that was bid', () => {
    const room = hammered(former({ ...MATCH, raiseGrid: null }))
    expect(claim(room)).toBeNull()
    expect(types(room, 2)).toEqual(['MatchClaimed', 'LotSold'])
    expect(status(room)).toMatchObject({ team: 't1', amount: 100, debit: 100, via: 'match' })
    expect(room.state.teams.t1).toMatchObject({ spent: 100, squad: ['p1'] })
    expect(room.state.teams.t2).toMatchObject({ spent: 0, squad: [] })
    expect(room.state.lastLot).toMatchObject({ sold: { team: 't2' }, sale: { team: 't1', amount: 100, via: 'match' } })
  })

  test('MATCH-5 the leader answers a claim with one raise of any size on the grid', () => {
    const room = hammered(former())
    expect(claim(room)).toBeNull()
    expect(askedTeams(room.state, room.lot)).toEqual(['t2'])
    expect(raiseRange(room.state, room.lot)).toEqual({ least: 125, most: 975, grid: 25 })
    expect(raise(room, 0.5)?.code).toBe('BAD_AMOUNT')
    for (const amount of [75, 99, 110, 130])
      expect(raise(room, amount)).toEqual({ code: 'OFF_GRID', detail: { minimum: 125 } })
    expect(raise(room, 1_000)).toEqual({ code: 'LIMIT_EXCEEDED', detail: { limit: 980, open: 2 } })
    expect(raise(room, 200)).toBeNull()
    expect(raise(room, 300)?.code).toBe('NOT_ASKED')
    expect(askedTeams(room.state, room.lot)).toEqual(['t1'])
  })

  test('MATCH-5 the present price is no raise, and the holder buys at it', () => {
    const room = hammered(former())
    claim(room)
    expect(raise(room, 100)).toBeNull()
    expect(types(room, 1)).toEqual(['LotSold'])
    expect(status(room)).toMatchObject({ team: 't1', amount: 100, via: 'match' })
  })

  test('MATCH-5 a leader whose purse reaches no price of the grid is not asked', () => {
    const room = hammered(former(MATCH, {}, (before) => before.does({ type: 'SetPurse', team: 't2', purse: 144 })))
    expect(raiseRange(room.state, room.lot)).toBeNull()
    expect(claim(room)).toBeNull()
    expect(types(room, 2)).toEqual(['MatchClaimed', 'LotSold'])
  })

  test('MATCH-6 after a raise the holder keeps the claim at the raised price', () => {
    const room = hammered(former())
    claim(room)
    raise(room, 250)
    expect(keep(room)).toBeNull()
    expect(status(room)).toMatchObject({ team: 't1', amount: 250, via: 'match' })
  })

  test('MATCH-6 a holder that cannot pay the raised price can only decline', () => {
    const room = hammered(former(MATCH, {}, (before) => before.does({ type: 'SetPurse', team: 't1', purse: 200 })))
    claim(room)
    raise(room, 200)
    expect(keep(room)).toEqual({ code: 'LIMIT_EXCEEDED', detail: { limit: 180, open: 2 } })
    expect(decline(room)).toBeNull()
    expect(status(room)).toMatchObject({ team: 't2', amount: 200, via: 'hammer' })
  })

  test('MATCH-7 a match that is declined leaves the card', () => {
    const room = hammered(former())
    claim(room)
    raise(room, 250)
    expect(decline(room)).toBeNull()
    expect(room.entries.at(-2)).not.toHaveProperty('lostCard')
    expect(cardsLeft(room.state, 't1')).toBe(2)
  })

  test('MATCH-7 where the rules say so, a claim that is not kept up uses the card, and one never made does not', () => {
    const room = hammered(former({ ...MATCH, declineUsesCard: true }))
    decline(room)
    expect(cardsLeft(room.state, 't1')).toBe(2)
    hammered(room, 'p2')
    claim(room)
    raise(room, 250)
    decline(room)
    expect(room.entries.at(-2)).toMatchObject({ type: 'MatchDeclined', lostCard: true })
    expect(cardsLeft(room.state, 't1')).toBe(1)
  })

  test('MATCH-8 a card says what it promises where the rules ask for it, and the first one shown binds', () => {
    const room = hammered(former({ ...MATCH, terms: ['one season', 'two seasons'] }))
    expect(claim(room)?.code).toBe('NO_SUCH_TERM')
    expect(claim(room, 'three seasons')?.code).toBe('NO_SUCH_TERM')
    expect(claim(room, 'two seasons')).toBeNull()
    expect(room.lot.stage).toMatchObject({ term: 'two seasons' })
    expect(claim(room, 'one season')?.code).toBe('NOT_ASKED')
    expect(claim(hammered(former()), 'one season')?.code).toBe('NO_SUCH_TERM')
  })

  test('MATCH-10 a match that is corrected gives the card back', () => {
    const room = hammered(former({ ...MATCH, raiseGrid: null }))
    claim(room)
    expect(cardsLeft(room.state, 't1')).toBe(1)
    const { entries } = room
    room.log({ type: 'SaleCorrected', correction: 1, player: 'p1', to: { team: 't1', amount: 90 } })
    expect(entries).toHaveLength(room.state.seq)
    expect(cardsLeft(room.state, 't1')).toBe(2)
  })
})

describe('the end of a lot', () => {
  test('STAGE-1 nobody bids, retracts, calls or hammers while it is decided who buys, and nobody else is put up', () => {
    const room = hammered(former())
    const bid = room.lot.bids.at(-1)?.seq ?? 0
    expect(room.bid('t3', 110)?.code).toBe('BIDDING_CLOSED')
    expect(room.ask({ type: 'RetractBid', lot: 1, bid })?.code).toBe('BIDDING_CLOSED')
    expect(room.ask({ type: 'CallGoing', lot: 1, call: 1, bid })?.code).toBe('BIDDING_CLOSED')
    expect(room.ask({ type: 'Hammer', lot: 1, bid })?.code).toBe('BIDDING_CLOSED')
    expect(room.ask({ type: 'PassLot', lot: 1 })?.code).toBe('HAS_BID')
    expect(room.ask({ type: 'OpenLot', player: 'p2' })?.code).toBe('LOT_OPEN')
    expect(room.ask({ type: 'EndAuction' })?.code).toBe('LOT_OPEN')
  })

  test('STAGE-2 only who is asked may answer, by the own paddle or through the auctioneer', () => {
    const room = hammered(former())
    const by = (user: string) => room.ask({ type: 'ClaimMatch', lot: 1, term: null, floorTeam: null, by: user })
    expect(by('stranger')?.code).toBe('NOT_A_PADDLE')
    expect(by('u3')?.code).toBe('NOT_ASKED')
    expect(by('u2')?.code).toBe('NOT_ASKED')
    expect(room.ask({ type: 'ClaimMatch', lot: 1, term: null, floorTeam: 'none' })?.code).toBe('UNKNOWN_TEAM')
    expect(room.ask({ type: 'ClaimMatch', lot: 2, term: null, floorTeam: 't1' })?.code).toBe('WRONG_LOT')
    expect(raise(room, 200)?.code).toBe('NOT_ASKED')
    expect(keep(room)?.code).toBe('NOT_ASKED')
    expect(by('u1')).toBeNull()
    expect(decline(room)?.code).toBe('NOT_ASKED')
    expect(by('u1')?.code).toBe('NOT_ASKED')
  })

  test('STAGE-3 whoever has not answered in time has declined, or has not raised', () => {
    const late = (room: Room) => {
      expect(room.ask({ type: 'CloseLot', lot: 1 })?.code).toBe('TOO_EARLY')
      room.nowMs += 30_000
      expect(room.ask({ type: 'CloseLot', lot: 1 })).toBeNull()
      return status(room)
    }
    expect(late(hammered(former(TIMED)))).toMatchObject({ team: 't2', amount: 100 })
    const claimed = hammered(former(TIMED))
    claim(claimed)
    expect(late(claimed)).toMatchObject({ team: 't1', amount: 100, via: 'match' })
    const raised = hammered(former({ ...TIMED, declineUsesCard: true }))
    claim(raised)
    raise(raised, 250)
    expect(late(raised)).toMatchObject({ team: 't2', amount: 250 })
    expect(cardsLeft(raised.state, 't1')).toBe(1)
  })

  test('STAGE-3 an answer after the time is too late, by the store’s clock', () => {
    const room = hammered(former(TIMED))
    room.nowMs += 30_000
    expect(claim(room)?.code).toBe('TIME_UP')
    expect(decline(room)?.code).toBe('TIME_UP')
  })

  test('STAGE-3 a stage without a time waits', () => {
    const room = hammered(former())
    room.nowMs += 1e9
    expect(room.ask({ type: 'CloseLot', lot: 1 })?.code).toBe('TOO_EARLY')
    expect(claim(room)).toBeNull()
  })

  test('STAGE-4 a pause keeps the stage and its time', () => {
    const room = hammered(former(TIMED))
    room.nowMs += 10_000
    room.does({ type: 'PauseAuction', message: '' })
    expect(askedTeams(room.state, room.lot)).toEqual([])
    expect(claim(room)?.code).toBe('PAUSED')
    room.nowMs += 1e6
    room.does({ type: 'ResumeAuction' })
    expect(room.lot.deadlineMs).toBe(room.nowMs + 20_000)
    expect(askedTeams(room.state, room.lot)).toEqual(['t1'])
  })

  test('STAGE-5 on a board the money of everybody who may have to pay is spoken for', () => {
    const board = { openLots: 3, bidsDecidedBy: 'core' } as const
    const room = former(MATCH, board).does({ type: 'OpenLot', player: 'p1' }, { type: 'OpenLot', player: 'p2' })
    const bid = (lot: number, team: string, amount: number) =>
      room.ask({ type: 'PlaceBid', lot, amount, floorTeam: team })
    bid(1, 't2', 600)
    const seq = room.state.board[0]?.bids.at(-1)?.seq ?? 0
    room.does({ type: 'Hammer', lot: 1, bid: seq }, { type: 'ClaimMatch', lot: 1, term: null, floorTeam: 't1' })
    expect(bid(2, 't1', 405)).toEqual({ code: 'LIMIT_EXCEEDED', detail: { limit: 400, open: 1 } })
    expect(bid(2, 't2', 405)?.code).toBe('LIMIT_EXCEEDED')
    room.does({ type: 'RaiseMatch', lot: 1, amount: 800, floorTeam: 't2' })
    expect(bid(2, 't2', 205)).toEqual({ code: 'LIMIT_EXCEEDED', detail: { limit: 200, open: 1 } })
    expect(bid(2, 't1', 405)).toBeNull()
    expect(room.ask({ type: 'KeepMatch', lot: 1, floorTeam: 't1' })?.code).toBe('LIMIT_EXCEEDED')
  })
})

describe('what was seen in 2025', () => {
  /** The player bid up by another team, claimed by last season's, and raised. */
  function raised(price: number, to: number) {
    const room = new Room(ruleSet('ipl-2025'))
    for (const team of ['PBKS', 'SRH', 'DC'])
      room.does({ type: 'AddTeam', team, purse: room.state.rules.purse }, { type: 'GrantPaddle', user: team, team })
    room.does(
      {
        type: 'AddPlayers',
        players: [{ player: 'him', base: 2 * CRORE, set: 's', overseas: false, formerTeam: 'PBKS' }],
      },
      { type: 'StartAuction' },
      { type: 'OpenLot', player: 'him' },
      { type: 'PlaceBid', lot: 1, amount: price, floorTeam: 'SRH' },
    )
    const cards = cardsLeft(room.state, 'PBKS')
    room.does(
      { type: 'Hammer', lot: 1, bid: room.lot.bids.at(-1)?.seq ?? 0 },
      { type: 'ClaimMatch', lot: 1, term: null, floorTeam: null, by: 'PBKS' },
      { type: 'RaiseMatch', lot: 1, amount: to, floorTeam: null, by: 'SRH' },
    )
    return { room, cards }
  }

  test.each([
    ['15.75 to 18 crore, kept', 1_575, 1_800, true],
    ['20.75 to 27 crore, declined: the card stays', 2_075, 2_700, false],
    ['6.5 to 8 crore, kept', 650, 800, true],
  ])('MATCH-9 %s', (_, price, to, kept) => {
    const { room, cards } = raised(price * LAKH, to * LAKH)
    room.does({ type: kept ? 'KeepMatch' : 'DeclineMatch', lot: 1, floorTeam: null, by: 'PBKS' })
    expect(status(room, 'him')).toMatchObject({
      is: 'sold',
      team: kept ? 'PBKS' : 'SRH',
      amount: to * LAKH,
      debit: to * LAKH,
      via: kept ? 'match' : 'hammer',
    })
    expect(cardsLeft(room.state, 'PBKS')).toBe(kept ? cards - 1 : cards)
  })

  test.each([
    ['ipl-2018', null],
    ['pkl-12', 'two seasons'],
  ])('MATCH-4, MATCH-8 under %s the claim itself buys, and says what its card must', (id, term) => {
    const room = new Room(ruleSet(id))
    const [base = 1] = room.state.rules.basePrices
    for (const team of ['t1', 't2']) room.does({ type: 'AddTeam', team, purse: room.state.rules.purse })
    room.does(
      { type: 'AddPlayers', players: [{ player: 'him', base, set: 's', overseas: false, formerTeam: 't1' }] },
      { type: 'StartAuction' },
      { type: 'OpenLot', player: 'him' },
      { type: 'PlaceBid', lot: 1, amount: base, floorTeam: 't2' },
    )
    room.does({ type: 'Hammer', lot: 1, bid: room.state.seq }, { type: 'ClaimMatch', lot: 1, term, floorTeam: 't1' })
    expect(status(room, 'him')).toMatchObject({ team: 't1', amount: base, via: 'match' })
    expect(cardsLeft(room.state, 't1')).toBe(2)
  })
})

test('STAGE-6 what was said about a lot stands in it in order, after its sale too, and is gone once it is opened again', () => {
  const room = hammered(former())
  expect(claim(room)).toBeNull()
  expect(room.lot.story).toEqual([
    { type: 'MatchOffered', lot: 1, holder: 't1', leader: 't2', amount: 100, seq: room.state.seq - 1 },
    { type: 'MatchClaimed', lot: 1, team: 't1', seq: room.state.seq },
  ])
  expect([raise(room, 150), keep(room)]).toEqual([null, null])
  const story = ['MatchOffered', 'MatchClaimed', 'MatchRaised']
  expect(room.state.lastLot?.story.map(({ type }) => type)).toEqual(story)
  room.does({ type: 'ReopenLot', lot: 1 })
  expect(room.lot.story).toEqual([])
  room.does({ type: 'Hammer', lot: 1, bid: room.lot.bids.at(-1)?.seq ?? 0 })
  expect(room.lot.story.map(({ type }) => type)).toEqual(['MatchOffered'])
})

function retain(room: Room, player: string) {
  return room.does({ type: 'RetainPlayer', player, team: 't1', amount: 20 })
}

function retainOverseas(room: Room) {
  room.does({ type: 'EditPlayer', player: 'p1', base: 20, overseas: true })
  return retain(room, 'p5')
}
