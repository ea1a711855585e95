import { describe, expect, it } from 'vitest'
import { beforeAt, isSameOrder, withPlayerMoved, withSetMoved, withSetRenamed } from './order-model.ts'

const sets = [
  { id: 's1', name: 'First', players: ['a', 'b', 'c'] },
  { id: 's2', name: 'Second', players: ['d'] },
]
const shape = (order: typeof sets) => order.map(({ id, players }) => `${id}: ${players.join('')}`)

describe('the running order on the screen', () => {
  it('PLAYERS-5 moves a player within the set, and to its end', () => {
    expect(shape(withPlayerMoved(sets, 'c', { id: 's1', name: 'First' }, 'a'))).toEqual(['s1: cab', 's2: d'])
    expect(shape(withPlayerMoved(sets, 'a', { id: 's1', name: 'First' }, null))).toEqual(['s1: bca', 's2: d'])
  })

  it('PLAYERS-5 moves a player into another set, and into a new one', () => {
    expect(shape(withPlayerMoved(sets, 'b', { id: 's2', name: 'Second' }, 'd'))).toEqual(['s1: ac', 's2: bd'])
    expect(shape(withPlayerMoved(sets, 'd', { id: 's3', name: 'Third' }, null))).toEqual(['s1: abc', 's2: ', 's3: d'])
  })

  it('PLAYERS-5 moves and renames sets', () => {
    expect(shape(withSetMoved(sets, 's2', 's1'))).toEqual(['s2: d', 's1: abc'])
    expect(shape(withSetMoved(sets, 's1', null))).toEqual(['s2: d', 's1: abc'])
    expect(shape(withSetMoved(sets, 'gone', null))).toEqual(shape(sets))
    expect(withSetRenamed(sets, 's2', 'Last')[1]?.name).toBe('Last')
  })

  it('PLAYERS-5 knows what a thing then stands before', () => {
    expect(beforeAt(['a', 'b', 'c'], 0, 1)).toBe('c')
    expect(beforeAt(['a', 'b', 'c'], 0, 2)).toBeNull()
    expect(beforeAt(['a', 'b', 'c'], 2, 0)).toBe('a')
  })

  it('PLAYERS-5 tells orders apart, whatever the sets are called', () => {
    expect(isSameOrder(sets, withSetRenamed(sets, 's1', 'Other'))).toBe(true)
    expect(isSameOrder(sets, withSetMoved(sets, 's2', 's1'))).toBe(false)
  })
})
