import { afterEach, describe, expect, it, vi } from 'vitest'
import { appEnvironment } from './environment.ts'
import { type Profile, profilePaths } from './paths.ts'
import { HERE, type Reach } from './reach.ts'

const HALL: Reach = { lan: { host: '192.168.1.7', others: [] }, webUrl: undefined, realtimeUrl: undefined }
const secret = (name: string) => `${name}-secret`
const secrets = {
  authSecret: secret('auth'),
  operatorToken: secret('operator'),
  postgres: secret('postgres'),
  redis: secret('redis'),
  rabbitmq: secret('rabbitmq'),
  demoPassword: 'k7mh-p3wq-x8dn',
  stripeKey: secret('stripe'),
  stripePublishableKey: secret('publishable'),
  stripeWebhooks: secret('webhooks'),
}
const urls = { postgres: 'p', mongodb: 'm', redisLive: 'l', redisWork: 'w', rabbitmq: 'r' }
const ports = { web: 3000, realtime: 3001, workers: 3002 }

const environment = (reach: Reach, profile: Profile = 'main') =>
  appEnvironment({
    profile,
    nodeEnv: 'production',
    urls,
    ports,
    secrets,
    paths: profilePaths(profile),
    reach,
  })

afterEach(() => vi.unstubAllEnvs())

describe('what the apps are told', () => {
  it('LAN-1 sign-in, sockets and cookies know the address that phones use', () => {
    expect(environment(HALL)).toMatchObject({
      WEB_URL: 'http://192.168.1.7:3000',
      NEXTAUTH_URL: 'http://192.168.1.7:3000',
      REALTIME_URL: 'http://192.168.1.7:3001',
      LISTEN_HOST: '0.0.0.0',
    })
    expect(environment(HERE)).toMatchObject({ WEB_URL: 'http://localhost:3000', LISTEN_HOST: '127.0.0.1' })
  })

  it('LAN-5 where others can come in, the demo logins have a password of the installation’s own', () => {
    vi.stubEnv('DEMO_PASSWORD', '')
    expect(environment(HERE).DEMO_PASSWORD).toBe('gavel-demo-night')
    expect(environment(HALL).DEMO_PASSWORD).toBe(secrets.demoPassword)
    vi.stubEnv('DEMO_PASSWORD', 'what the club agreed on')
    expect(environment(HALL).DEMO_PASSWORD).toBe('what the club agreed on')
  })

  it('RUN-11 settings of a person’s own reach the apps, and never the tests', () => {
    vi.stubEnv('SMTP_URL', 'smtp://mail.example')
    vi.stubEnv('EVENT_CREATION', 'everyone')
    vi.stubEnv('MEDIA_DIR', '/srv/photos')
    vi.stubEnv('STRIPE_SECRET_KEY', 'sk_live_51Habc')
    expect(environment(HERE)).toMatchObject({
      STRIPE_SECRET_KEY: 'sk_live_51Habc',
      SMTP_URL: 'smtp://mail.example',
      EVENT_CREATION: 'everyone',
      MEDIA_DIR: '/srv/photos',
    })
    expect(environment(HERE, 'test')).toMatchObject({
      STRIPE_SECRET_KEY: '',
      SMTP_URL: '',
      EVENT_CREATION: '',
      MEDIA_DIR: profilePaths('test').media,
      DEMO_PASSWORD: 'gavel-demo-night',
    })
  })
})
