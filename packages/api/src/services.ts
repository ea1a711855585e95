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
}

/** Everything that procedures act on. One set for each process. */
export type Services = Stores & {
  limits: RateLimits
  secrets: Pick<Env, 'authSecret' | 'operatorToken'>
}

type StoreUrls = Pick<Env, 'mongodbUrl' | 'databaseUrl' | 'redisLiveUrl' | 'rabbitmqUrl'>

/**
 * Opens the stores. The broker and Redis may be away: they are connected in the background.
 * @throws MongoUnreachableError, PostgresUnreachableError
 */
export const openStores = async (
  env: StoreUrls,
  logger: Logger,
  messaging: TopologyOptions = {},
): Promise<Stores & { close: () => Promise<void> }> => {
  const mongo = await connectMongo(env.mongodbUrl)
  const postgres = await connectPostgres(env.databaseUrl).catch(async (error: unknown) => {
    await mongo.close()
    throw error
  })
  const log = openLiveLog({ url: env.redisLiveUrl, logger, metrics })
  const publisher = await openPublisher({ url: env.rabbitmqUrl, logger, ...messaging })
  return {
    logger,
    mongo,
    postgres,
    log,
    publisher,
    close: async () => {
      await Promise.allSettled([publisher.close(), log.close(), postgres.close(), mongo.close()])
    },
  }
}

/** Opens what procedures need: {@link openStores}, rate limits and secrets. @throws as it does */
export const openServices = async (
  env: StoreUrls & Pick<Env, 'redisWorkUrl' | 'authSecret' | 'operatorToken'>,
  logger: Logger,
  messaging: TopologyOptions = {},
): Promise<Services & { close: () => Promise<void> }> => {
  const stores = await openStores(env, logger, messaging)
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
