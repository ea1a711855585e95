import type { Logger } from '@gavel/config'
import { Redis, ReplyError } from 'ioredis'
import { LogUnavailableError } from './errors.ts'
import type { LogTypes } from './kind.ts'
import { readReply, type ScriptReply } from './reply.ts'
import { SCRIPTS, type ScriptCalls } from './scripts.ts'

/** A connection for commands, with the scripts registered. */
export type CommandConnection = Redis & ScriptCalls

const CONNECT_TIMEOUT_MS = 2_000
/** A store that answers later than this is as good as gone for a bidder. */
const COMMAND_TIMEOUT_MS = 2_000
/** A peer that sends nothing for so many times that long while it owes an answer is gone: the connection is dropped and opened anew. */
const SILENCE = 2.5
const MAX_RECONNECT_DELAY_MS = 1_000

/**
 * Opens a connection that heals by itself and never makes a caller wait for that: while Redis is away, calls fail at once (nothing is
 * queued, nothing is sent again behind the caller's back, because commands are repeated by their ids).
 */
function open(url: string, name: string, logger: Logger, commandTimeoutMs = COMMAND_TIMEOUT_MS): Redis {
  const redis = new Redis(url, {
    connectionName: `gavel-livelog-${name}`,
    connectTimeout: CONNECT_TIMEOUT_MS,
    commandTimeout: commandTimeoutMs,
    socketTimeout: SILENCE * commandTimeoutMs,
    enableOfflineQueue: false,
    autoResendUnfulfilledCommands: false,
    autoResubscribe: false,
    maxRetriesPerRequest: 0,
    retryStrategy: (times) => Math.min(25 * 2 ** Math.min(times, 8), MAX_RECONNECT_DELAY_MS) + Math.random() * 50,
    scripts: SCRIPTS,
  })
  let away = false
  redis.on('error', (error: Error) => {
    if (!away) logger.warn({ err: error }, `live log ${name}: Redis is away`)
    away = true
  })
  redis.on('ready', () => {
    if (away) logger.info({}, `live log ${name}: Redis is back`)
    away = false
  })
  return redis
}

export function openCommands(url: string, logger: Logger, commandTimeoutMs?: number): CommandConnection {
  return open(url, 'commands', logger, commandTimeoutMs) as CommandConnection
}

export function openSubscriptions(url: string, logger: Logger): Redis {
  return open(url, 'subscriptions', logger)
}

const began = new WeakMap<Redis, Promise<void>>()

/** Resolves once the first attempt to connect has succeeded or failed, so that a program's first command is not refused for being early. */
export function firstAttempt(redis: Redis): Promise<void> {
  let attempt = began.get(redis)
  if (!attempt) {
    attempt =
      redis.status === 'ready'
        ? Promise.resolve()
        : new Promise((resolve) => {
            for (const event of ['ready', 'close', 'end'] as const) redis.once(event, () => resolve())
          })
    began.set(redis, attempt)
  }
  return attempt
}

/** Runs a script. A connection that fails is an answer too: `UNAVAILABLE` where nothing was sent, `UNCERTAIN` where it may have run. */
export async function runScript<K extends LogTypes>(
  redis: CommandConnection,
  script: 'gavelBid' | 'gavelCommit',
  args: string[],
): Promise<ScriptReply<K>> {
  await firstAttempt(redis)
  if (redis.status !== 'ready') return { tag: 'UNAVAILABLE', why: `the connection is in state "${redis.status}"` }
  let tuple: string[]
  try {
    tuple = await redis[script](...args)
  } catch (error) {
    if (!(error instanceof Error)) throw error
    // Redis itself refused (still loading, read only, out of memory): the scripts write nothing before all their checks.
    const sent = !(error instanceof ReplyError) && !error.message.startsWith("Stream isn't writeable")
    return { tag: sent ? 'UNCERTAIN' : 'UNAVAILABLE', why: error.message }
  }
  return readReply(tuple)
}

/** Runs a read. @throws LogUnavailableError whatever the connection's trouble is. */
export async function read<T>(redis: Redis, ask: () => Promise<T>): Promise<T> {
  await firstAttempt(redis)
  try {
    return await ask()
  } catch (cause) {
    throw unavailable(cause)
  }
}

/** The results of a pipeline or transaction. @throws LogUnavailableError if any of its commands failed. */
export async function readAll(
  redis: Redis,
  ask: () => { exec(): Promise<[error: Error | null, result: unknown][] | null> },
): Promise<unknown[]> {
  const results = await read(redis, () => ask().exec())
  if (!results) throw unavailable(new Error('the transaction was dropped'))
  return results.map(([error, result]) => {
    if (error) throw unavailable(error)
    return result
  })
}

function unavailable(cause: unknown): LogUnavailableError {
  const why = cause instanceof Error ? cause.message : String(cause)
  return new LogUnavailableError(`the live log could not be reached: ${why}`, { cause })
}
