import { PrismaPg } from '@prisma/adapter-pg'
import { PrismaClient } from '../generated/client.ts'

/** An open PostgreSQL. Make one for each process; every store function takes it first. */
export type Postgres = {
  readonly prisma: PrismaClient
  /** Resolves when the server answers; rejects within five seconds when it does not. */
  readonly ping: () => Promise<void>
  readonly close: () => Promise<void>
}

/** The server could not be reached. The message is one sentence without the credentials of the address. */
export class PostgresUnreachableError extends Error {
  override name = 'PostgresUnreachableError'
}

/** What to say, and to do, when nothing answers there. */
export const unreachableWords = (url: string): string =>
  `PostgreSQL does not answer at ${new URL(url).host}: start it, or correct DATABASE_URL.`

const CONNECT_TIMEOUT_MS = 5_000
const STATEMENT_TIMEOUT_MS = 10_000

/**
 * Opens the database that `url` names. It heals by itself when the server comes back.
 * @throws PostgresUnreachableError when no server answers within five seconds.
 */
export const connectPostgres = async (url: string): Promise<Postgres> => {
  const prisma = new PrismaClient({
    adapter: new PrismaPg({
      connectionString: url,
      connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
      query_timeout: STATEMENT_TIMEOUT_MS,
      statement_timeout: STATEMENT_TIMEOUT_MS,
      max: 10,
    }),
    // Prisma gives up after 2 s to begin and 5 s in all, as when a whole hall registers at once: waiting is better than a failure.
    transactionOptions: { maxWait: STATEMENT_TIMEOUT_MS, timeout: STATEMENT_TIMEOUT_MS },
  })
  const ping = async () => {
    await prisma.$queryRaw`SELECT 1`
  }
  try {
    await ping()
  } catch (cause) {
    await prisma.$disconnect()
    throw new PostgresUnreachableError(unreachableWords(url), { cause })
  }
  return { prisma, ping, close: () => prisma.$disconnect() }
}
