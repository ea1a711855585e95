import { existsSync } from 'node:fs'
import { networkInterfaces } from 'node:os'
import { join } from 'node:path'
import { findChromium } from '../lib/chromium.ts'
import { findOnPath, run } from '../lib/command.ts'
import { freeBytes } from '../lib/disk.ts'
import { type RunFile, runningSupervisor } from '../lib/instance.ts'
import { readJson } from '../lib/json-file.ts'
import { profilePaths, root } from '../lib/paths.ts'
import { isPortFree } from '../lib/ports.ts'
import { runMain } from '../lib/problem.ts'
import { privateAddresses } from '../lib/reach.ts'
import { green, red, say, yellow } from '../lib/say.ts'
import { canInstallPackages, isRoot } from '../services/debian.ts'
import { hasDockerEngine } from '../services/docker.ts'
import { firstAvailable, services } from '../services/find.ts'
import { hasJavaAndMaven } from '../services/mongodb.ts'

type Finding = { state: 'ok' | 'note' | 'missing'; text: string }
const ok = (text: string): Finding => ({ state: 'ok', text })
const note = (text: string): Finding => ({ state: 'note', text })
const missing = (text: string): Finding => ({ state: 'missing', text })

const PROBE_TIMEOUT_MS = 6_000
const MIN_FREE_BYTES = 1e9

const disk = (): Finding => {
  const free = `${(freeBytes() / 1e9).toFixed(1)} GB free`
  return freeBytes() < MIN_FREE_BYTES ? missing(`Disk: ${free}; free some space`) : ok(`Disk: ${free}`)
}

const user = (): Finding => {
  if (!isRoot) return note('User: not root, so nothing is installed outside the project folder')
  return canInstallPackages()
    ? ok("User: root, so Debian's packages can be installed")
    : note('User: root, without apt')
}

/** Asked through npm, which knows the proxy and the certificates of this machine. */
const network = async (): Promise<Finding> => {
  const { code } = await run('npm', ['ping', '--fetch-retries=0'], { timeoutMs: PROBE_TIMEOUT_MS })
  return code === 0
    ? ok('Network: the package registry answers')
    : note('Network: the package registry does not answer; what is installed already works without it')
}

const ports = async (): Promise<Finding[]> => {
  // Whoever runs Gavel finds its ports taken by Gavel.
  if (runningSupervisor(profilePaths('main'))) return []
  return Promise.all(
    [
      { variable: 'PORT', port: Number(process.env.PORT || 3000) },
      { variable: 'REALTIME_PORT', port: Number(process.env.REALTIME_PORT || 3001) },
      { variable: 'WORKERS_PORT', port: Number(process.env.WORKERS_PORT || 3002) },
    ].map(async ({ variable, port }) => {
      if (await isPortFree(port)) return ok(`Port ${port}: free`)
      if (process.env[variable]) return missing(`Port ${port}: taken, and ${variable} fixes it; choose another`)
      return note(`Port ${port}: taken; the next free one will be used`)
    }),
  )
}

/** Where phones would find Gavel. */
const hall = (): Finding => {
  const [first, ...others] = privateAddresses(networkInterfaces())
  if (!first) return note('Hall: this machine is in no private network, so `npm start -- --lan` needs an address')
  const more = others.length === 0 ? '' : `; also ${others.map(({ address }) => address).join(', ')}`
  return ok(`Hall: \`npm start -- --lan\` opens Gavel to phones at ${first.address} (${first.device}${more})`)
}

const serviceFindings = (): Promise<Finding[]> => {
  const sources = readJson<Record<string, string>>(profilePaths('main').sources) ?? {}
  return Promise.all(
    services.map(async (service) => {
      const way = await firstAvailable(service, { profile: 'main' }, sources[service.key])
      return way ? ok(`${service.title}: ${way.words}`) : missing(`${service.title}: ${service.remedy}`)
    }),
  )
}

const tools = async (): Promise<Finding[]> => [
  ok(`Node: ${process.versions.node} (pinned, in .tools)`),
  (await hasDockerEngine())
    ? ok('Docker Compose: an engine answers')
    : note('Docker Compose: no engine answers; it is not needed'),
  (await hasJavaAndMaven())
    ? ok('JDK and Maven: found, for the MongoDB stand-in')
    : note('JDK 17 and Maven: not found; only the MongoDB stand-in needs them'),
  findChromium() ? ok('Chromium: found') : note('Chromium: not found; only `npm test` needs it'),
  findOnPath('git') ? ok('Git: found') : note('Git: not found; only `npm test` needs it'),
]

const installation = (): Finding[] => {
  const paths = profilePaths('main')
  const supervisor = runningSupervisor(paths)
  const url = readJson<RunFile>(paths.run)?.webUrl
  return [
    existsSync(join(root, 'node_modules')) ? ok('Dependencies: installed') : missing('Dependencies: run `npm start`'),
    supervisor
      ? ok(`Gavel: ${url ? `runs at ${url}` : 'is being started'} (process ${supervisor.pid})`)
      : note('Gavel: not running'),
  ]
}

const marks = { ok: green(' ok'), note: yellow('  -'), missing: red(' no') }

const main = async (): Promise<number> => {
  const findings = [
    ...(await tools()),
    disk(),
    user(),
    await network(),
    hall(),
    ...(await ports()),
    ...(await serviceFindings()),
    ...installation(),
  ]
  for (const { state, text } of findings) say(`${marks[state]} ${text}`)
  const problems = findings.filter(({ state }) => state === 'missing').length
  say()
  say(problems === 0 ? 'Nothing is in the way of `npm start`.' : `${problems} to put right before \`npm start\`.`)
  return problems === 0 ? 0 : 1
}

await runMain(main)
