import { delimiter, join } from 'node:path'
import type { ServiceUrls } from '../services/find.ts'
import { type ProfilePaths, root, toolsDir } from './paths.ts'
import type { Secrets } from './secrets.ts'

export type AppPorts = { web: number; realtime: number; workers: number }

/** The password of every demo login. It is printed, so it protects nothing: set DEMO_PASSWORD where others can reach Gavel. */
export const demoPassword = process.env.DEMO_PASSWORD || 'gavel-demo-night'

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

/** The whole environment of the apps; packages/config says what each variable means. */
export const appEnvironment = (
  nodeEnv: 'production' | 'development' | 'test',
  urls: ServiceUrls,
  ports: AppPorts,
  secrets: Secrets,
  paths: ProfilePaths,
): NodeJS.ProcessEnv & { WEB_URL: string; REALTIME_URL: string } => {
  const webUrl = process.env.WEB_URL || `http://localhost:${ports.web}`
  return {
    ...toolEnvironment(),
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
    REALTIME_URL: process.env.REALTIME_URL || `http://localhost:${ports.realtime}`,
    AUTH_SECRET: secrets.authSecret,
    NEXTAUTH_SECRET: secrets.authSecret,
    NEXTAUTH_URL: webUrl,
    OPERATOR_TOKEN: secrets.operatorToken,
    DEMO_PASSWORD: demoPassword,
    GAVEL_RUN_FILE: paths.run,
  }
}
