import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { type AccessTokens, openAccessTokens } from '@gavel/auth'
import { createLogger, loadEnvPart } from '@gavel/config'
import {
  type Archive,
  auctionArchive,
  connectMongo,
  connectPostgres,
  type Mongo,
  migrateMongo,
  type Postgres,
} from '@gavel/db'
import { type LiveLog, openLiveLog } from '@gavel/livelog'
import { type AuctionPlan, type SeededAuction, seedAuction } from './auction.ts'
import { freePort, Program, root } from './program.ts'
import { NO_STRIPE, type StripeHere, startStripeHere } from './stripe.ts'

export type GavelOptions = {
  /** Stores of the test's own in place of the shared ones. */
  services?: { mongodbUrl?: string; redisLiveUrl?: string; rabbitmqUrl?: string }
  /** How many realtime servers run; default 1. */
  realtimes?: number
  /** Whether a worker runs; default false. Its queues carry the database's name, and stay when it is gone. */
  worker?: boolean
  /** Whether fees are paid at a Stripe that stands in; default false, and nobody pays by card. `webhookUrl`: where it tells what happened. */
  stripe?: boolean | { webhookUrl: string }
}

/** A realtime server as a process of its own. */
export type Realtime = { readonly url: string; readonly program: Program }

/** A running Gavel. `log`, `mongo` and `postgres` reach the same stores as its processes. */
export type Gavel = {
  readonly mongo: Mongo
  readonly postgres: Postgres
  readonly log: LiveLog
  readonly archive: Archive
  readonly tokens: AccessTokens
  /** The first realtime server's address. */
  readonly url: string
  readonly realtimes: readonly Realtime[]
  readonly worker: Program | null
  readonly stripe: StripeHere | null
  /** Starts a further worker, which the caller disposes of. */
  startWorker(): Promise<Program>
  seed(plan?: AuctionPlan): Promise<SeededAuction>
  [Symbol.asyncDispose](): Promise<void>
}

/**
 * Starts a whole Gavel on the services that the environment names: a database of its own, and each app as a process. Auctions have random
 * ids, so any number of them share the stores. Dispose of it with `await using`.
 */
export async function startGavel(options: GavelOptions = {}): Promise<Gavel> {
  const { services, realtimes = 1, worker = false, stripe: wantsStripe = false } = options
  const env = loadEnvPart([
    'mongodbUrl',
    'redisLiveUrl',
    'redisLiveTimeoutMs',
    'redisWorkUrl',
    'rabbitmqUrl',
    'databaseUrl',
    'authSecret',
  ])
  const mongodbUrl = new URL(services?.mongodbUrl ?? env.mongodbUrl)
  mongodbUrl.pathname = `/test-${randomBytes(6).toString('hex')}`
  const redisLiveUrl = services?.redisLiveUrl ?? env.redisLiveUrl
  await using started = new AsyncDisposableStack()
  const stripe = wantsStripe ? started.use(await startStripeHere(wantsStripe === true ? {} : wantsStripe)) : null
  const childEnv = {
    ...(stripe?.environment ?? NO_STRIPE),
    NODE_ENV: 'test',
    LOG_LEVEL: 'warn',
    MONGODB_URL: mongodbUrl.href,
    REDIS_LIVE_URL: redisLiveUrl,
    REDIS_LIVE_TIMEOUT_MS: String(env.redisLiveTimeoutMs),
    REDIS_WORK_URL: env.redisWorkUrl,
    RABBITMQ_URL: services?.rabbitmqUrl ?? env.rabbitmqUrl,
    DATABASE_URL: env.databaseUrl,
    AUTH_SECRET: env.authSecret,
    WEB_URL: 'http://localhost:3000',
  }
  const mongo = await connectMongo(mongodbUrl.href)
  started.defer(async () => {
    // A store that the test has killed for good has nothing left to clean up.
    await mongo.connection.dropDatabase().catch(() => {})
    await mongo.close()
  })
  await migrateMongo(mongo)
  const log = openLiveLog({ url: redisLiveUrl, commandTimeoutMs: env.redisLiveTimeoutMs, logger: createLogger('test') })
  started.defer(() => log.close())
  const running: Realtime[] = []
  for (let n = 0; n < realtimes; n += 1) {
    const realtime = await startApp('realtime', 'REALTIME_PORT', childEnv)
    started.use(realtime.program)
    running.push(realtime)
  }
  const startWorker = async () =>
    (
      await startApp('workers', 'WORKERS_PORT', {
        ...childEnv,
        REALTIME_URL: running[0]?.url,
        // Whoever runs the tests may have one of their own, which the child would inherit.
        REALTIME_INTERNAL_URL: running[0]?.url,
      })
    ).program
  const workers = worker ? started.use(await startWorker()) : null
  const postgres = await connectPostgres(env.databaseUrl)
  started.defer(() => postgres.close())
  const tokens = openAccessTokens({ postgres, secret: env.authSecret })
  const seeds = { mongo, log, tokens }
  const all = started.move()
  return {
    ...seeds,
    postgres,
    archive: auctionArchive(mongo),
    url: running[0]?.url ?? '',
    realtimes: running,
    worker: workers,
    stripe,
    startWorker,
    seed: (plan) => seedAuction(seeds, plan),
    [Symbol.asyncDispose]: () => all.disposeAsync(),
  }
}

async function startApp(app: 'realtime' | 'workers', portName: string, env: NodeJS.ProcessEnv): Promise<Realtime> {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const program = await Program.start({
    name: app,
    command: process.execPath,
    args: [join(root, 'apps', app, 'src', 'main.ts')],
    env: { ...env, [portName]: String(port) },
    readyTimeoutMs: 60_000,
    isReady: () =>
      fetch(`${url}/readyz`).then(
        (answer) => answer.ok,
        () => false,
      ),
  })
  return { url, program }
}
