// Properties of every auction, over random commands.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Audience, entryFor, stateFor } from './audience.ts'
import { fold } from './evolve.ts'
import { type Room, SMALL_RULES, scheduledRoom } from './given.ts'
import { hotFields } from './hot.ts'
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
    'edit',
    'remove',
    'arrange',
    'names',
    'announce',
  ),
  team: fc.integer({ min: 1, max: 3 }),
  player: fc.integer({ min: 1, max: 6 }),
  by: fc.integer({ min: 0, max: 60 }),
})

const setup = fc.record({
  kind: fc.constantFrom(
    'retain',
    'removeTeam',
    'purse',
    'rules',
    'edit',
    'remove',
    'arrange',
    'move',
    'names',
    'announce',
  ),
  team: fc.integer({ min: 1, max: 3 }),
  player: fc.integer({ min: 1, max: 6 }),
  by: fc.integer({ min: 0, max: 60 }),
})
/** Before the start, and after it. */
const night = fc.record({
  setups: fc.array(setup, { maxLength: 12 }),
  acts: fc.array(act, { maxLength: 120 }),
})

type Of<T> = T extends fc.Arbitrary<infer V> ? V : never
type Act = Of<typeof act>
type Setup = Of<typeof setup>

function prepare(room: Room, { kind, team, player, by }: Setup) {
  switch (kind) {
    case 'retain':
      return room.ask({ type: 'RetainPlayer', player: `p${player}`, team: `t${team}`, amount: 20 + by })
    case 'removeTeam':
      return room.ask({ type: 'RemoveTeam', team: `t${team}` })
    case 'purse':
      return room.ask({ type: 'SetPurse', team: `t${team}`, purse: by * 10 })
    case 'rules':
      return room.ask({
        type: 'ChangeRules',
        rules: { ...SMALL_RULES, purse: 100 + by * 10, squad: { min: 1, max: 1 + team }, overseasMax: by % 2 },
      })
    case 'move':
      return room.ask({ type: 'MovePlayer', player: `p${player}`, set: `s${team}`, before: null })
    default:
      return change(room, kind, player, by)
  }
}

/** What may be done to the pool and its names, and said, before the start and after it. */
function change(room: Room, kind: 'edit' | 'remove' | 'arrange' | 'names' | 'announce', player: number, by: number) {
  switch (kind) {
    case 'edit':
      return room.ask({
        type: 'EditPlayer',
        player: `p${player}`,
        base: 20 + by,
        overseas: [true, false, null][by % 3] ?? null,
      })
    case 'remove':
      return room.ask({ type: 'RemovePlayers', players: [`p${player}`, ...(by % 3 ? [] : [`p${1 + (by % 6)}`])] })
    case 'arrange': {
      const ids = Object.keys(room.state.players)
      const at = by % (ids.length + 1)
      const sets = [
        { id: 's2', players: ids.slice(at).reverse() },
        { id: 's1', players: ids.slice(0, at) },
      ]
      return room.ask({ type: 'ArrangePool', sets })
    }
    case 'names':
      return room.ask({ type: 'NoteNames' })
    case 'announce':
      return room.ask({ type: 'Announce', words: by % 3 ? `Words of ${player}` : null })
    default:
      return kind satisfies never
  }
}

function play({ setups, acts }: { setups: Setup[]; acts: Act[] }) {
  const room = scheduledRoom({ purse: 400 })
  for (const before of setups) prepare(room, before)
  room.ask({ type: 'StartAuction' })
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
      default:
        change(room, kind, player, by)
    }
  }
  return room
}

test('PURSE-1, SQUAD-1, SQUAD-5 no purse is ever negative, no squad too large, no player held twice', () => {
  fc.assert(
    fc.property(night, (acts) => {
      const { state } = play(acts)
      const held = Object.values(state.teams).flatMap((t) => t.squad)
      expect(new Set(held).size).toBe(held.length)
      for (const team of Object.values(state.teams)) {
        const paid = team.squad
          .map((id) => state.players[id]?.status)
          .map((s) => (s?.is === 'sold' || s?.is === 'retained' ? s.amount : 0))
        expect(team.spent).toBe(paid.reduce((a, b) => a + b, 0))
        expect(team.spent).toBeLessThanOrEqual(team.purse)
        expect(team.squad.length).toBeLessThanOrEqual(state.rules.squad.max)
        expect(team.overseas).toBeLessThanOrEqual(state.rules.overseasMax ?? Number.POSITIVE_INFINITY)
      }
    }),
    { numRuns: 500 },
  )
})

test('POOL-2, ORDER-3, ROOM-4 the running order names every player once, in the player’s own set, and every paddle a team', () => {
  fc.assert(
    fc.property(night, (acts) => {
      const { state } = play(acts)
      expect(state.sets.flatMap((set) => set.players).toSorted()).toEqual(Object.keys(state.players).toSorted())
      for (const set of state.sets) for (const id of set.players) expect(state.players[id]?.set).toBe(set.id)
      for (const team of Object.values(state.paddles)) expect(state.teams).toHaveProperty(team)
      const paddles = Object.keys(hotFields(state)).filter((field) => field.startsWith('p:'))
      expect(paddles.toSorted()).toEqual(
        Object.keys(state.paddles)
          .map((user) => `p:${user}`)
          .toSorted(),
      )
    }),
    { numRuns: 300 },
  )
})

test('the fold of the log is the state, from the start and from any snapshot on the way', () => {
  fc.assert(
    fc.property(night, fc.nat(), (acts, at) => {
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
    fc.property(night, fc.constantFrom<Audience>('auctioneer', 'paddle', 'public'), (acts, audience) => {
      const { entries, state } = play(acts)
      const seen = entries.map((e) => entryFor(audience, e))
      expect(fold(seen)).toEqual(stateFor(audience, state))
      if (audience === 'auctioneer') return
      const text = JSON.stringify([seen, stateFor(audience, state)])
      expect(text).not.toMatch(/"u[1-6]"/)
    }),
    { numRuns: 200 },
  )
})

test('a fold uses up nothing that it was given', () => {
  fc.assert(
    fc.property(night, fc.nat(), (acts, at) => {
      const { entries } = play(acts)
      const from = fold(entries.slice(0, 1 + (at % entries.length)))
      const before = structuredClone(from)
      fold(entries.slice(from?.seq), from)
      expect(from).toEqual(before)
    }),
    { numRuns: 100 },
  )
})
