import { openStores } from '@gavel/api'
import { createLogger, EnvError, loadEnvPart, Shutdown, serveHealth } from '@gavel/config'
import { auctionArchive, deliverProfiles, MongoUnreachableError, PostgresUnreachableError } from '@gavel/db'
import { openConsumer } from '@gavel/messaging'
import { startArchiver } from './archiver/archiver.ts'
import { reconcileRegistrations } from './registrations/reconcile.ts'
import { settleRegistration } from './registrations/settle.ts'
import { sweepOutbox } from './registrations/sweep-outbox.ts'
import { startSchedules } from './schedules/schedules.ts'

/** Registrations handled at once: each waits for stores most of the time. */
const PREFETCH = 8

const main = async () => {
  const env = loadEnvPart(['mongodbUrl', 'databaseUrl', 'redisLiveUrl', 'redisWorkUrl', 'rabbitmqUrl', 'workersPort'])
  const logger = createLogger('workers')
  const shutdown = new Shutdown(logger)
  shutdown.exitOnSignals()

  const stores = await openStores(env, logger)
  shutdown.add('stores', () => stores.close())
  const archiver = startArchiver({ ...stores, archive: auctionArchive(stores.mongo) })
  shutdown.add('archiver', () => archiver.close())
  const registrations = await openConsumer({
    url: env.rabbitmqUrl,
    logger,
    queue: 'auction.registrations',
    prefetch: PREFETCH,
    handle: ({ registrationId }) => settleRegistration(stores, registrationId),
    ...stores.messaging,
  })
  shutdown.add('registrations', () => registrations.close())
  // Named after the database: installations that share a Redis do not take each other's turns.
  const prefix = `gavel:${stores.mongo.connection.name}`
  const schedules = await startSchedules(env.redisWorkUrl, prefix, logger, [
    { name: 'outbox', everyMs: 5_000, work: (nowMs) => sweepOutbox(stores, nowMs) },
    { name: 'registrations', everyMs: 15_000, work: (nowMs) => reconcileRegistrations(stores, nowMs) },
    { name: 'profiles', everyMs: 5_000, work: () => deliverProfiles(stores.postgres) },
  ])
  shutdown.add('schedules', () => schedules.close())

  const health = await serveHealth(env.workersPort, {
    running: async () => {
      if (shutdown.closing) throw new Error('closing')
    },
    mongodb: stores.mongo.ping,
    postgres: stores.postgres.ping,
    redisLive: stores.log.ping,
    redisWork: schedules.ping,
    rabbitmq: registrations.ping,
    archiver: archiver.ping,
  })
  shutdown.add('health', () => health.close())
  logger.info({ port: health.port }, 'Workers are ready')
}

const EXPECTED = [EnvError, MongoUnreachableError, PostgresUnreachableError]

main().catch((error: unknown) => {
  const expected = EXPECTED.some((kind) => error instanceof kind)
  const words = error instanceof Error ? (expected ? error.message : (error.stack ?? error.message)) : String(error)
  process.stderr.write(`${words}\n`)
  process.exit(1)
})
