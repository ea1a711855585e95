import { delimiter, join } from 'node:path'
import type { ServiceUrls } from '../services/find.ts'
import { type Profile, type ProfilePaths, root, toolsDir } from './paths.ts'
import { addressesOf, type Reach } from './reach.ts'
import type { Secrets } from './secrets.ts'

export type AppPorts = { web: number; realtime: number; workers: number }

/** What everybody knows, because it is printed in every copy of Gavel: good enough where nobody else can come in. */
const PUBLISHED_PASSWORD = 'gavel-demo-night'

/** The password of every demo login: this installation's own as soon as others can reach it, unless DEMO_PASSWORD says one. */
const demoPassword = (profile: Profile, { lan }: Reach, secrets: Secrets): string => {
  if (profile === 'test') return PUBLISHED_PASSWORD
  return process.env.DEMO_PASSWORD || (lan ? secrets.demoPassword : PUBLISHED_PASSWORD)
}

/** What a tool (a build, a lint, a test run) needs beside the environment it was called in. */
export const toolEnvironment = (): NodeJS.ProcessEnv => ({
  ...process.env,
  PATH: `${join(toolsDir, 'node_modules', '.bin')}${delimiter}${process.env.PATH ?? ''}`,
  PRISMA_SCHEMA_ENGINE_BINARY: join(root, 'packages', 'db', 'schema-engine.mjs'),
  // Tools that would tell their makers, or ask them for news, and wait for an answer where there is no network.
  NEXT_TELEMETRY_DISABLED: '1',
  TURBO_TELEMETRY_DISABLED: '1',
  TURBO_NO_UPDATE_NOTIFIER: '1',
  CHECKPOINT_DISABLE: '1',
  DO_NOT_TRACK: '1',
})

export type AppEnvironment = NodeJS.ProcessEnv & {
  WEB_URL: string
  REALTIME_URL: string
  LISTEN_HOST: string
  DEMO_PASSWORD: string
  /** Set once the inbox of this machine runs. */
  INBOX_URL?: string
  /** Set once the Stripe that stands in runs. */
  STRIPE_ADDRESS?: string
}

type Installation = {
  profile: Profile
  nodeEnv: 'production' | 'development' | 'test'
  urls: ServiceUrls
  ports: AppPorts
  secrets: Secrets
  paths: ProfilePaths
  reach: Reach
}

/** What a person may set for her own Gavel, and must not change what tests see: they write to nobody. */
const untested = {
  SMTP_URL: '',
  MAIL_FROM: '',
  EVENT_CREATION: '',
  TRUST_PROXY: '',
  MEDIA_DIR: '',
  S3_BUCKET: '',
  GOOGLE_CLIENT_ID: '',
  GOOGLE_CLIENT_SECRET: '',
  GOOGLE_ISSUER: '',
  STRIPE_SECRET_KEY: '',
  STRIPE_PUBLISHABLE_KEY: '',
  STRIPE_WEBHOOK_SECRET: '',
  STRIPE_ADDRESS: '',
  LISTEN_HOST: '',
}

/**
 * A machine that tests may stop for seconds, and a late answer of a store that nobody harms says only that. What is refused after the two
 * seconds that people are made to wait is told by the tests that freeze a Redis of their own.
 */
const patient = { REDIS_LIVE_TIMEOUT_MS: '20000' }

/** The whole environment of the apps; packages/config says what each variable means. */
export const appEnvironment = ({
  profile,
  nodeEnv,
  urls,
  ports,
  secrets,
  paths,
  reach,
}: Installation): AppEnvironment => {
  const given = { ...toolEnvironment(), ...(profile === 'test' ? { ...untested, ...patient } : {}) }
  const { webUrl, realtimeUrl, listenHost } = addressesOf(reach, ports, given.LISTEN_HOST)
  return {
    ...given,
    NODE_ENV: nodeEnv,
    LOG_LEVEL: process.env.LOG_LEVEL || 'info',
    DATABASE_URL: urls.postgres,
    MONGODB_URL: urls.mongodb,
    REDIS_LIVE_URL: urls.redisLive,
    REDIS_WORK_URL: urls.redisWork,
    RABBITMQ_URL: urls.rabbitmq,
    PORT: String(ports.web),
    REALTIME_PORT: String(ports.realtime),
    WORKERS_PORT: String(ports.workers),
    WEB_URL: webUrl,
    REALTIME_URL: realtimeUrl,
    REALTIME_INTERNAL_URL: `http://127.0.0.1:${ports.realtime}`,
    LISTEN_HOST: listenHost,
    MEDIA_DIR: given.MEDIA_DIR || paths.media,
    AUTH_SECRET: secrets.authSecret,
    NEXTAUTH_SECRET: secrets.authSecret,
    NEXTAUTH_URL: webUrl,
    OPERATOR_TOKEN: secrets.operatorToken,
    DEMO_PASSWORD: demoPassword(profile, reach, secrets),
    GAVEL_RUN_FILE: paths.run,
  }
}
