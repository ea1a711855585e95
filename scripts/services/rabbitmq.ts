import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { findIn, findOnPath } from '../lib/command.ts'
import { answers } from '../lib/net.ts'
import { privatePort } from '../lib/ports.ts'
import { canInstallPackages } from './debian.ts'
import { type Placement, type Service, type ServiceContext, Unavailable } from './service.ts'

// Debian's script on the PATH changes to the system's own data and user; the one behind it does not.
const program = () =>
  findIn('rabbitmq-server', ['/usr/lib/rabbitmq/bin', '/opt/homebrew/sbin']) ?? findOnPath('rabbitmq-server')
const portMapper = () => findOnPath('epmd') ?? findIn('epmd', ['/usr/lib/erlang/bin', '/usr/lib/erlang/erts-*/bin'])

/** The opening of AMQP 0-9-1; a broker answers it with a method frame, which begins with 1. */
const PROTOCOL_HEADER = Buffer.from('AMQP\u0000\u0000\u0009\u0001', 'latin1')

const place = async ({ profile, paths, secrets }: ServiceContext): Promise<Placement> => {
  const command = program()
  const epmd = portMapper()
  if (!command || !epmd) throw new Unavailable('rabbitmq-server is not on the PATH')
  const [port, distributionPort, epmdPort] = [await privatePort(), await privatePort(), await privatePort()]
  const dir = join(paths.data, 'rabbitmq')
  const home = join(dir, 'home')
  for (const folder of [home, join(dir, 'log'), join(dir, 'mnesia')]) mkdirSync(folder, { recursive: true })
  writeFileSync(join(dir, 'enabled_plugins'), '[].')
  const settings = [
    'vm_memory_high_watermark.absolute = 512MB',
    'disk_free_limit.absolute = 50MB',
    'default_user = gavel',
    `default_pass = ${secrets.rabbitmq}`,
  ]
  writeFileSync(join(dir, 'rabbitmq.conf'), `${settings.join('\n')}\n`, { mode: 0o600 })
  const env = {
    ...process.env,
    HOME: home,
    ERL_EPMD_PORT: String(epmdPort),
    ERL_EPMD_ADDRESS: '127.0.0.1',
    ERL_CRASH_DUMP: join(paths.logs, 'erl_crash.dump'),
  }
  const pidFile = join(dir, 'rabbit.pid')
  return {
    url: `amqp://gavel:${secrets.rabbitmq}@127.0.0.1:${port}`,
    programs: [
      // Started by us rather than by the broker, which would leave it running when it ends.
      {
        name: 'epmd',
        command: epmd,
        args: ['-port', String(epmdPort), '-address', '127.0.0.1'],
        env,
        cwd: dir,
        logFile: join(paths.logs, 'epmd.log'),
        isReady: () => answers('127.0.0.1', epmdPort),
        readyTimeoutMs: 10_000,
      },
      {
        name: 'rabbitmq',
        command,
        args: [],
        // Erlang drops what a crash leaves where it stands.
        cwd: dir,
        env: {
          ...env,
          RABBITMQ_NODENAME: `gavel-${profile}@localhost`,
          RABBITMQ_NODE_IP_ADDRESS: '127.0.0.1',
          RABBITMQ_NODE_PORT: String(port),
          RABBITMQ_DIST_PORT: String(distributionPort),
          RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS: '-kernel inet_dist_use_interface {127,0,0,1}',
          RABBITMQ_MNESIA_BASE: join(dir, 'mnesia'),
          RABBITMQ_LOG_BASE: join(dir, 'log'),
          RABBITMQ_PID_FILE: pidFile,
          RABBITMQ_ENABLED_PLUGINS_FILE: join(dir, 'enabled_plugins'),
          RABBITMQ_CONFIG_FILE: join(dir, 'rabbitmq'),
          RABBITMQ_CONF_ENV_FILE: '/dev/null',
        },
        logFile: join(paths.logs, 'rabbitmq.log'),
        isReady: () => answers('127.0.0.1', port, PROTOCOL_HEADER, (answer) => answer[0] === 1),
        // Erlang takes its time: 15 s on two free cores.
        readyTimeoutMs: 120_000,
        stopTimeoutMs: 20_000,
        pidFile,
      },
    ],
  }
}

export const rabbitmq: Service = {
  key: 'rabbitmq',
  title: 'RabbitMQ',
  variable: 'RABBITMQ_URL',
  defaultPort: 5672,
  compose: { service: 'rabbitmq', port: 5672, url: (address) => `amqp://gavel:gavel@${address}` },
  candidates: [
    {
      id: 'path',
      words: 'a private rabbitmq-server from the PATH',
      isAvailable: async () => program() !== undefined && portMapper() !== undefined,
      place,
    },
    {
      id: 'debian',
      words: "a private rabbitmq-server from Debian's packages",
      isAvailable: async () => canInstallPackages(),
      debianPackages: ['rabbitmq-server'],
      place,
    },
  ],
  remedy:
    'install it (Debian: `sudo apt-get install rabbitmq-server`; macOS: `brew install rabbitmq`) or set RABBITMQ_URL',
}
