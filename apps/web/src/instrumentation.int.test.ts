import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, it } from 'vitest'
import { register } from './instrumentation.ts'

it('API-13 a handler sees the socket’s address, whatever header somebody sends', async () => {
  await register()
  const server = createServer((request, response) => response.end(request.headers['x-forwarded-for'])).listen(
    0,
    '127.0.0.1',
  )
  try {
    await once(server, 'listening')
    const { port } = server.address() as AddressInfo
    const answer = await fetch(`http://127.0.0.1:${port}/`, { headers: { 'x-forwarded-for': '6.6.6.6' } })
    expect(await answer.text()).toBe('127.0.0.1')
  } finally {
    server.close()
  }
})

/** The web app as it begins, in a process of its own. @returns how it ended, and its last words */
const begun = (env: NodeJS.ProcessEnv): Promise<{ code: unknown; stderr: string }> =>
  new Promise((resolve) => {
    const script = `import(${JSON.stringify(new URL('./instrumentation.ts', import.meta.url).href)}).then(({ register }) => register())`
    execFile(process.execPath, ['-e', script], { env }, (error, _, stderr) =>
      resolve({ code: error?.code ?? 0, stderr }),
    )
  })
const GOOD = {
  AUTH_SECRET: 'c3b8d61f0a2e4795be07d1f6a93c52e8',
  OPERATOR_TOKEN: '9e41f7a06cd2b835aa1e0c74d5f3682b',
  NODE_ENV: 'production' as const,
}

it('PHOTO-9 a web app that can keep no picture ends with one sentence', async () => {
  const S3 = { S3_BUCKET: 'gavel-media', S3_ACCESS_KEY_ID: 'id', S3_SECRET_ACCESS_KEY: 'key' }
  const { code, stderr } = await begun({ ...GOOD, ...S3, S3_ENDPOINT: 'http://127.0.0.1:9' })
  expect(code).toBe(1)
  expect(stderr).toMatch(/^Pictures cannot be kept in the bucket “gavel-media” .*S3_ENDPOINT.*\n$/)
})

it('GUARD-5 a web app whose secret others know ends with one sentence', async () => {
  const { code, stderr } = await begun({ ...GOOD, AUTH_SECRET: 'change-me-change-me' })
  expect(code).toBe(1)
  expect(stderr).toMatch(/^AUTH_SECRET .*\n$/)
})
