import { createAccessTokens } from '@gavel/auth'
import { createLogger, EnvError, loadEnvPart, metrics, Shutdown } from '@gavel/config'
import { type Auction, auctionArchive, connectMongo, listLiveAuctions, MongoUnreachableError } from '@gavel/db'
import { openLiveLog } from '@gavel/livelog'
import { openRoles } from './roles.ts'
import { serveRealtime } from './server.ts'

const logger = createLogger('realtime')
const runsByClock = ({ rules, status }: Auction) => rules.clock.mode === 'clock' && status === 'running'

const shutdown = new Shutdown(logger)
shutdown.exitOnSignals()

try {
  const env = loadEnvPart(['mongodbUrl', 'redisLiveUrl', 'realtimePort', 'webUrl', 'authSecret'])
  const mongo = await connectMongo(env.mongodbUrl)
  shutdown.add('MongoDB', () => mongo.close())
  const log = openLiveLog({ url: env.redisLiveUrl, logger, metrics })
  shutdown.add('live log', () => log.close())
  const server = await serveRealtime({
    port: env.realtimePort,
    webUrl: env.webUrl,
    tokens: createAccessTokens(env.authSecret),
    log,
    archive: auctionArchive(mongo),
    roles: openRoles(mongo),
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
  const expected = error instanceof EnvError || error instanceof MongoUnreachableError
  logger.fatal(expected ? {} : { err: error }, expected ? error.message : 'Could not start')
  await shutdown.run('start failed')
  process.exit(1)
}
