import { createLogger, loadEnvPart } from '@gavel/config'
import type { Gavel } from '@gavel/testkit'
import { openGuesses } from './fans/guesses.ts'
import { partsOf } from './parts.ts'
import { serveRealtime } from './server.ts'

const HOUR_MS = 3_600_000

/**
 * A realtime server in the test's own process, on the stores of a Gavel. It looks for nothing by itself but once in an hour, unless it is told
 * otherwise, and keeps roles as long: what reaches its sockets before, a word has brought.
 */
export const givenServer = async (
  { mongo, postgres, log }: Pick<Gavel, 'mongo' | 'postgres' | 'log'>,
  looks = { sessions: HOUR_MS, rooms: HOUR_MS },
  freshMs = HOUR_MS,
): Promise<{ url: string } & AsyncDisposable> => {
  const env = loadEnvPart(['authSecret', 'eventCreation', 'redisLiveUrl', 'redisWorkUrl'])
  const logger = createLogger('test')
  const guesses = openGuesses(env.redisWorkUrl)
  const parts = partsOf({ mongo, postgres, logger }, env, freshMs)
  const hearing = Promise.withResolvers<void>()
  const server = await serveRealtime({
    ...{ port: 0, host: '127.0.0.1', webUrl: 'http://localhost:3000', ownUrls: [] },
    ...parts,
    hearIdentity: (heard, missed) =>
      parts.hearIdentity(heard, () => {
        missed()
        hearing.resolve()
      }),
    ...{ log, guesses, logger, looks, checks: {} },
    clocked: async () => [],
  })
  await hearing.promise
  return {
    url: `http://127.0.0.1:${server.port}`,
    [Symbol.asyncDispose]: async () => {
      await server.close()
      guesses.close()
    },
  }
}
