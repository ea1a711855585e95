import type { Logger } from '@gavel/config'
import { type ChannelModel, connect, type RecoveringChannelModel } from 'amqplib'

/** A dead broker is tried again soon, then ever more slowly, but at least this often: a restart of RabbitMQ takes about 15 s. */
const RECONNECT = { initialDelay: 200, maxDelay: 5_000, factor: 2, jitter: 0.3 } as const
/** Finds a connection whose other end is gone within about 20 s. */
const HEARTBEAT_S = 10
const CONNECT_TIMEOUT_MS = 5_000

export type ConnectionOptions = {
  url: string
  logger: Logger
  /** Said in logs and in the broker's list of connections. */
  name: string
  /** Makes the channels of a new connection; runs again after every reconnect. */
  setup: (model: ChannelModel) => Promise<void>
  /** The channels of the last connection are gone. */
  lost: () => void
}

/** A connection that comes back by itself, for ever, with bounded backoff. Returns at once, before the broker has answered. */
export const openConnection = async (options: ConnectionOptions): Promise<RecoveringChannelModel> => {
  const { logger, name } = options
  const connection = await connect(withHeartbeat(options.url), {
    timeout: CONNECT_TIMEOUT_MS,
    clientProperties: { connection_name: name },
    recovery: {
      ...RECONNECT,
      waitForConnect: false,
      setup: async (model: ChannelModel) => {
        // Until recovery listens itself, an error would have no listener and end the process.
        model.on('error', (error) => logger.debug({ err: error }, 'The connection to RabbitMQ failed'))
        await options.setup(model)
      },
    },
  })
  connection.on('connect', () => logger.info({ connection: name }, 'Connected to RabbitMQ'))
  connection.on('disconnect', (error) => {
    options.lost()
    logger.warn({ connection: name, reason: error.message }, 'Lost RabbitMQ: connecting again')
  })
  connection.on('connect-failed', (error) => {
    options.lost()
    logger.warn({ connection: name, reason: error.message }, 'RabbitMQ does not answer: trying again')
  })
  connection.on('error', (error) => logger.debug({ err: error }, 'The connection to RabbitMQ failed'))
  return connection
}

const withHeartbeat = (url: string): string => {
  const parsed = new URL(url)
  if (!parsed.searchParams.has('heartbeat')) parsed.searchParams.set('heartbeat', String(HEARTBEAT_S))
  return parsed.toString()
}
