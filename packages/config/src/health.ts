import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { metricsPage } from './metrics.ts'

/** Resolves when what it looks at works; rejects with a reason when it does not. */
export type ReadinessCheck = () => Promise<unknown>
export type ReadinessChecks = Readonly<Record<string, ReadinessCheck>>

/** `failing` names what does not work, with the reason; a program is ready when it is empty. */
export type Readiness = { ready: boolean; failing: Record<string, string> }

const CHECK_TIMEOUT_MS = 2_000

const bounded = async (check: ReadinessCheck, timeoutMs: number): Promise<void> => {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${timeoutMs} ms`)), timeoutMs)
  })
  try {
    await Promise.race([check(), late])
  } finally {
    clearTimeout(timer)
  }
}

/** Runs all checks at once, each within `timeoutMs`. Never rejects. */
export const readiness = async (checks: ReadinessChecks, timeoutMs = CHECK_TIMEOUT_MS): Promise<Readiness> => {
  const failing: Record<string, string> = {}
  await Promise.all(
    Object.entries(checks).map(async ([name, check]) => {
      try {
        await bounded(check, timeoutMs)
      } catch (error) {
        failing[name] = error instanceof Error ? error.message : String(error)
      }
    }),
  )
  return { ready: Object.keys(failing).length === 0, failing }
}

const json = (response: ServerResponse, status: number, body: unknown) => {
  response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' })
  response.end(JSON.stringify(body))
}

/**
 * Answers /healthz (the process lives), /readyz (what it needs works) and /metrics.
 * Resolves to false, with nothing written, for every other path, so that it fits in front of another handler.
 */
export const healthHandler =
  (checks: ReadinessChecks) =>
  async (request: IncomingMessage, response: ServerResponse): Promise<boolean> => {
    switch (new URL(request.url ?? '/', 'http://localhost').pathname) {
      case '/healthz':
        json(response, 200, { ok: true })
        return true
      case '/readyz': {
        const state = await readiness(checks)
        json(response, state.ready ? 200 : 503, state)
        return true
      }
      case '/metrics': {
        const page = await metricsPage()
        response.writeHead(200, { 'content-type': page.contentType })
        response.end(page.body)
        return true
      }
      default:
        return false
    }
  }

/** A small HTTP server for a program that has none of its own. `port` 0 takes any free one; the answer says which. */
export const serveHealth = async (
  { port, host }: { port: number; host: string },
  checks: ReadinessChecks,
): Promise<{ port: number; close: () => Promise<void> }> => {
  const answer = healthHandler(checks)
  const server = createServer((request, response) => {
    answer(request, response).then(
      (answered) => answered || json(response, 404, { error: 'Not found' }),
      (error: unknown) => json(response, 500, { error: String(error) }),
    )
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, resolve)
  })
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()))
        server.closeAllConnections()
      }),
  }
}
