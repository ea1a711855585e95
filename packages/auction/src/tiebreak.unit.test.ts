import { describe, expect, test } from 'vitest'
import { entryFor } from './audience.ts'
import { OPEN_MATCH, type Room, scheduledRoom } from './given.ts'
import { askedTeams } from './match.ts'
import type { RuleSet } from './rule-set.ts'
import { SECRET, sealOf } from './seal.ts'
import { tieBreakTeams } from './tie-break.ts'

const TIE: Partial<RuleSet> = {
  purse: 400,
  squad: { min: 1, max: 4 },
  tieBreak: { inviteMs: 20_000, sealMs: 60_000, revealMs: 30_000 },
}
const SECRETS: Record<string, string> = {
  t1: '0123456789ABCDEF',
  t2: 'ZYXWVTSRQPNMKJHG',
  t3: 'AAAABBBBCCCCDDDD',
}

/** p1 is up, and t1 leads at all that anybody has; t3 has less unless said otherwise. */
function tied(rules: Partial<RuleSet> = {}, before: (room: Room) => unknown = poorer): Room {
  const room = scheduledRoom({ ...TIE, ...rules })
  before(room)
  room.does({ type: 'StartAuction' }, { type: 'OpenLot', player: 'p1' })
  expect(room.bid('t1', 400)).toBeNull()
  return room
}

function poorer(room: Room) {
  return room.does({ type: 'SetPurse', team: 't3', purse: 395 })
}

const hammer = (room: Room) => room.ask({ type: 'Hammer', lot: 1, bid: room.lot.bids.at(-1)?.seq ?? 0 })
const join = (room: Room, team: string, joins = true) =>
  room.ask({ type: 'JoinTieBreak', lot: 1, joins, floorTeam: team })
const by = (team: string) => team.replace('t', 'u')
const sealed = (room: Room, team: string, amount: number, round = 1) =>
  sealOf({ auctionId: room.state.auctionId, lot: 1, round, team, amount, secret: SECRETS[team] ?? '' })
const seal = (room: Room, team: string, amount: number, round = 1) =>
  room.ask({ type: 'SealAmount', lot: 1, round, commitment: sealed(room, team, amount, round), by: by(team) })
const reveal = (room: Room, team: string, amount: number, round = 1, secret = SECRETS[team] ?? '') =>
  room.ask({ type: 'RevealAmount', lot: 1, round, amount, secret, by: by(team) })
const status = (room: Room) => room.state.players.p1?.status
const types = (room: Room, last: number) => room.entries.slice(-last).map(({ type }) => type)
const all = (...refusals: unknown[]) => expect(refusals).toEqual(refusals.map(() => null))

/** The hammer down and everybody who is invited in: amounts may be sealed. */
function sealing(rules: Partial<RuleSet> = {}, before: (room: Room) => unknown = poorer): Room {
  const room = tied(rules, before)
  all(hammer(room))
  for (const team of askedTeams(room.state, room.lot)) all(join(room, team))
  return room
}

const timeUp = (room: Room) => {
  room.nowMs = room.lot.deadlineMs ?? room.nowMs
  return room.ask({ type: 'CloseLot', lot: 1 })
}

describe('the condition', () => {
  test('TIE-1 who could have made the last bid, but like the leader not the next, is invited', () => {
    const room = tied()
    expect(tieBreakTeams(room.state, room.lot)).toEqual(['t2'])
    expect(hammer(room)).toBeNull()
    expect(room.entries.at(-1)).toMatchObject({ type: 'TieBreakOffered', lot: 1, teams: ['t2'] })
    expect(askedTeams(room.state, room.lot)).toEqual(['t2'])
  })

  test.each<[string, Partial<RuleSet>, (room: Room) => unknown]>([
    ['the rules have none', { tieBreak: null }, poorer],
    ['the leader could go on', {}, (room) => poorer(room).does({ type: 'SetPurse', team: 't1', purse: 450 })],
    [
      'nobody else could have made the last bid',
      {},
      (room) => poorer(room).does({ type: 'SetPurse', team: 't2', purse: 395 }),
    ],
    [
      'who could have made it could go on too',
      {},
      (room) => poorer(room).does({ type: 'SetPurse', team: 't2', purse: 450 }),
    ],
    [
      'the other squad is full',
      { squad: { min: 1, max: 1 } },
      (room) =>
        poorer(room).does(
          { type: 'SetPurse', team: 't2', purse: 420 },
          { type: 'RetainPlayer', player: 'p2', team: 't2', amount: 20 },
        ),
    ],
  ])('TIE-1 there is none where %s', (_, rules, before) => {
    const room = tied(rules, before)
    expect(tieBreakTeams(room.state, room.lot)).toEqual([])
    expect(hammer(room)).toBeNull()
    expect(types(room, 1)).toEqual(['LotSold'])
  })
})

