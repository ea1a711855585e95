import { expect, it } from 'vitest'
import { profilePaths } from './paths.ts'
import { HERE } from './reach.ts'
import { stripe, wantsStripe } from './stripe.ts'

it('RUN-15 a Stripe stands in on this machine, unless a key of the real one is named or others could open Gavel', () => {
  const hall = { ...HERE, lan: { host: '192.168.1.7', others: [] } }
  expect(wantsStripe({}, HERE)).toBe(true)
  expect(wantsStripe({ STRIPE_SECRET_KEY: '', WEB_URL: 'http://localhost:3000' }, HERE)).toBe(true)
  expect(wantsStripe({ STRIPE_SECRET_KEY: 'sk_test_51Habc' }, HERE)).toBe(false)
  expect(wantsStripe({}, hall)).toBe(false)
  expect(wantsStripe({ WEB_URL: 'https://gavel.example' }, HERE)).toBe(false)
})

it('RUN-15 its keys are this installation’s own, and it tells the web app by this machine’s own name', () => {
  const secrets = {
    ...{ authSecret: 'a', operatorToken: 'o', postgres: 'p', redis: 'r', rabbitmq: 'q', demoPassword: 'd' },
    ...{ stripeKey: '1', stripePublishableKey: '2', stripeWebhooks: '3' },
  }
  const { spec, environment } = stripe(profilePaths('main'), { port: 3027, webPort: 3000 }, secrets, { PATH: 'p' })
  expect(environment).toEqual({
    STRIPE_SECRET_KEY: 'sk_test_here1',
    STRIPE_PUBLISHABLE_KEY: 'pk_test_here2',
    STRIPE_WEBHOOK_SECRET: 'whsec_here3',
    STRIPE_ADDRESS: 'http://localhost:3027',
  })
  expect(spec.args).toContain('http://localhost:3000/api/stripe/webhook')
  expect(spec.env).toEqual({ PATH: 'p', ...environment })
})
