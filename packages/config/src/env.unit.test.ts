import { describe, expect, it } from 'vitest'
import { EnvError, loadEnv, loadEnvPart } from './env.ts'

const complete = {
  DATABASE_URL: 'postgresql://gavel@127.0.0.1:5432/gavel',
  MONGODB_URL: 'mongodb://127.0.0.1:27017/gavel',
  REDIS_LIVE_URL: 'redis://127.0.0.1:6379',
  REDIS_WORK_URL: 'redis://127.0.0.1:6380',
  RABBITMQ_URL: 'amqp://guest:guest@127.0.0.1:5672',
  AUTH_SECRET: 'a-secret-of-enough-length',
  OPERATOR_TOKEN: 'a-token-of-enough-length',
}

describe('loadEnv', () => {
  it('CONFIG-1 reads every setting under its typed name, with defaults for what may be left out', () => {
    expect(loadEnv({ ...complete, PORT: '4000' })).toMatchObject({
      databaseUrl: complete.DATABASE_URL,
      webPort: 4000,
      realtimePort: 3001,
      nodeEnv: 'development',
      logLevel: 'info',
      trustedProxies: 0,
      redisLiveTimeoutMs: 2_000,
      eventCreation: 'granted',
    })
  })

  it('CONFIG-2 names a missing variable in one sentence', () => {
    const { RABBITMQ_URL: _, ...rest } = complete
    expect(() => loadEnv(rest)).toThrow(EnvError)
    expect(() => loadEnv(rest)).toThrow(/^RABBITMQ_URL is not set: [^.]+\.$/)
  })

  it('CONFIG-2 takes an empty variable for a missing one', () => {
    expect(() => loadEnv({ ...complete, AUTH_SECRET: '' })).toThrow(/^AUTH_SECRET is not set/)
    expect(loadEnv({ ...complete, PORT: '' }).webPort).toBe(3000)
  })

  it.each([
    ['DATABASE_URL', 'mysql://x', 'begins with postgresql://'],
    ['PORT', 'http', 'must be a port number'],
    ['PORT', '70000', 'must be a port number'],
    ['AUTH_SECRET', 'short', '16 characters'],
    ['S3_ENDPOINT', 'ftp://pictures', 'begins with http://'],
    ['TRUST_PROXY', 'yes', '0 to 9'],
    ['STRIPE_SECRET_KEY', 'pk_test_51Habc', 'must begin with sk_ or rk_'],
    ['STRIPE_PUBLISHABLE_KEY', 'sk_live_51Habc', 'must begin with pk_'],
    ['STRIPE_WEBHOOK_SECRET', 'abc', 'must begin with whsec_'],
    ['EVENT_CREATION', 'nobody', 'granted or everyone'],
  ])('CONFIG-2 says what is wrong with %s=%s', (name, value, words) => {
    expect(() => loadEnv({ ...complete, [name]: value })).toThrow(words)
    expect(() => loadEnv({ ...complete, [name]: value })).toThrow(new RegExp(`^${name} `))
  })

  it('CONFIG-10 takes the key and the webhook secret of Stripe together, or none of them', () => {
    const key = { STRIPE_SECRET_KEY: 'sk_test_51Habc' }
    const messages = { STRIPE_WEBHOOK_SECRET: 'whsec_abc' }
    expect(() => loadEnv({ ...complete, ...key })).toThrow(
      /^STRIPE_WEBHOOK_SECRET is not set, and STRIPE_SECRET_KEY is/,
    )
    expect(() => loadEnv({ ...complete, ...messages })).toThrow(/^STRIPE_SECRET_KEY is not set/)
    expect(loadEnv({ ...complete, ...key, ...messages }).stripeSecretKey).toBe('sk_test_51Habc')
    expect(loadEnv(complete).stripeSecretKey).toBeUndefined()
    expect(loadEnvPart(['stripeSecretKey'], key).stripeSecretKey).toBe('sk_test_51Habc')
  })

  it('CONFIG-10 sends a key of Stripe’s own nowhere else, and one of the stand-in’s not to Stripe', () => {
    const given = { ...complete, STRIPE_WEBHOOK_SECRET: 'whsec_abc' }
    const STRIPE_ADDRESS = 'http://127.0.0.1:4010'
    const load =
      (STRIPE_SECRET_KEY: string, more = {}) =>
      () =>
        loadEnv({ ...given, STRIPE_SECRET_KEY, ...more })
    expect(load('sk_live_51Habc', { STRIPE_ADDRESS })).toThrow(/^STRIPE_ADDRESS is set, and STRIPE_SECRET_KEY would/)
    expect(load('sk_test_here51Habc')).toThrow(/^STRIPE_ADDRESS is not set/)
    expect(load('sk_test_here51Habc', { STRIPE_ADDRESS })().stripeAddress).toBe(STRIPE_ADDRESS)
  })

  it('CONFIG-3 reads a part without asking for the rest', () => {
    expect(loadEnvPart(['redisLiveUrl'], { REDIS_LIVE_URL: complete.REDIS_LIVE_URL })).toEqual({
      redisLiveUrl: complete.REDIS_LIVE_URL,
    })
  })
})