describe('the invitation', () => {
  test('TIE-2 each of the invited answers once, and the last answer moves on at once', () => {
    const room = tied({}, () => {})
    hammer(room)
    expect(join(room, 't1')?.code).toBe('NOT_ASKED')
    expect(join(room, 't2')).toBeNull()
    expect(join(room, 't2', false)?.code).toBe('NOT_ASKED')
    expect(askedTeams(room.state, room.lot)).toEqual(['t3'])
    expect(join(room, 't3', false)).toBeNull()
    expect(types(room, 2)).toEqual(['TieBreakAnswered', 'SealingOpened'])
    expect(room.lot.stage).toMatchObject({ is: 'sealing', round: 1, seals: [{ team: 't1' }, { team: 't2' }] })
  })

  test('TIE-2 who has not answered in time is out', () => {
    const room = tied({}, () => {})
    hammer(room)
    join(room, 't2')
    expect(timeUp(room)).toBeNull()
    expect(askedTeams(room.state, room.lot)).toEqual(['t1', 't2'])
    expect(join(room, 't3')?.code).toBe('NOT_ASKED')
  })

  test.each(['declined', 'late'])('TIE-3 where nobody joins (%s) the leader buys, and owes nothing more', (how) => {
    const room = tied()
    hammer(room)
    all(how === 'late' ? timeUp(room) : join(room, 't2', false))
    expect(types(room, 1)).toEqual(['LotSold'])
    expect(status(room)).toMatchObject({ team: 't1', amount: 400, levy: 0, via: 'hammer' })
  })

  test('TIE-3 or the price may be matched, as if there had been no tie-break', () => {
    const room = tied({ match: OPEN_MATCH }, (before) =>
      poorer(before).does({ type: 'SetFormerTeams', players: [{ player: 'p1', team: 't2' }] }),
    )
    hammer(room)
    join(room, 't2', false)
    expect(room.lot.stage).toMatchObject({
      is: 'match',
      step: 'asked',
      holder: 't2',
      leader: 't1',
      amount: 400,
      levy: 0,
    })
  })
})

