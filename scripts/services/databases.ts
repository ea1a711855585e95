import type { ServiceUrls } from './find.ts'

const withPath = (url: string, path: string): string => {
  const other = new URL(url)
  other.pathname = path
  return other.href
}

/** The same servers with other databases: PostgreSQL and MongoDB know them by name, Redis by number. RabbitMQ is shared. */
export const otherDatabases = (urls: ServiceUrls, name: string, redisDatabase: number): ServiceUrls => ({
  ...urls,
  postgres: withPath(urls.postgres, name),
  mongodb: withPath(urls.mongodb, name),
  redisLive: withPath(urls.redisLive, String(redisDatabase)),
  redisWork: withPath(urls.redisWork, String(redisDatabase)),
})
