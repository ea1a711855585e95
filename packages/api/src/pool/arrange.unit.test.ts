import { type AuctionState, type Player, RECALL_SET } from '@gavel/auction'
import { expect, test } from 'vitest'
import { type ArrangeRule, arrangePool } from './arrange.ts'

type Given = Partial<Pick<Player, 'base' | 'status' | 'timesCalled'>> & { set: string; role?: string; listed?: string }

/** A pool whose players stand in their sets in the order given. */
const pool = (given: Record<string, Given>) => {
  const players = Object.fromEntries(
    Object.entries(given).map(([id, { role: _, listed: __, ...said }]): [string, Player] => [
      id,
      {
        ...{ id, base: 1, status: { is: 'waiting' }, timesCalled: 0, overseas: null },
        ...{ categories: [], formerTeam: null, ...said },
      },
    ]),
  )
  const sets = [...Map.groupBy(Object.values(players), (p) => p.set)].map(([id, all]) => ({
    id,
    players: all.map((p) => p.id),
  }))
  const named = Object.entries(given).map(([playerId, { set, role = '', listed }]) => ({
    playerId,
    name: playerId,
    role,
    set: listed ?? set,
  }))
  return (rule: ArrangeRule, state: Pick<AuctionState, 'players' | 'sets'> = { players, sets }) =>
    arrangePool(state, named, [], rule).map(({ id, players }) => `${id}: ${players.join(' ')}`)
}

test('ARRANGE-1 by base price and by name, within each set', () => {
  const arranged = pool({
    Zoe: { set: 'm1', base: 5 },
    Ann: { set: 'm1', base: 9 },
    'Bea 10': { set: 'm2', base: 1 },
    'Bea 9': { set: 'm2', base: 1 },
    Éva: { set: 'm2', base: 3 },
  })
  expect(arranged({ by: 'base' })).toEqual(['m1: Ann Zoe', 'm2: Éva Bea 10 Bea 9'])
  expect(arranged({ by: 'name' })).toEqual(['m1: Ann Zoe', 'm2: Bea 9 Bea 10 Éva'])
})

test('ARRANGE-1 by role makes a set for each, in the order in which leagues call them', () => {
  const arranged = pool({
    a: { set: 'x', role: 'Bowler' },
    b: { set: 'y', role: 'Batter' },
    c: { set: 'x', role: 'Mascot' },
    d: { set: 'y', role: 'Bowler' },
    e: { set: 'x', role: 'All-rounder' },
  })
  expect(arranged({ by: 'role' })).toEqual(['batters: b', 'all-rounders: e', 'bowlers: a d', 'others: c'])
})

test('ARRANGE-1 by set puts everybody back where the list has them, in its order', () => {
  const arranged = pool({
    a: { set: 'late', listed: 'M1' },
    b: { set: 'm2', listed: 'M2' },
    c: { set: 'late', listed: 'M1' },
  })
  expect(arranged({ by: 'set' })).toEqual(['m1: a c', 'm2: b'])
})

test('ARRANGE-2 a draw is the same for the same seed, another for another, and holds everybody', () => {
  const ids = Array.from({ length: 40 }, (_, n) => `p${n}`)
  const arranged = pool(Object.fromEntries(ids.map((id, n) => [id, { set: n < 20 ? 'one' : 'two' }])))
  const first = arranged({ by: 'shuffle', whole: false, seed: 'seed1' })
  expect(arranged({ by: 'shuffle', whole: false, seed: 'seed1' })).toEqual(first)
  expect(arranged({ by: 'shuffle', whole: false, seed: 'seed2' })).not.toEqual(first)
  expect(first[0]?.split(' ').slice(1).toSorted()).toEqual(ids.slice(0, 20).toSorted())
  const [whole, ...rest] = arranged({ by: 'shuffle', whole: true, seed: 'seed1' })
  expect(rest).toEqual([])
  expect(whole?.split(' ').slice(1).toSorted()).toEqual(ids.toSorted())
  // Anybody can make the draw again: SHA-256 of seed, colon and the player's id, ascending.
  expect(
    pool({ a: { set: 's' }, b: { set: 's' }, c: { set: 's' } })({ by: 'shuffle', whole: true, seed: 'moon' }),
  ).toEqual(['pool: a c b'])
})

test('ARRANGE-3 whoever was called, retained, withdrawn or recalled keeps the set and comes before the others of it', () => {
  const arranged = pool({
    Old: {
      set: 'gone',
      status: { is: 'sold', team: 't', amount: 5, debit: 5, fee: 5, levy: 0, lot: 1, via: 'hammer' },
      timesCalled: 1,
    },
    Zed: { set: 'm1', base: 1 },
    Kept: { set: 'm1', base: 1, status: { is: 'retained', team: 't', amount: 5, debit: 5 } },
    Ann: { set: 'm1', base: 7 },
    Back: { set: RECALL_SET, timesCalled: 1 },
    Again: { set: RECALL_SET, timesCalled: 1 },
  })
  expect(arranged({ by: 'base' })).toEqual(['gone: Old', 'm1: Kept Ann Zed', `${RECALL_SET}: Back Again`])
  expect(arranged({ by: 'role' })).toEqual(['gone: Old', 'm1: Kept', 'others: Zed Ann', `${RECALL_SET}: Back Again`])
  expect(arranged({ by: 'shuffle', whole: true, seed: 'abcd' }).at(-1)).toBe(`${RECALL_SET}: Back Again`)
})