describe('the sealed amounts', () => {
  test('TIE-4 each team seals one amount, in this round', () => {
    const room = sealing()
    expect(seal(room, 't3', 50)?.code).toBe('NOT_ASKED')
    expect(seal(room, 't1', 50, 2)?.code).toBe('NOT_ASKED')
    for (const commitment of ['', 'F'.repeat(64), 'f'.repeat(63), `${'f'.repeat(64)}\n`])
      expect(room.ask({ type: 'SealAmount', lot: 1, round: 1, commitment, by: 'u1' })?.code).toBe('BAD_SEAL')
    expect(reveal(room, 't1', 50)?.code).toBe('NOT_ASKED')
    expect(seal(room, 't1', 50)).toBeNull()
    expect(seal(room, 't1', 60)?.code).toBe('ALREADY_SEALED')
    expect(askedTeams(room.state, room.lot)).toEqual(['t2'])
  })

  test('TIE-4 the last one closes the sealing in the same step', () => {
    const room = sealing()
    all(seal(room, 't2', 50), seal(room, 't1', 60))
    expect(types(room, 2)).toEqual(['AmountSealed', 'SealingClosed'])
    expect(seal(room, 't1', 70)?.code).toBe('NOT_ASKED')
    expect(room.lot.deadlineMs).toBe(room.nowMs + 30_000)
  })

  test('TIE-5 no entry holds an amount before the sealing is closed, for any audience', () => {
    const room = sealing()
    const from = room.entries.length
    all(seal(room, 't2', 77_777), seal(room, 't1', 88_888))
    for (const audience of ['auctioneer', 'paddle', 'public'] as const)
      expect(JSON.stringify(room.entries.slice(from).map((e) => entryFor(audience, e)))).not.toMatch(/77777|88888/)
  })

  test('TIE-5 a seal is bound to its auction, lot, round, team and amount, so that a copied one opens for nobody else', () => {
    const of = { auctionId: 'a1', lot: 1, round: 1, team: 't1', amount: 50, secret: '0123456789ABCDEF' }
    expect(sealOf(of)).toBe('cb19397c775032ea54c4d0979de3df39109596a7f28a22db1476dfec8c86286c')
    const others = [
      { ...of, auctionId: 'a2' },
      { ...of, lot: 2 },
      { ...of, round: 2 },
      { ...of, team: 't2' },
      { ...of, amount: 51 },
      { ...of, secret: '0123456789ABCDEG' },
    ]
    expect(new Set([of, ...others].map(sealOf)).size).toBe(7)
    const room = sealing()
    const commitment = sealed(room, 't2', 50)
    all(seal(room, 't2', 50), room.ask({ type: 'SealAmount', lot: 1, round: 1, commitment, by: 'u1' }))
    all(reveal(room, 't2', 50))
    expect(reveal(room, 't1', 50, 1, SECRETS.t2)?.code).toBe('BAD_SEAL')
  })

  test('TIE-6 what is revealed must be what was sealed', () => {
    const room = sealing()
    all(seal(room, 't1', 50), seal(room, 't2', 60))
    expect(reveal(room, 't1', 70)?.code).toBe('BAD_SEAL')
    expect(reveal(room, 't1', 50, 1, SECRETS.t2)?.code).toBe('BAD_SEAL')
    expect(reveal(room, 't1', 50, 2)?.code).toBe('NOT_ASKED')
    expect(reveal(room, 't1', 0)?.code).toBe('BAD_AMOUNT')
    expect(reveal(room, 't1', 50)).toBeNull()
    expect(reveal(room, 't1', 50)?.code).toBe('NOT_ASKED')
  })

  test('TIE-6 a secret is 16 characters of Crockford’s base32, and no other opens a seal', () => {
    for (const secret of Object.values(SECRETS)) expect(secret).toMatch(SECRET)
    const odd = '0123456789abcdef'
    expect(odd).not.toMatch(SECRET)
    const room = sealing()
    const commitment = sealOf({ auctionId: 'a1', lot: 1, round: 1, team: 't1', amount: 50, secret: odd })
    all(room.ask({ type: 'SealAmount', lot: 1, round: 1, commitment, by: 'u1' }), seal(room, 't2', 60))
    expect(reveal(room, 't1', 50, 1, odd)?.code).toBe('BAD_SEAL')
  })

  test('TIE-6 what is not revealed in time lapses, and is no offer', () => {
    const room = sealing()
    all(seal(room, 't1', 900), seal(room, 't2', 60), reveal(room, 't2', 60))
    room.nowMs = room.lot.deadlineMs ?? 0
    expect(reveal(room, 't1', 900)?.code).toBe('TIME_UP')
    expect(timeUp(room)).toBeNull()
    expect(room.entries.at(-2)).toMatchObject({ type: 'AmountLapsed', lot: 1, round: 1, team: 't1' })
    expect(status(room)).toMatchObject({ team: 't2', amount: 400, levy: 60, via: 'tiebreak' })
  })

  test('TIE-6 who has not sealed in time is out', () => {
    const room = sealing()
    all(seal(room, 't2', 60), timeUp(room))
    expect(types(room, 1)).toEqual(['SealingClosed'])
    expect(reveal(room, 't1', 50)?.code).toBe('NOT_ASKED')
    all(reveal(room, 't2', 60))
    expect(status(room)).toMatchObject({ team: 't2', levy: 60 })
  })

  test('TIE-7 equal amounts are sealed again, by the equals alone, as often as it takes', () => {
    const room = sealing({}, () => {})
    all(seal(room, 't1', 60), seal(room, 't2', 50), seal(room, 't3', 60))
    all(reveal(room, 't1', 60), reveal(room, 't2', 50), reveal(room, 't3', 60))
    expect(room.lot.stage).toEqual({
      is: 'sealing',
      round: 2,
      seals: ['t1', 't3'].map((team) => ({ team, commitment: null })),
    })
    expect(room.lot.deadlineMs).toBe(room.nowMs + 60_000)
    expect(seal(room, 't2', 500, 2)?.code).toBe('NOT_ASKED')
    all(seal(room, 't1', 10, 2), seal(room, 't3', 10, 2), reveal(room, 't1', 10, 2), reveal(room, 't3', 10, 2))
    expect(room.lot.stage).toMatchObject({ is: 'sealing', round: 3 })
    all(seal(room, 't1', 9, 3), seal(room, 't3', 8, 3), reveal(room, 't1', 9, 3), reveal(room, 't3', 8, 3))
    expect(status(room)).toMatchObject({ team: 't1', amount: 400, levy: 9, via: 'tiebreak' })
  })
})

