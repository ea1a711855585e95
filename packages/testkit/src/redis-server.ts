import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Redis } from 'ioredis'
import { freePort, Program } from './program.ts'
import type { PrivateServer } from './servers.ts'

/** A Redis of one test's own, as durable as the one for live logs, that it may also freeze. */
export type PrivateRedis = PrivateServer & {
  /** Keeps its connections open and answers nothing. */
  freeze(): void
  thaw(): void
}

/** Starts `redis-server` on a free port with `appendfsync always`. */
export async function startRedis(): Promise<PrivateRedis> {
  const folder = mkdtempSync(join(tmpdir(), 'gavel-redis-'))
  const port = await freePort()
  const url = `redis://127.0.0.1:${port}`
  const server = await Program.start({
    name: 'redis',
    command: 'redis-server',
    args: `--port ${port} --bind 127.0.0.1 --dir ${folder} --save --appendonly yes --appendfsync always`.split(' '),
    isReady: () => answersPing(url),
  })
  return {
    url,
    kill: () => server.kill(),
    start: () => server.start(),
    freeze: () => void process.kill(server.pid, 'SIGSTOP'),
    thaw: () => void process.kill(server.pid, 'SIGCONT'),
    [Symbol.asyncDispose]: async () => {
      await server.kill()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function answersPing(url: string): Promise<boolean> {
  const redis = new Redis(url, { lazyConnect: true, retryStrategy: () => null })
  redis.on('error', () => {})
  try {
    await redis.connect()
    await redis.ping()
    return true
  } catch {
    return false
  } finally {
    redis.disconnect()
  }
}
