import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort, Program, type ProgramSpec, root } from './program.ts'

/** A store of one test's own, that it may kill and start again on the same data. */
export type PrivateServer = {
  readonly url: string
  /** Ends it as a power cut would. */
  kill(): Promise<void>
  /** Starts it again, on the data that is there. */
  start(): Promise<void>
  [Symbol.asyncDispose](): Promise<void>
}

/** Whether something on this port answers `hello`; with an empty one, whether it lets us in. */
function answers(port: number, hello: string | Buffer, isAnswer: (data: Buffer) => boolean): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    const end = (value: boolean) => {
      socket.destroy()
      resolve(value)
    }
    socket.setTimeout(1_000, () => end(false))
    socket.once('error', () => end(false))
    socket.once('connect', () => (hello.length === 0 ? end(true) : socket.write(hello)))
    socket.once('data', (data) => end(isAnswer(data)))
  })
}

async function serve(dir: string, url: string, specs: readonly ProgramSpec[]): Promise<PrivateServer> {
  const programs: Program[] = []
  for (const spec of specs) programs.push(await Program.start(spec))
  const server = programs.at(-1)
  if (!server) throw new Error('a server is at least one program')
  return {
    url,
    kill: () => server.kill(),
    start: () => server.start(),
    async [Symbol.asyncDispose]() {
      for (const program of programs.toReversed()) await program.kill()
      rmSync(dir, { recursive: true, force: true })
    },
  }
}

/** A MongoDB of one's own: the stand-in, or `mongod` where `npm start` would take that. Writes are on the disk before their answer. */
export async function startMongo(): Promise<PrivateServer> {
  const dir = mkdtempSync(join(tmpdir(), 'gavel-mongo-'))
  const port = await freePort()
  const jars = join(root, '.tools', 'mongo-stand-in')
  const program = existsSync(jars)
    ? {
        command: 'java',
        args: [
          '-Xmx256m',
          '-cp',
          join(jars, '*'),
          join(root, 'infra', 'mongo-stand-in', 'MongoStandIn.java'),
          String(port),
          join(dir, 'data.mv'),
        ],
      }
    : { command: 'mongod', args: ['--port', String(port), '--bind_ip', '127.0.0.1', '--dbpath', dir] }
  return serve(dir, `mongodb://127.0.0.1:${port}/gavel`, [
    { name: 'mongodb', ...program, isReady: () => answers(port, '', () => true), readyTimeoutMs: 60_000 },
  ])
}

/** The opening of AMQP 0-9-1; a broker answers it with a method frame, which begins with 1. */
const AMQP_HELLO = Buffer.from('AMQP\u0000\u0000\u0009\u0001', 'latin1')

const firstThatExists = (name: string, paths: readonly string[]) => paths.find((path) => existsSync(path)) ?? name

/** A RabbitMQ of one's own. Erlang takes 15 s to start, so a test file has one at most. */
export async function startRabbit(): Promise<PrivateServer> {
  const dir = mkdtempSync(join(tmpdir(), 'gavel-rabbit-'))
  const [port, distributionPort, epmdPort] = [await freePort(), await freePort(), await freePort()]
  for (const folder of ['home', 'log', 'mnesia']) mkdirSync(join(dir, folder))
  writeFileSync(join(dir, 'enabled_plugins'), '[].')
  writeFileSync(join(dir, 'rabbitmq.conf'), 'vm_memory_high_watermark.absolute = 512MB\n')
  const env = {
    HOME: join(dir, 'home'),
    ERL_EPMD_PORT: String(epmdPort),
    ERL_EPMD_ADDRESS: '127.0.0.1',
    ERL_CRASH_DUMP: join(dir, 'erl_crash.dump'),
  }
  return serve(dir, `amqp://guest:guest@127.0.0.1:${port}`, [
    {
      name: 'epmd',
      command: firstThatExists('epmd', ['/usr/bin/epmd', '/usr/lib/erlang/bin/epmd']),
      args: ['-port', String(epmdPort), '-address', '127.0.0.1'],
      env,
      cwd: dir,
      isReady: () => answers(epmdPort, '', () => true),
    },
    {
      name: 'rabbitmq',
      // Debian's script on the PATH changes to the system's own data and user; the one behind it does not.
      command: firstThatExists('rabbitmq-server', ['/usr/lib/rabbitmq/bin/rabbitmq-server']),
      args: [],
      // Erlang drops what a crash leaves where it stands.
      cwd: dir,
      env: {
        ...env,
        RABBITMQ_NODENAME: `gavel-${port}@localhost`,
        RABBITMQ_NODE_IP_ADDRESS: '127.0.0.1',
        RABBITMQ_NODE_PORT: String(port),
        RABBITMQ_DIST_PORT: String(distributionPort),
        RABBITMQ_MNESIA_BASE: join(dir, 'mnesia'),
        RABBITMQ_LOG_BASE: join(dir, 'log'),
        RABBITMQ_PID_FILE: join(dir, 'rabbit.pid'),
        RABBITMQ_ENABLED_PLUGINS_FILE: join(dir, 'enabled_plugins'),
        RABBITMQ_CONFIG_FILE: join(dir, 'rabbitmq'),
        RABBITMQ_CONF_ENV_FILE: '/dev/null',
      },
      pidFile: join(dir, 'rabbit.pid'),
      isReady: () => answers(port, AMQP_HELLO, (data) => data[0] === 1),
      readyTimeoutMs: 120_000,
    },
  ])
}