describe('the end', () => {
  test('TIE-8 the highest amount wins: the player goes at the last bid, and the amount to the league, beside every purse', () => {
    const room = sealing()
    all(seal(room, 't1', 500), seal(room, 't2', 1_000_000), reveal(room, 't1', 500), reveal(room, 't2', 1_000_000))
    expect(room.entries.at(-1)).toMatchObject({
      type: 'LotSold',
      team: 't2',
      amount: 400,
      levy: 1_000_000,
      via: 'tiebreak',
    })
    expect(status(room)).toMatchObject({ team: 't2', amount: 400, debit: 400, fee: 400, levy: 1_000_000 })
    expect(room.state.teams.t2).toMatchObject({ spent: 400, squad: ['p1'] })
    expect(room.state.lastLot).toMatchObject({
      sold: { team: 't1' },
      sale: { team: 't2', amount: 400, via: 'tiebreak' },
    })
  })

  const former = (team: string) => (room: Room) =>
    poorer(room).does({ type: 'SetFormerTeams', players: [{ player: 'p1', team }] })

  test('TIE-8 then the last bid may be matched, and the amount is owed only by its winner', () => {
    const won = () => {
      const room = sealing({ match: OPEN_MATCH }, former('t1'))
      all(seal(room, 't1', 50), seal(room, 't2', 60), reveal(room, 't1', 50), reveal(room, 't2', 60))
      expect(room.entries.at(-1)).toMatchObject({
        ...{ type: 'MatchOffered', holder: 't1', leader: 't2', amount: 400, levy: 60 },
      })
      return room
    }
    const claimed = won()
    claimed.does({ type: 'ClaimMatch', lot: 1, term: null, floorTeam: 't1' })
    expect(status(claimed)).toMatchObject({ team: 't1', amount: 400, levy: 0, via: 'match' })
    const left = won()
    left.does({ type: 'DeclineMatch', lot: 1, floorTeam: 't1' })
    expect(status(left)).toMatchObject({ team: 't2', amount: 400, levy: 60, via: 'tiebreak' })
  })

  test('TIE-8 a holder that wins the tie-break needs no card', () => {
    const room = sealing({ match: OPEN_MATCH }, former('t2'))
    all(seal(room, 't1', 50), seal(room, 't2', 60), reveal(room, 't1', 50), reveal(room, 't2', 60))
    expect(status(room)).toMatchObject({ team: 't2', levy: 60, via: 'tiebreak' })
  })

  describe('where the right to match comes first', () => {
    const asked = (rules: Partial<RuleSet> = {}) => {
      const tieBreak = { inviteMs: 20_000, sealMs: 60_000, revealMs: 30_000, afterMatch: true }
      const room = tied({ match: OPEN_MATCH, tieBreak, ...rules }, former('t2'))
      expect(hammer(room)).toBeNull()
      return room
    }
    const decline = (room: Room) => room.ask({ type: 'DeclineMatch', lot: 1, floorTeam: 't2' })

    test('TIE-11 the tie-break begins once the price is not matched, and its winner buys', () => {
      const room = asked()
      expect(types(room, 1)).toEqual(['MatchOffered'])
      expect(decline(room)).toBeNull()
      expect(types(room, 2)).toEqual(['MatchDeclined', 'TieBreakOffered'])
      all(join(room, 't2'), seal(room, 't1', 50), seal(room, 't2', 60), reveal(room, 't1', 50), reveal(room, 't2', 60))
      expect(types(room, 1)).toEqual(['LotSold'])
      expect(status(room)).toMatchObject({ team: 't2', amount: 400, levy: 60, via: 'tiebreak' })
    })

    test('TIE-11 a price that is matched, or raised, is beyond any tie-break', () => {
      const kept = asked()
      all(kept.ask({ type: 'ClaimMatch', lot: 1, term: null, floorTeam: 't2' }))
      expect(status(kept)).toMatchObject({ team: 't2', amount: 400, levy: 0, via: 'match' })
      const raised = asked({ match: { ...OPEN_MATCH, raiseGrid: 5 }, ladder: [{ from: 0, step: 500 }], purse: 440 })
      all(raised.ask({ type: 'ClaimMatch', lot: 1, term: null, floorTeam: 't2' }))
      all(raised.ask({ type: 'RaiseMatch', lot: 1, amount: 440, floorTeam: 't1' }), decline(raised))
      expect(status(raised)).toMatchObject({ team: 't1', amount: 440, levy: 0, via: 'hammer' })
    })

    test('TIE-11 where nobody may match, the tie-break follows the hammer', () => {
      const room = asked({ match: { ...OPEN_MATCH, cardsByRetained: [0] } })
      expect(types(room, 1)).toEqual(['TieBreakOffered'])
    })
  })

  test('TIE-9 where nobody seals, or nobody reveals, the leader buys and owes nothing more', () => {
    const nobodySeals = sealing()
    all(timeUp(nobodySeals))
    expect(types(nobodySeals, 2)).toEqual(['SealingClosed', 'LotSold'])
    expect(status(nobodySeals)).toMatchObject({ team: 't1', amount: 400, levy: 0, via: 'hammer' })
    const nobodyReveals = sealing()
    all(seal(nobodyReveals, 't1', 50), seal(nobodyReveals, 't2', 60), timeUp(nobodyReveals))
    expect(types(nobodyReveals, 3)).toEqual(['AmountLapsed', 'AmountLapsed', 'LotSold'])
    expect(status(nobodyReveals)).toMatchObject({ team: 't1', amount: 400, levy: 0 })
  })

  test('TIE-10 on a board, money that is bid elsewhere meanwhile keeps a team out', () => {
    const room = scheduledRoom({ ...TIE, openLots: 2, bidsDecidedBy: 'core' })
    const bid = (lot: number, team: string, amount: number) =>
      room.ask({ type: 'PlaceBid', lot, amount, floorTeam: team })
    room.does({ type: 'StartAuction' }, { type: 'OpenLot', player: 'p1' }, { type: 'OpenLot', player: 'p2' })
    all(bid(1, 't1', 400))
    room.does({ type: 'Hammer', lot: 1, bid: room.state.board[0]?.bids.at(-1)?.seq ?? 0 })
    all(join(room, 't2'), bid(2, 't3', 20))
    expect(bid(2, 't2', 30)?.code).toBe('LIMIT_EXCEEDED')
    expect(join(room, 't3')?.code).toBe('LIMIT_EXCEEDED')
    all(join(room, 't3', false))
  })
})
