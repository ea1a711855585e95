import { expect, it } from 'vitest'
import { contentSecurityPolicy, payPlaces } from './csp.ts'

const policy = (...key: Parameters<typeof payPlaces>) => {
  const text = contentSecurityPolicy('n', 'http://localhost:3001', payPlaces(...key), false)
  return Object.fromEntries(text.split('; ').map((rule) => [rule.split(' ')[0], rule.split(' ').slice(1)]))
}
const SELF = "'self'"

it('GATEWAY-10 forms and requests lead to Gavel alone, and to Stripe where people pay there', () => {
  const none = policy(undefined, undefined)
  expect([none['form-action'], none['frame-src']]).toEqual([[SELF], [SELF]])
  expect(none['connect-src']).toEqual([SELF, 'http://localhost:3001', 'ws://localhost:3001'])
  const real = policy('sk_live_51Habc', undefined)
  expect(real['form-action']).toEqual([SELF, 'https://checkout.stripe.com'])
  expect(real['connect-src']).toContain('https://api.stripe.com')
  expect(real['frame-src']).toContain('https://js.stripe.com')
  const here = policy('sk_test_here1', 'http://localhost:3027/')
  expect(here['form-action']).toEqual([SELF, 'http://localhost:3027'])
  expect(here['connect-src']).toContain('http://localhost:3027')
  expect(here['frame-src']).toEqual([SELF, 'http://localhost:3027'])
  expect(JSON.stringify(here)).not.toContain('stripe.com')
  // Stripe's script comes by the nonce of the one that loads it, so no page trusts whatever else lies beside it there.
  for (const { 'script-src': scripts } of [none, real, here])
    expect(scripts).toEqual([SELF, "'nonce-n'", "'strict-dynamic'"])
})
