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
    ['EVENT_CREATION', 'nobody', 'granted or everyone'],
  ])('CONFIG-2 says what is wrong with %s=%s', (name, value, words) => {
    expect(() => loadEnv({ ...complete, [name]: value })).toThrow(words)
    expect(() => loadEnv({ ...complete, [name]: value })).toThrow(new RegExp(`^${name} `))
  })

  it('CONFIG-3 reads a part without asking for the rest', () => {
    expect(loadEnvPart(['redisLiveUrl'], { REDIS_LIVE_URL: complete.REDIS_LIVE_URL })).toEqual({
      redisLiveUrl: complete.REDIS_LIVE_URL,
    })
  })
})
