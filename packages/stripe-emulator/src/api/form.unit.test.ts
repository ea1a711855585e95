import { expect, test } from 'vitest'
import { parseForm } from './form.ts'

test('STRIPE-4 nested parameters are read as Stripe nests them', () => {
  const form = new URLSearchParams([
    ['mode', 'payment'],
    ['line_items[0][price_data][currency]', 'inr'],
    ['line_items[0][quantity]', '2'],
    ['line_items[1][quantity]', '1'],
    ['expand[]', 'a'],
    ['expand[]', 'b.c'],
    ['metadata[7]', 'seven'],
  ])
  expect(parseForm(form.toString())).toEqual({
    mode: 'payment',
    line_items: [{ price_data: { currency: 'inr' }, quantity: '2' }, { quantity: '1' }],
    expand: ['a', 'b.c'],
    metadata: { 7: 'seven' },
  })
})

test('STRIPE-4 names that make no sense harm nothing', () => {
  expect(parseForm('__proto__[a]=1&a[__proto__][b]=2')).toEqual({})
  expect(parseForm('a=1&a[b]=2')).toEqual({ a: { b: '2' } })
  expect(parseForm('?limit=3')).toEqual({ limit: '3' })
  expect(Object.keys({})).toEqual([])
})
