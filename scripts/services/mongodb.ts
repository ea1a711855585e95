import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { findOnPath, mustRun, run } from '../lib/command.ts'
import { answers } from '../lib/net.ts'
import { root, toolsDir } from '../lib/paths.ts'
import { privatePort } from '../lib/ports.ts'
import type { ProgramSpec } from '../lib/program.ts'
import { canInstallPackages } from './debian.ts'
import { canDownloadMongod, downloadMongod } from './mongodb-official.ts'
import { type Placement, type Service, type ServiceContext, Unavailable } from './service.ts'

const standIn = join(root, 'infra', 'mongo-stand-in')
const jars = join(toolsDir, 'mongo-stand-in')

const placement = (
  port: number,
  program: Pick<ProgramSpec, 'command' | 'args'>,
  { paths }: ServiceContext,
): Placement => ({
  url: `mongodb://127.0.0.1:${port}/gavel`,
  programs: [
    {
      ...program,
      name: 'mongodb',
      logFile: join(paths.logs, 'mongodb.log'),
      isReady: () => answers('127.0.0.1', port),
      readyTimeoutMs: 60_000,
    },
  ],
})

const placeMongod = async (command: string | undefined, context: ServiceContext): Promise<Placement> => {
  if (!command) throw new Unavailable('mongod is not on the PATH')
  const port = await privatePort()
  const dir = join(context.paths.data, 'mongod')
  mkdirSync(dir, { recursive: true })
  return placement(
    port,
    { command, args: ['--port', String(port), '--bind_ip', '127.0.0.1', '--dbpath', dir] },
    context,
  )
}

/** The stand-in's library is built for Java 17; a run-time without a compiler cannot run a source file. */
const MIN_JAVA = 17

/** True when a new enough JDK and Maven are on the PATH. */
export const hasJavaAndMaven = async (): Promise<boolean> => {
  if (!findOnPath('java') || !findOnPath('javac') || !findOnPath('mvn')) return false
  const { output } = await run('java', ['-version'])
  return Number(/version "(\d+)/.exec(output)?.[1] ?? 0) >= MIN_JAVA
}

const fetchJars = async (): Promise<void> => {
  const stamp = join(jars, 'complete')
  const wanted = createHash('sha256')
    .update(readFileSync(join(standIn, 'pom.xml')))
    .digest('hex')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  await mustRun(
    "The MongoDB stand-in's libraries could not be downloaded: check the network, or set MONGODB_URL to a MongoDB server of your own.",
    'mvn',
    [
      ...['-q', '-B', '-f', join(standIn, 'pom.xml'), `-Dmaven.repo.local=${join(toolsDir, 'm2')}`],
      ...['dependency:copy-dependencies', `-DoutputDirectory=${jars}`],
    ],
  )
  writeFileSync(stamp, wanted)
}

const placeStandIn = async (context: ServiceContext): Promise<Placement> => {
  if (!(await hasJavaAndMaven())) throw new Unavailable(`no JDK from version ${MIN_JAVA} on with Maven was found`)
  await fetchJars()
  const port = await privatePort()
  const dir = join(context.paths.data, 'mongo-stand-in')
  mkdirSync(dir, { recursive: true })
  const args = [
    '-Xmx512m',
    '-cp',
    join(jars, '*'),
    join(standIn, 'MongoStandIn.java'),
    String(port),
    join(dir, 'data.mv'),
  ]
  return placement(port, { command: findOnPath('java') ?? 'java', args }, context)
}

const standInWords = 'the embedded stand-in (mongo-java-server on H2, see docs/adr/0002-mongodb-stand-in.md)'

export const mongodb: Service = {
  key: 'mongodb',
  title: 'MongoDB',
  variable: 'MONGODB_URL',
  defaultPort: 27_017,
  compose: { service: 'mongo', port: 27_017, url: (address) => `mongodb://${address}/gavel` },
  candidates: [
    {
      id: 'path',
      words: 'a private mongod from the PATH',
      isAvailable: async () => findOnPath('mongod') !== undefined,
      place: (context) => placeMongod(findOnPath('mongod'), context),
    },
    {
      id: 'official',
      words: 'the official mongod, downloaded into .tools',
      isAvailable: canDownloadMongod,
      place: async (context) => placeMongod(await downloadMongod(), context),
    },
    { id: 'stand-in', words: standInWords, isAvailable: hasJavaAndMaven, place: placeStandIn },
    {
      id: 'stand-in-debian',
      words: `${standInWords}, with Debian's JDK and Maven`,
      isAvailable: async () => canInstallPackages(),
      debianPackages: ['default-jdk-headless', 'maven'],
      place: placeStandIn,
    },
  ],
  remedy: 'install a JDK (17 or newer) and Maven for the stand-in, or set MONGODB_URL to a MongoDB server',
}
