import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { findOnPath } from '../lib/command.ts'
import { answers } from '../lib/net.ts'
import { privatePort } from '../lib/ports.ts'
import { canInstallPackages } from './debian.ts'
import type { Placement, Service, ServiceContext } from './service.ts'
import { Unavailable } from './service.ts'

/** Valkey is the same server under the name that newer distributions carry. */
const program = () => findOnPath('redis-server') ?? findOnPath('valkey-server')

const settings = (port: number, dir: string, password: string, appendfsync: 'always' | 'everysec') => `bind 127.0.0.1
port ${port}
dir "${dir}"
requirepass ${password}
save ""
appendonly yes
appendfsync ${appendfsync}
maxmemory-policy noeviction
`

const place = async (
  key: 'redisLive' | 'redisWork',
  appendfsync: 'always' | 'everysec',
  { paths, secrets }: ServiceContext,
): Promise<Placement> => {
  const command = program()
  if (!command) throw new Unavailable('redis-server is not on the PATH')
  const port = await privatePort()
  const dir = join(paths.data, key)
  mkdirSync(dir, { recursive: true })
  const config = join(dir, 'redis.conf')
  writeFileSync(config, settings(port, dir, secrets.redis, appendfsync), { mode: 0o600 })
  const hello = `AUTH ${secrets.redis}\r\nPING\r\n`
  return {
    url: `redis://default:${secrets.redis}@127.0.0.1:${port}`,
    programs: [
      {
        name: key,
        command,
        args: [config],
        logFile: join(paths.logs, `${key}.log`),
        // While it loads its file it answers LOADING in place of PONG.
        isReady: () => answers('127.0.0.1', port, hello, (answer) => answer.includes('+PONG'), 500),
        readyTimeoutMs: 60_000,
      },
    ],
  }
}

const redis = (
  key: 'redisLive' | 'redisWork',
  title: string,
  variable: string,
  composeService: string,
  appendfsync: 'always' | 'everysec',
): Service => ({
  key,
  title,
  variable,
  defaultPort: 6379,
  compose: { service: composeService, port: 6379, url: (address) => `redis://${address}` },
  candidates: [
    {
      id: 'path',
      words: 'a private redis-server from the PATH',
      isAvailable: async () => program() !== undefined,
      place: (context) => place(key, appendfsync, context),
    },
    {
      id: 'debian',
      words: "a private redis-server from Debian's packages",
      isAvailable: async () => canInstallPackages(),
      debianPackages: ['redis-server'],
      place: (context) => place(key, appendfsync, context),
    },
  ],
  remedy: `install redis-server (Debian: \`sudo apt-get install redis-server\`; macOS: \`brew install redis\`) or set ${variable}`,
})

/** Live logs: an accepted bid is on the disk before its answer. */
export const redisLive = redis('redisLive', 'Redis (live logs)', 'REDIS_LIVE_URL', 'redis-live', 'always')

/** Rate limits, jobs and caches: apart, so that they neither pay for nor slow the write of a bid. */
export const redisWork = redis('redisWork', 'Redis (work)', 'REDIS_WORK_URL', 'redis-work', 'everysec')
