import { type Env, type Logger, metrics } from '@gavel/config'
import { connectMongo, connectPostgres, type Mongo, type Postgres } from '@gavel/db'
import { type LiveLog, openLiveLog } from '@gavel/livelog'
import { openPublisher, type Publisher, type TopologyOptions } from '@gavel/messaging'
import { openRateLimits, type RateLimits } from './limits.ts'

/** The stores, the live log and the broker: what programs without a web face need too. */
export type Stores = {
  logger: Logger
  mongo: Mongo
  postgres: Postgres
  log: LiveLog
  publisher: Publisher
  /** Which queues are this installation's own. */
  messaging: TopologyOptions
}

/** Everything that procedures act on. One set for each process. */
export type Services = Stores & {
  limits: RateLimits
  secrets: Pick<Env, 'authSecret' | 'operatorToken'>
}

type StoreUrls = Pick<Env, 'mongodbUrl' | 'databaseUrl' | 'redisLiveUrl' | 'rabbitmqUrl'>

/** The one installation that a broker serves needs no prefix. Others, as in tests, carry the name of their database on their queues. */
const messagingOf = (database: string): TopologyOptions => ({ prefix: database === 'gavel' ? '' : `${database}.` })

/**
 * Opens the stores. The broker and Redis may be away: they are connected in the background.
 * @throws MongoUnreachableError, PostgresUnreachableError
 */
export const openStores = async (
  env: StoreUrls,
  logger: Logger,
  queues?: TopologyOptions,
): Promise<Stores & { close: () => Promise<void> }> => {
  const mongo = await connectMongo(env.mongodbUrl)
  const postgres = await connectPostgres(env.databaseUrl).catch(async (error: unknown) => {
    await mongo.close()
    throw error
  })
  const log = openLiveLog({ url: env.redisLiveUrl, logger, metrics })
  const messaging = queues ?? messagingOf(mongo.connection.name)
  const publisher = await openPublisher({ url: env.rabbitmqUrl, logger, ...messaging })
  return {
    logger,
    mongo,
    postgres,
    log,
    publisher,
    messaging,
    close: async () => {
      await Promise.allSettled([publisher.close(), log.close(), postgres.close(), mongo.close()])
    },
  }
}

/** Opens what procedures need: {@link openStores}, rate limits and secrets. @throws as it does */
export const openServices = async (
  env: StoreUrls & Pick<Env, 'redisWorkUrl' | 'authSecret' | 'operatorToken'>,
  logger: Logger,
  queues?: TopologyOptions,
): Promise<Services & { close: () => Promise<void> }> => {
  const stores = await openStores(env, logger, queues)
  const limits = openRateLimits(env.redisWorkUrl)
  return {
    ...stores,
    limits,
    secrets: { authSecret: env.authSecret, operatorToken: env.operatorToken },
    close: async () => {
      await Promise.allSettled([limits.close(), stores.close()])
    },
  }
}
