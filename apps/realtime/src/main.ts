import { type RuleSet, storedRules } from '@gavel/auction'
import { createLogger, EnvError, loadEnvPart, metrics, Shutdown } from '@gavel/config'
import {
  type Auction,
  connectMongo,
  connectPostgres,
  listLiveAuctions,
  MongoUnreachableError,
  PostgresUnreachableError,
} from '@gavel/db'
import { openLiveLog } from '@gavel/livelog'
import { openGuesses } from './fans/guesses.ts'
import { partsOf } from './parts.ts'
import { serveRealtime } from './server.ts'

const logger = createLogger('realtime')
/** Lots, stages and turns have clocks; a board's lots too. */
const mayTick = ({ clock, nomination, match, tieBreak }: RuleSet) =>
  clock.mode === 'clock' || (nomination?.turnMs ?? match?.answerMs ?? null) !== null || tieBreak !== null
const runsByClock = ({ rules, status }: Auction) => status === 'running' && mayTick(storedRules(rules))

const shutdown = new Shutdown(logger)
shutdown.exitOnSignals()

try {
  const env = loadEnvPart([
    'mongodbUrl',
    'databaseUrl',
    'redisLiveUrl',
    'redisLiveTimeoutMs',
    'redisWorkUrl',
    'realtimePort',
    'listenHost',
    'webUrl',
    'realtimeUrl',
    'realtimeInternalUrl',
    'authSecret',
    'eventCreation',
  ])
  const mongo = await connectMongo(env.mongodbUrl)
  shutdown.add('MongoDB', () => mongo.close())
  const postgres = await connectPostgres(env.databaseUrl)
  shutdown.add('PostgreSQL', () => postgres.close())
  const log = openLiveLog({ url: env.redisLiveUrl, commandTimeoutMs: env.redisLiveTimeoutMs, logger, metrics })
  shutdown.add('live log', () => log.close())
  const guesses = openGuesses(env.redisWorkUrl)
  shutdown.add('guesses', async () => guesses.close())
  const server = await serveRealtime({
    port: env.realtimePort,
    host: env.listenHost,
    webUrl: env.webUrl,
    ownUrls: [env.webUrl, env.realtimeUrl, env.realtimeInternalUrl ?? env.realtimeUrl],
    ...partsOf({ mongo, postgres, logger }, env),
    log,
    guesses,
    clocked: async () => (await listLiveAuctions(mongo)).filter(runsByClock).map(({ id }) => id),
    logger,
    checks: {
      liveLog: () => log.ping(),
      open: async () => {
        if (shutdown.closing) throw new Error('closing')
      },
    },
  })
  shutdown.add('sockets', () => server.close())
  logger.info({ port: server.port }, 'Ready')
} catch (error) {
  const expected = [EnvError, MongoUnreachableError, PostgresUnreachableError].some((kind) => error instanceof kind)
  logger.fatal(expected ? {} : { err: error }, error instanceof Error && expected ? error.message : 'Could not start')
  await shutdown.run('start failed')
  process.exit(1)
}
