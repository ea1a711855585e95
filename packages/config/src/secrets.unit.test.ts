import { describe, expect, it } from 'vitest'
import { EnvError, loadDemoPassword, loadEnv, loadEnvPart } from './env.ts'

const env = {
  NODE_ENV: 'production',
  DATABASE_URL: 'postgresql://gavel@127.0.0.1:5432/gavel',
  MONGODB_URL: 'mongodb://127.0.0.1:27017/gavel',
  REDIS_LIVE_URL: 'redis://127.0.0.1:6379',
  REDIS_WORK_URL: 'redis://127.0.0.1:6380',
  RABBITMQ_URL: 'amqp://gavel:gavel@127.0.0.1:5672',
  AUTH_SECRET: '9f1c2b7a0d3e4f5869708192a3b4c5d6e7f80912',
  OPERATOR_TOKEN: '0a9b8c7d6e5f40312233445566778899aabbccdd',
}

const KNOWN = [
  'change-me-change-me-change-me',
  'your-secret-here-your-secret-here',
  'gavel-demo-night-gavel-demo-night',
  'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',
  '12341234123412341234123412341234',
  'secretsecretsecretsecret',
]

describe('secrets in production', () => {
  it('GUARD-5 a program does not start with a secret that everybody can guess', () => {
    for (const name of ['AUTH_SECRET', 'OPERATOR_TOKEN'])
      for (const value of KNOWN) {
        const start = () => loadEnv({ ...env, [name]: value })
        expect(start).toThrow(EnvError)
        expect(start).toThrow(new RegExp(`^${name} is a word that others know`))
        // What is wrong is said without saying the secret.
        expect(start).not.toThrow(value)
      }
  })

  it('GUARD-5 nor with keys of Stripe that stand in examples and tests', () => {
    const good = `sk_test_${env.AUTH_SECRET}`
    const messages = `whsec_${env.AUTH_SECRET}`
    const start = (STRIPE_SECRET_KEY: string, STRIPE_WEBHOOK_SECRET: string) => () =>
      loadEnvPart(['stripeSecretKey', 'stripeWebhookSecret'], { ...env, STRIPE_SECRET_KEY, STRIPE_WEBHOOK_SECRET })
    expect(start('sk_test_here0123456789', messages)).toThrow(/^STRIPE_SECRET_KEY is a word that others know/)
    expect(start('sk_live_your-secret-key-here', messages)).toThrow(/^STRIPE_SECRET_KEY is a word/)
    expect(start(good, 'whsec_here0123456789')).toThrow(/^STRIPE_WEBHOOK_SECRET is a word that others know/)
    expect(start(good, messages)().stripeSecretKey).toBe(good)
    expect(start(good.replace('test_', 'test_here'), messages)).not.toThrow()
  })

  it('GUARD-5 nor with the same one for two things', () => {
    expect(() => loadEnv({ ...env, OPERATOR_TOKEN: env.AUTH_SECRET })).toThrow(
      /^OPERATOR_TOKEN is the same as AUTH_SECRET/,
    )
  })

  it('GUARD-5 nor with the published password of the demo where others can come in', () => {
    const DEMO_PASSWORD = 'gavel-demo-night'
    const seed = (WEB_URL: string, NODE_ENV = 'production', password = DEMO_PASSWORD) =>
      loadDemoPassword({ DEMO_PASSWORD: password, WEB_URL, NODE_ENV })
    for (const url of ['https://gavel.example', 'http://192.168.1.7:3000']) {
      expect(() => seed(url)).toThrow(/^DEMO_PASSWORD is printed in every copy of Gavel/)
      expect(() => seed(url, 'production', '')).toThrow(EnvError)
      expect(seed(url, 'production', 'k7mh-p3wq-x8dn')).toBe('k7mh-p3wq-x8dn')
      expect(seed(url, 'development')).toBe(DEMO_PASSWORD)
    }
    for (const url of ['http://localhost:3000', 'http://127.0.0.1:3000']) expect(seed(url)).toBe(DEMO_PASSWORD)
  })

  it('GUARD-5 a part of the environment is held to the same', () => {
    const start = () => loadEnvPart(['authSecret'], { ...env, AUTH_SECRET: 'change-me-change-me-change-me' })
    expect(start).toThrow(/^AUTH_SECRET is a word/)
  })

  it('GUARD-5 random ones are taken, and anything where one develops', () => {
    const base64 = 'q3J0c2Vjk9+0dGVzdA/Zx81LmPq4WvB2nRt6yU='
    for (const value of [env.AUTH_SECRET, base64, 'k7mh-p3wq-x8dn-t4vz-29cf'])
      expect(loadEnv({ ...env, AUTH_SECRET: value }).authSecret).toBe(value)
    expect(loadEnv({ ...env, NODE_ENV: 'development', AUTH_SECRET: 'change-me-change-me' }).nodeEnv).toBe('development')
  })
})
