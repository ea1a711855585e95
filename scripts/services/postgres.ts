import { chmodSync, chownSync, existsSync, mkdirSync, realpathSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { findIn, findOnPath, mustRun, run } from '../lib/command.ts'
import { answers } from '../lib/net.ts'
import { privatePort } from '../lib/ports.ts'
import { Problem } from '../lib/problem.ts'
import { canInstallPackages, isRoot } from './debian.ts'
import { type Placement, type Service, type ServiceContext, Unavailable } from './service.ts'

const folders = [
  '/usr/lib/postgresql/*/bin',
  '/usr/pgsql-*/bin',
  '/opt/homebrew/opt/postgresql*/bin',
  '/usr/local/opt/postgresql*/bin',
]

/** The folder of a whole server; the PATH often has only the client. */
const binaries = (): string | undefined => {
  const initdb = findOnPath('initdb') ?? findIn('initdb', folders)
  // What is on the PATH may be a link into the folder that holds the server.
  const folder = initdb && dirname(realpathSync(initdb))
  return folder && existsSync(join(folder, 'postgres')) ? folder : undefined
}

type Account = { uid: number; gid: number }

/** PostgreSQL refuses to run as root, so there it runs as the user that its package made, else as nobody. */
const accountForRoot = async (): Promise<Account> => {
  for (const name of ['postgres', 'nobody']) {
    const [uid, gid] = await Promise.all([run('id', ['-u', name]), run('id', ['-g', name])])
    if (uid.code === 0 && gid.code === 0) return { uid: Number(uid.output), gid: Number(gid.output) }
  }
  throw new Problem('PostgreSQL refuses to run as root and no user "postgres" exists: run Gavel as another user.')
}

/** True when everybody may walk through every folder above this one (root's home folder, for one, is closed). */
const isReachable = (folder: string): boolean => {
  const parent = dirname(folder)
  return (statSync(folder).mode & 0o001) !== 0 && (parent === folder || isReachable(parent))
}

type Launch = (
  program: string,
  args: readonly string[],
) => { command: string; args: readonly string[] } & Partial<Account>

/**
 * How to call PostgreSQL's programs: as they are, or from root as another account. Where that account could not walk to
 * the data, it is lent the one capability for it, since the data must stay inside the project folder.
 */
const launcher = async (bin: string, dir: string): Promise<Launch> => {
  if (!isRoot) return (program, args) => ({ command: join(bin, program), args })
  const account = await accountForRoot()
  chownSync(dir, account.uid, account.gid)
  if (isReachable(dirname(dir))) return (program, args) => ({ command: join(bin, program), args, ...account })
  const capability = ['--inh-caps=+dac_override', '--ambient-caps=+dac_override']
  const identity = [`--reuid=${account.uid}`, `--regid=${account.gid}`, '--clear-groups']
  const launch: Launch = (program, args) => ({
    command: 'setpriv',
    args: [...identity, ...capability, join(bin, program), ...args],
  })
  const probe = launch('postgres', ['--version'])
  if ((await run(probe.command, probe.args)).code !== 0)
    throw new Problem(
      `PostgreSQL cannot run as root, and its user cannot walk to ${dir}: clone Gavel into a folder that all users may enter, such as /srv/gavel.`,
    )
  return launch
}

const initialise = async (launch: Launch, dir: string, data: string, password: string): Promise<void> => {
  // A first start that was cut off leaves half a cluster, which nothing can use.
  rmSync(data, { recursive: true, force: true })
  const passwordFile = join(dir, 'password')
  writeFileSync(passwordFile, password, { mode: 0o600 })
  const owner = statSync(dir)
  chownSync(passwordFile, owner.uid, owner.gid)
  const locale = process.platform === 'linux' ? 'C.UTF-8' : 'C'
  const failed = 'PostgreSQL could not create its data: the reason is above.'
  const initdb = launch('initdb', [
    '-D',
    data,
    '-U',
    'gavel',
    '-A',
    'scram-sha-256',
    `--pwfile=${passwordFile}`,
    '-E',
    'UTF8',
    `--locale=${locale}`,
  ])
  await mustRun(failed, initdb.command, initdb.args, { uid: initdb.uid, gid: initdb.gid, cwd: '/' })
  rmSync(passwordFile)
  const single = launch('postgres', ['--single', '-D', data, 'postgres'])
  await mustRun(failed, single.command, single.args, {
    uid: single.uid,
    gid: single.gid,
    cwd: '/',
    input: 'CREATE DATABASE gavel;\n',
  })
  writeFileSync(join(dir, 'created'), '')
}

/** The message that opens a connection; a server that is still starting or recovering answers it with an error. */
const startup = (() => {
  const body = Buffer.from('\0\u0003\0\0user\0gavel\0database\0gavel\0\0', 'latin1')
  const length = Buffer.alloc(4)
  length.writeInt32BE(body.length + 4)
  return Buffer.concat([length, body])
})()
const AUTHENTICATION = 'R'.charCodeAt(0)

const place = async ({ profile, paths, secrets }: ServiceContext): Promise<Placement> => {
  const bin = binaries()
  if (!bin) throw new Unavailable('no PostgreSQL server was found')
  const dir = join(paths.data, 'postgres')
  mkdirSync(dir, { recursive: true })
  chmodSync(dir, 0o700)
  const launch = await launcher(bin, dir)
  const data = join(dir, 'data')
  if (!existsSync(join(dir, 'created'))) await initialise(launch, dir, data, secrets.postgres)
  const port = await privatePort()
  // Tests begin with nothing and end with nothing, so they need not wait for the disk.
  const durability = profile === 'test' ? ['-F'] : []
  const server = launch('postgres', [
    ...['-D', data, '-p', String(port), '-h', '127.0.0.1', ...durability],
    ...['-c', 'unix_socket_directories=', '-c', 'max_connections=200'],
  ])
  return {
    url: `postgresql://gavel:${secrets.postgres}@127.0.0.1:${port}/gavel`,
    programs: [
      {
        ...server,
        name: 'postgres',
        cwd: '/',
        logFile: join(paths.logs, 'postgres.log'),
        isReady: () => answers('127.0.0.1', port, startup, (answer) => answer[0] === AUTHENTICATION),
        readyTimeoutMs: 60_000,
        // "Fast": open connections are closed, and the next start needs no recovery.
        stopSignal: 'SIGINT',
      },
    ],
  }
}

export const postgres: Service = {
  key: 'postgres',
  title: 'PostgreSQL',
  variable: 'DATABASE_URL',
  defaultPort: 5432,
  compose: { service: 'postgres', port: 5432, url: (address) => `postgresql://gavel:gavel@${address}/gavel` },
  candidates: [
    {
      id: 'path',
      words: 'a private server with the programs installed here',
      isAvailable: async () => binaries() !== undefined,
      place,
    },
    {
      id: 'debian',
      words: "a private server from Debian's packages",
      isAvailable: async () => canInstallPackages(),
      debianPackages: ['postgresql'],
      place,
    },
  ],
  remedy:
    'install it (Debian: `sudo apt-get install postgresql`; macOS: `brew install postgresql@17`) or set DATABASE_URL',
}
