import {
  fetchNews,
  forgetDeleted,
  forgetOldNews,
  forgetStaleSandboxes,
  jobPrefix,
  keepDemo,
  MEDIA_PLACE,
  MediaUnreachableError,
  openMedia,
  openStores,
  reconcileDaily,
  remindQuiet,
  sweepMoney,
} from '@gavel/api'
import { openAccessTokens } from '@gavel/auth'
import { createLogger, EnvError, loadEnvPart, Shutdown, serveHealth } from '@gavel/config'
import { deliverProfiles, forgetMailTokens, MongoUnreachableError, PostgresUnreachableError } from '@gavel/db'
import { openConsumer, openJobs, openParking } from '@gavel/messaging'
import { startArchiver } from './archiver/archiver.ts'
import { keepExhibition } from './exhibition/keep-exhibition.ts'
import { queueErrands } from './letters/queue-errands.ts'
import { queueLetters } from './letters/queue-letters.ts'
import { startLetters } from './letters/start-letters.ts'
import { startGauges } from './parking/gauges.ts'
import { keepParked } from './parking/keep-parked.ts'
import { startPayments } from './payments/start-payments.ts'
import { expireDue, reconcileRegistrations } from './registrations/reconcile.ts'
import { remindPeople } from './registrations/remind.ts'
import { settleRegistration } from './registrations/settle.ts'
import { startRehearsals } from './rehearsals/rehearsals.ts'
import { forgetIdentity } from './schedules/forget-identity.ts'
import { startSchedules } from './schedules/schedules.ts'
import { handOver } from './season/hand-over.ts'
import { remindEnds } from './season/remind.ts'
import { sweepOutbox } from './sweep-outbox.ts'

/** Registrations handled at once: each waits for stores most of the time. */
const PREFETCH = 8

const main = async () => {
  const env = loadEnvPart([
    'mongodbUrl',
    'databaseUrl',
    'redisLiveUrl',
    'redisLiveTimeoutMs',
    'redisWorkUrl',
    'rabbitmqUrl',
    'workersPort',
    'listenHost',
    'smtpUrl',
    'realtimeUrl',
    'realtimeInternalUrl',
    'authSecret',
    'mailFrom',
    'webUrl',
    'stripeSecretKey',
    'stripePublishableKey',
    'stripeWebhookSecret',
    'stripeAddress',
    ...MEDIA_PLACE,
  ])
  const logger = createLogger('workers')
  const shutdown = new Shutdown(logger)
  shutdown.exitOnSignals()

  const stores = await openStores(env, logger)
  shutdown.add('stores', () => stores.close())
  const media = openMedia(env)
  await media.check()
  const archiver = startArchiver(stores)
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
  const season = await openConsumer({
    url: env.rabbitmqUrl,
    logger,
    queue: 'season.squads',
    prefetch: 1,
    handle: (payload) => handOver(stores, payload),
    ...stores.messaging,
  })
  shutdown.add('season', () => season.close())
  const parking = await openParking({
    url: env.rabbitmqUrl,
    logger,
    store: (parked) => keepParked(stores.mongo, parked, Date.now()),
    ...stores.messaging,
  })
  shutdown.add('parking', () => parking.close())
  const prefix = jobPrefix(stores.mongo)
  const jobs = openJobs(env.redisWorkUrl, prefix, logger)
  shutdown.add('jobs', () => jobs.close())
  const gauges = startGauges(stores, jobs)
  shutdown.add('gauges', () => gauges.close())
  const payments = startPayments(stores, { url: env.redisWorkUrl, prefix })
  shutdown.add('payments', () => payments.close())
  if (env.smtpUrl) {
    const mail = { url: env.smtpUrl, from: env.mailFrom, webUrl: env.webUrl }
    const letters = startLetters(stores, mail, { url: env.redisWorkUrl, prefix })
    shutdown.add('letters', () => letters.close())
  }
  const rehearsals = startRehearsals({
    ...stores,
    tokens: openAccessTokens({ postgres: stores.postgres, secret: env.authSecret }),
    realtimeUrl: env.realtimeInternalUrl ?? env.realtimeUrl,
    pace: 1,
  })
  shutdown.add('rehearsals', () => rehearsals.close())
  const schedules = await startSchedules(env.redisWorkUrl, prefix, logger, [
    { name: 'outbox', everyMs: 5_000, work: (nowMs) => sweepOutbox(stores, nowMs) },
    { name: 'registrations', everyMs: 15_000, work: (nowMs) => reconcileRegistrations(stores, nowMs) },
    { name: 'clocks', everyMs: 2_000, work: (nowMs) => expireDue(stores, nowMs) },
    { name: 'reminders', everyMs: 60_000, work: (nowMs) => remindPeople(stores, nowMs) },
    { name: 'letters', everyMs: 3_000, work: (nowMs) => queueLetters(stores, jobs, nowMs) },
    { name: 'errands', everyMs: 5_000, work: () => queueErrands(stores, jobs) },
    { name: 'links', everyMs: 600_000, work: () => forgetMailTokens(stores.postgres) },
    { name: 'ends', everyMs: 60_000, work: (nowMs) => remindEnds(stores, nowMs) },
    { name: 'quiet', everyMs: 600_000, work: (nowMs) => remindQuiet(stores, nowMs) },
    { name: 'sandboxes', everyMs: 30_000, work: (nowMs) => forgetStaleSandboxes(stores, nowMs) },
    { name: 'demo', everyMs: 3_000, work: (nowMs) => keepDemo(stores, nowMs) },
    { name: 'exhibition', everyMs: 1_000, work: (nowMs) => keepExhibition(stores, nowMs) },
    { name: 'profiles', everyMs: 5_000, work: () => deliverProfiles(stores.postgres) },
    { name: 'sessions', everyMs: 3_600_000, work: (nowMs) => forgetIdentity(stores.postgres, nowMs) },
    { name: 'money', everyMs: 5_000, work: (nowMs) => sweepMoney(stores, jobs, nowMs) },
    { name: 'news', everyMs: 60_000, work: (nowMs) => fetchNews(stores, nowMs) },
    { name: 'books', everyMs: 600_000, work: (nowMs) => reconcileDaily(stores, nowMs) },
    { name: 'oldNews', everyMs: 3_600_000, work: (nowMs) => forgetOldNews(stores, nowMs) },
    { name: 'deletions', everyMs: 15_000, work: () => forgetDeleted({ ...stores, media }) },
  ])
  shutdown.add('schedules', () => schedules.close())

  const health = await serveHealth(
    { port: env.workersPort, host: env.listenHost },
    {
      running: async () => {
        if (shutdown.closing) throw new Error('closing')
      },
      mongodb: stores.mongo.ping,
      postgres: stores.postgres.ping,
      redisLive: stores.log.ping,
      redisWork: schedules.ping,
      rabbitmq: registrations.ping,
      season: season.ping,
      parking: parking.ping,
      archiver: archiver.ping,
      media: media.ping,
    },
  )
  shutdown.add('health', () => health.close())
  logger.info({ port: health.port }, 'Workers are ready')
}

const EXPECTED = [EnvError, MediaUnreachableError, MongoUnreachableError, PostgresUnreachableError]

main().catch((error: unknown) => {
  const expected = EXPECTED.some((kind) => error instanceof kind)
  const words = error instanceof Error ? (expected ? error.message : (error.stack ?? error.message)) : String(error)
  process.stderr.write(`${words}\n`)
  process.exit(1)
})
