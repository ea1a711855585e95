// Properties of every auction, over random commands.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Audience, entryFor, stateFor } from './audience.ts'
import { fold } from './evolve.ts'
import { runningRoom } from './given.ts'
import { minimumBid } from './next.ts'

const act = fc.record({
  kind: fc.constantFrom(
    'open',
    'bid',
    'bid',
    'bid',
    'bid',
    'jump',
    'hammer',
    'hammer',
    'pass',
    'retract',
    'recall',
    'pause',
    'hold',
    'grant',
    'withdraw',
  ),
  team: fc.integer({ min: 1, max: 3 }),
  player: fc.integer({ min: 1, max: 6 }),
  by: fc.integer({ min: 0, max: 60 }),
})

type Act = typeof act extends fc.Arbitrary<infer T> ? T : never

function play(acts: Act[]) {
  const room = runningRoom({ purse: 400 })
  for (const { kind, team, player, by } of acts) {
    const lot = room.state.lot
    const bid = lot?.bids.at(-1)?.seq ?? 0
    const n = lot?.lot ?? 0
    const minimum = lot ? minimumBid(room.state.rules, lot) : 20
    room.nowMs += by * 10
    switch (kind) {
      case 'open':
        room.ask({ type: 'OpenLot', player: `p${player}` })
        break
      case 'bid':
        room.ask({ type: 'PlaceBid', lot: n, amount: minimum, floorTeam: `t${team}` })
        break
      case 'jump':
        room.ask({ type: 'PlaceBid', lot: n, amount: minimum + by * 5, floorTeam: `t${team}` })
        break
      case 'hammer':
        room.ask({ type: 'Hammer', lot: n, bid })
        break
      case 'pass':
        room.ask({ type: 'PassLot', lot: n })
        break
      case 'retract':
        room.ask({ type: 'RetractBid', lot: n, bid })
        break
      case 'recall':
        room.ask({ type: 'RecallPlayers', players: [`p${player}`] })
        break
      case 'pause':
        room.ask(room.state.phase.is === 'paused' ? { type: 'ResumeAuction' } : { type: 'PauseAuction', message: '' })
        break
      case 'hold':
        room.ask({ type: 'HoldLot', lot: n })
        break
      case 'grant':
        room.ask({ type: 'GrantPaddle', user: `u${player}`, team: `t${team}` })
        break
      case 'withdraw':
        room.ask({ type: 'WithdrawPlayer', player: `p${player}` })
        break
    }
  }
  return room
}

test('PURSE-1, SQUAD-1, SQUAD-5 no purse is ever negative, no squad too large, no player held twice', () => {
  fc.assert(
    fc.property(fc.array(act, { maxLength: 120 }), (acts) => {
      const { state } = play(acts)
      const held = Object.values(state.teams).flatMap((t) => t.squad)
      expect(new Set(held).size).toBe(held.length)
      for (const team of Object.values(state.teams)) {
        const paid = team.squad.map((id) => state.players[id]?.status).map((s) => (s?.is === 'sold' ? s.amount : 0))
        expect(team.spent).toBe(paid.reduce((a, b) => a + b, 0))
        expect(team.spent).toBeLessThanOrEqual(team.purse)
        expect(team.squad.length).toBeLessThanOrEqual(state.rules.squad.max)
        expect(team.overseas).toBeLessThanOrEqual(state.rules.overseasMax ?? Number.POSITIVE_INFINITY)
      }
    }),
    { numRuns: 500 },
  )
})

test('the fold of the log is the state, from the start and from any snapshot on the way', () => {
  fc.assert(
    fc.property(fc.array(act, { maxLength: 80 }), fc.nat(), (acts, at) => {
      const { entries, state } = play(acts)
      const cut = at % entries.length
      expect(fold(entries)).toEqual(state)
      expect(fold(entries.slice(cut), fold(entries.slice(0, cut)))).toEqual(state)
    }),
    { numRuns: 200 },
  )
})

test('AUD-1, AUD-2 what an audience is given equals the fold of what it sees, and names no person', () => {
  fc.assert(
    fc.property(
      fc.array(act, { maxLength: 80 }),
      fc.constantFrom<Audience>('auctioneer', 'paddle', 'public'),
      (acts, audience) => {
        const { entries, state } = play(acts)
        const seen = entries.map((e) => entryFor(audience, e))
        expect(fold(seen)).toEqual(stateFor(audience, state))
        if (audience === 'auctioneer') return
        const text = JSON.stringify([seen, stateFor(audience, state)])
        expect(text).not.toMatch(/"u[1-6]"/)
      },
    ),
    { numRuns: 200 },
  )
})

test('a fold uses up nothing that it was given', () => {
  fc.assert(
    fc.property(fc.array(act, { maxLength: 40 }), fc.nat(), (acts, at) => {
      const { entries } = play(acts)
      const from = fold(entries.slice(0, 1 + (at % entries.length)))
      const before = structuredClone(from)
      fold(entries.slice(from?.seq), from)
      expect(from).toEqual(before)
    }),
    { numRuns: 100 },
  )
})
