import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { networkInterfaces } from 'node:os'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..', '..')

/** A web app and sockets beside those that are under test, on the same stores, open to the network as `npm start -- --lan` opens them. */
export type Hall = { url: string; here: string; realtimeUrl: string; close(): Promise<void> }

/** An address of this machine that is not its own name for itself; undefined where it is in no network. */
export const ownAddress = (): string | undefined =>
  Object.values(networkInterfaces())
    .flatMap((entries) => entries ?? [])
    .find(({ family, internal }) => family === 'IPv4' && !internal)?.address

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  return typeof address === 'object' && address ? address.port : 0
}

/** True as soon as the address answers, which it does within the time. */
const answers = async (url: string, deadlineMs: number): Promise<boolean> => {
  while (Date.now() < deadlineMs) {
    const response = await fetch(url, { signal: AbortSignal.timeout(2_000) }).catch(() => null)
    if (response?.ok) return true
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  return false
}

/** Opens the hall at this address of the machine. The stores are those of the environment, the web app its production build. */
export async function openHall(address: string): Promise<Hall> {
  const [web, realtime] = [await freePort(), await freePort()]
  const url = `http://${address}:${web}`
  const realtimeUrl = `http://${address}:${realtime}`
  const env = {
    ...process.env,
    NODE_ENV: 'production' as const,
    LOG_LEVEL: 'warn',
    PORT: String(web),
    REALTIME_PORT: String(realtime),
    WEB_URL: url,
    NEXTAUTH_URL: url,
    REALTIME_URL: realtimeUrl,
    LISTEN_HOST: '0.0.0.0',
    // Nobody could read letters of this machine at a phone.
    SMTP_URL: '',
    INBOX_URL: '',
    // Nor pay at a Stripe of this machine's own.
    STRIPE_SECRET_KEY: '',
    STRIPE_PUBLISHABLE_KEY: '',
    STRIPE_WEBHOOK_SECRET: '',
    STRIPE_ADDRESS: '',
  }
  const next = join(root, 'apps', 'web', 'node_modules', 'next', 'dist', 'bin', 'next')
  const children = [
    run([join(root, 'apps', 'realtime', 'src', 'main.ts')], root, env),
    run([next, 'start', '--port', String(web), '--hostname', '0.0.0.0'], join(root, 'apps', 'web'), env),
  ]
  const close = async () => {
    await Promise.all(children.map(end))
  }
  const deadlineMs = Date.now() + 180_000
  const up = await Promise.all([
    answers(`http://127.0.0.1:${realtime}/readyz`, deadlineMs),
    answers(`http://127.0.0.1:${web}/api/healthz`, deadlineMs),
  ])
  if (up.includes(false)) {
    await close()
    throw new Error(`the hall did not open at ${url}`)
  }
  return { url, here: `http://localhost:${web}`, realtimeUrl, close }
}

const run = (args: string[], cwd: string, env: NodeJS.ProcessEnv): ChildProcess =>
  spawn(process.execPath, args, { cwd, env, stdio: ['ignore', 'ignore', 'inherit'] })

const end = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return
  const exited = once(child, 'exit')
  child.kill('SIGTERM')
  const timer = setTimeout(() => child.kill('SIGKILL'), 12_000)
  await exited
  clearTimeout(timer)
}
