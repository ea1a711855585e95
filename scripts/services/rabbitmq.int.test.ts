import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { profilePaths } from '../lib/paths.ts'
import { rabbitmq } from './rabbitmq.ts'

const fromPath = rabbitmq.candidates.find(({ id }) => id === 'path')

it('RUN-10 what a broken broker leaves behind lies in its own folders', async ({ skip }) => {
  skip(!(await fromPath?.isAvailable()), 'no RabbitMQ on the PATH')
  const base = mkdtempSync(join(tmpdir(), 'gavel-place-'))
  const paths = { ...profilePaths('test'), data: join(base, 'data'), logs: join(base, 'logs') }
  const secrets = {
    ...{ postgres: 'p', redis: 'r', rabbitmq: 'q', authSecret: 'a', operatorToken: 'o', demoPassword: 'd' },
    ...{ stripeKey: 'k', stripePublishableKey: 'l', stripeWebhooks: 'w' },
  }
  try {
    const placed = await fromPath?.place({ profile: 'test', paths, secrets, say: () => {} })
    expect(placed?.programs.map(({ name }) => name)).toEqual(['epmd', 'rabbitmq'])
    for (const { cwd, env } of placed?.programs ?? []) {
      expect(cwd).toBe(join(paths.data, 'rabbitmq'))
      expect(env?.ERL_CRASH_DUMP).toBe(join(paths.logs, 'erl_crash.dump'))
    }
  } finally {
    rmSync(base, { recursive: true })
  }
})
