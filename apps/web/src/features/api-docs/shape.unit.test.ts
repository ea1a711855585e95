import { expect, test } from 'vitest'
import { shapeOf } from './shape.ts'

test('REST-7 a shape is written as people read it', () => {
  const schema = {
    type: 'object',
    properties: {
      name: { type: 'string', description: 'Of the team.' },
      price: { anyOf: [{ type: 'integer' }, { type: 'null' }] },
      is: { type: 'string', enum: ['sold', 'unsold'] },
      bids: { type: 'array', items: { type: 'object', properties: { team: { type: 'string' } }, required: ['team'] } },
      marks: { type: 'array', items: { anyOf: [{ type: 'string' }, { type: 'number' }] } },
      stats: { type: 'object', additionalProperties: { type: 'string' } },
      any: {},
    },
    required: ['name', 'price', 'is', 'bids'],
  }
  expect(shapeOf(schema)).toBe(`{
  name: string  // Of the team.
  price: number | null
  is: "sold" | "unsold"
  bids: {
    team: string
  }[]
  marks?: (string | number)[]
  stats?: {
    [name]: string
  }
  any?: anything
}`)
})
