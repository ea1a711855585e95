import { expect, test } from 'vitest'
import { consequences } from './consequences.ts'
import { correctionRefusal } from './decide-corrections.ts'
import { fold } from './evolve.ts'
import { type Room, runningRoom } from './given.ts'

const sell = (room: Room, player: string, ...bids: [team: string, amount: number][]) => {
  room.does({ type: 'OpenLot', player })
  for (const [team, amount] of bids) expect(room.bid(team, amount)).toBeNull()
  return room.does({ type: 'Hammer', lot: room.lot.lot, bid: room.lot.bids.at(-1)?.seq ?? 0 })
}
const propose = (player: string, to: { team: string; amount: number } | null, by = 'organiser') =>
  ({ type: 'ProposeCorrection', player, to, reason: 'misheard', by }) as const
const approve = (room: Room, by = 'umpire') =>
  ({ type: 'ApproveCorrection', correction: room.state.corrections[0]?.id ?? 0, by }) as const
const correct = (room: Room, player: string, to: { team: string; amount: number } | null) => {
  room.does(propose(player, to))
  return room.does(approve(room))
}
const team = (room: Room, id: string) => room.state.teams[id]

test('CORRECT-1 a sale is corrected to another team, another price or void, in every phase after the start', () => {
  const room = sell(runningRoom(), 'p1', ['t1', 100])
  correct(room, 'p1', { team: 't1', amount: 150 })
  expect(team(room, 't1')?.spent).toBe(150)
  correct(room.does({ type: 'PauseAuction', message: '' }), 'p1', { team: 't2', amount: 150 })
  expect(team(room, 't2')?.squad).toEqual(['p1'])
  correct(room.does({ type: 'EndAuction' }), 'p1', null)
  expect(room.state.players.p1?.status.is).toBe('unsold')
})

test('CORRECT-1 nothing else is a correction', () => {
  const room = sell(runningRoom(), 'p1', ['t1', 100])
  const asked = (player: string, to: { team: string; amount: number } | null) => room.ask(propose(player, to))?.code
  expect(asked('nobody', null)).toBe('UNKNOWN_PLAYER')
  expect(asked('p2', null)).toBe('NOT_SOLD')
  expect(asked('p1', { team: 't9', amount: 100 })).toBe('UNKNOWN_TEAM')
  expect(asked('p1', { team: 't2', amount: 0.5 })).toBe('BAD_AMOUNT')
  expect(asked('p1', { team: 't1', amount: 100 })).toBe('NOTHING_CHANGES')
  room.does(propose('p1', null))
  expect(asked('p1', { team: 't2', amount: 100 })).toBe('DUPLICATE')
  expect(runningRoom().ask({ type: 'DropCorrection', correction: 1 })?.code).toBe('UNKNOWN_CORRECTION')
})

test('CORRECT-2 a second person approves, once', () => {
  const room = sell(runningRoom(), 'p1', ['t1', 100])
  room.does(propose('p1', { team: 't2', amount: 100 }))
  const first = room.state.corrections[0]
  expect(first).toMatchObject({ player: 'p1', to: { team: 't2', amount: 100 }, reason: 'misheard', by: 'organiser' })
  expect(room.ask(approve(room, 'organiser'))?.code).toBe('SAME_PERSON')
  const again = approve(room)
  room.does(again)
  expect(room.ask(again)?.code).toBe('UNKNOWN_CORRECTION')
  room.does(propose('p1', null))
  expect(room.state.corrections[0]?.id).not.toBe(first?.id)
  room.does({ type: 'DropCorrection', correction: room.state.corrections[0]?.id ?? 0 })
  expect(room.state.corrections).toEqual([])
})

test('CORRECT-3 money and squads move, and everything after the sale stays', () => {
  const room = sell(runningRoom(), 'p1', ['t1', 100])
  sell(room, 'p2', ['t1', 20], ['t2', 40])
  correct(room.does({ type: 'EndAuction' }), 'p1', { team: 't2', amount: 90 })
  expect(team(room, 't1')).toMatchObject({ spent: 0, squad: [] })
  expect(team(room, 't2')).toMatchObject({ spent: 130, squad: ['p2', 'p1'] })
  expect(room.state.players.p1?.status).toEqual({
    ...{ is: 'sold', team: 't2', amount: 90, debit: 90, fee: 90, levy: 0, lot: 1, via: 'correction' },
  })
  expect(fold(room.entries)).toEqual(room.state)
})

