import { expect, test } from 'vitest'
import { parseMap, parseOnly, parseSpeed } from './options.ts'

test('LIST-2 --map takes several fields, several times, and columns with commas', () => {
  expect(parseMap('name=Player, base=Reserve Price, INR,team=#3', { age: 'Years' })).toEqual({
    age: 'Years',
    name: 'Player',
    base: 'Reserve Price, INR',
    team: '#3',
  })
})

test.each(['name', '=Player', 'name=', 'nickname=Player'])('LIST-2 --map refuses “%s”', (value) => {
  expect(() => parseMap(value)).toThrow()
})

test('REHEARSE-6 --speed is max or a number above 0; --only is Column=Value', () => {
  expect([parseSpeed('max'), parseSpeed('2.5')]).toEqual([Number.POSITIVE_INFINITY, 2.5])
  expect(() => parseSpeed('0')).toThrow()
  expect(parseOnly('Auction Year=2018')).toEqual({ column: 'Auction Year', value: '2018' })
  expect(() => parseOnly('2018')).toThrow()
})
