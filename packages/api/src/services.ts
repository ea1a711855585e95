import type { Env, Logger } from '@gavel/config'
import { connectMongo, connectPostgres, type Mongo, type Postgres } from '@gavel/db'
import { type LiveLog, openLiveLog } from '@gavel/livelog'
import { openPublisher, type Publisher, type TopologyOptions } from '@gavel/messaging'
import { openRateLimits, type RateLimits } from './limits.ts'

/** Everything that procedures act on. One set for each process. */
export type Services = {
  logger: Logger
  mongo: Mongo
  postgres: Postgres
  log: LiveLog
  publisher: Publisher
  limits: RateLimits
  secrets: Pick<Env, 'authSecret' | 'operatorToken'>
  /** Closes all of them. */
  close: () => Promise<void>
}

/**
 * Opens the stores and connections that procedures need. The broker and Redis may be away: they are connected in the background.
 * @throws MongoUnreachableError, PostgresUnreachableError
 */
export const openServices = async (env: Env, logger: Logger, messaging: TopologyOptions = {}): Promise<Services> => {
  const mongo = await connectMongo(env.mongodbUrl)
  const postgres = await connectPostgres(env.databaseUrl).catch(async (error: unknown) => {
    await mongo.close()
    throw error
  })
  const log = openLiveLog({ url: env.redisLiveUrl, logger })
  const publisher = await openPublisher({ url: env.rabbitmqUrl, logger, ...messaging })
  const limits = openRateLimits(env.redisWorkUrl)
  return {
    logger,
    mongo,
    postgres,
    log,
    publisher,
    limits,
    secrets: { authSecret: env.authSecret, operatorToken: env.operatorToken },
    close: async () => {
      await Promise.allSettled([limits.close(), publisher.close(), log.close(), postgres.close(), mongo.close()])
    },
  }
}