test('CORRECT-3 the player of a void sale is unsold and may be recalled', () => {
  const room = sell(runningRoom(), 'p5', ['t1', 100])
  expect(team(room, 't1')?.overseas).toBe(1)
  correct(room.does({ type: 'PauseAuction', message: '' }), 'p5', null)
  expect(room.state.players.p5?.status).toEqual({ is: 'unsold', lot: 1 })
  expect(team(room, 't1')).toMatchObject({ spent: 0, squad: [], overseas: 0 })
  room.does({ type: 'ResumeAuction' }, { type: 'RecallPlayers', players: ['p5'] }, { type: 'OpenLot', player: 'p5' })
})

test('CORRECT-4 what cannot be true now is refused, and what the minimum squad needs is not asked', () => {
  const room = sell(runningRoom(), 'p1', ['t1', 100])
  expect(room.ask(propose('p1', { team: 't2', amount: 1_001 }))).toEqual({
    ...{ code: 'LIMIT_EXCEEDED', detail: { limit: 1_000, open: 0 } },
  })
  room.does(propose('p1', { team: 't2', amount: 1_000 }))
  // Between the proposal and its approval the team leads elsewhere: that money is spoken for.
  room.does({ type: 'OpenLot', player: 'p2' })
  expect(room.bid('t2', 20)).toBeNull()
  expect(room.ask(approve(room))).toEqual({ code: 'LIMIT_EXCEEDED', detail: { limit: 980, open: 0 } })
  expect(room.bid('t3', 30)).toBeNull()
  room.does(approve(room))
  expect(team(room, 't2')?.spent).toBe(1_000)
})

test('CORRECT-4 a full squad or category takes nobody', () => {
  const room = sell(runningRoom({ squad: { min: 1, max: 1 } }), 'p1', ['t1', 100])
  sell(room, 'p5', ['t2', 20])
  expect(correctionRefusal(room.state, { player: 'p1', to: { team: 't2', amount: 10 } })?.code).toBe('SQUAD_FULL')
  // Its own place is free once the sale is taken back.
  expect(correctionRefusal(room.state, { player: 'p1', to: { team: 't1', amount: 10 } })).toBeNull()
  const abroad = sell(sell(runningRoom({ overseasMax: 0 }), 'p1', ['t1', 20]), 'p6', ['t1', 20])
  abroad.does({ type: 'PauseAuction', message: '' })
  expect(correctionRefusal(abroad.state, { player: 'p6', to: { team: 't2', amount: 10 } })).toBeNull()
})

test('CORRECT-5 fee and levy follow the corrected price', () => {
  const feeCap = { category: 'overseas', amount: 60 }
  const room = sell(runningRoom({ feeCap }), 'p5', ['t1', 100])
  expect(room.state.players.p5?.status).toMatchObject({ amount: 100, debit: 100, fee: 60, levy: 40 })
  correct(room, 'p5', { team: 't1', amount: 70 })
  expect(room.state.players.p5?.status).toMatchObject({ amount: 70, debit: 70, fee: 60, levy: 10 })
})

test('CORRECT-6 later bids that would have been illegal are listed with remedies', () => {
  const room = sell(runningRoom(), 'p1', ['t1', 100])
  sell(room, 'p2', ['t2', 300], ['t1', 800])
  const found = consequences(room.entries, { player: 'p1', to: { team: 't1', amount: 300 } })
  expect(found).toMatchObject([
    {
      ...{ lot: 2, player: 'p2', team: 't1', amount: 800, bought: true },
      refusal: { code: 'LIMIT_EXCEEDED', detail: { limit: 700 } },
      remedies: [{ is: 'raise_purse', team: 't1', by: 100 }, { is: 'void_sale', player: 'p2' }, { is: 'let_it_stand' }],
    },
  ])
  // Replaying changes nothing of what was.
  expect(fold(room.entries)).toEqual(room.state)
})

test('CORRECT-6 a bid that somebody outbid is listed too, a lawful one is not', () => {
  const room = sell(runningRoom(), 'p1', ['t1', 100])
  sell(room, 'p2', ['t2', 900], ['t3', 950])
  const found = consequences(room.entries, { player: 'p1', to: { team: 't2', amount: 200 } })
  expect(found).toMatchObject([{ team: 't2', amount: 900, bought: false }])
  expect(found[0]?.remedies.map(({ is }) => is)).toEqual(['raise_purse', 'let_it_stand'])
  expect(consequences(room.entries, { player: 'p1', to: null })).toEqual([])
  expect(consequences(room.entries, { player: 'p4', to: null })).toEqual([])
})

test('CORRECT-6 a second correction of the same sale is judged by the log as it was', () => {
  const room = sell(runningRoom(), 'p1', ['t1', 100])
  sell(room, 'p2', ['t1', 800])
  correct(room, 'p1', { team: 't2', amount: 100 })
  expect(consequences(room.entries, { player: 'p1', to: { team: 't1', amount: 300 } })).toMatchObject([
    { team: 't1', amount: 800 },
  ])
})
