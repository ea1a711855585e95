import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { findOnPath, run } from '../lib/command.ts'
import { type Profile, root } from '../lib/paths.ts'
import { type Candidate, type Service, Unavailable } from './service.ts'

const ENGINE_TIMEOUT_MS = 5_000

let engine: Promise<boolean> | undefined
/** True when Docker Compose is installed and an engine answers. Asked once. */
export const hasDockerEngine = (): Promise<boolean> => {
  engine ??= (async () => {
    if (!findOnPath('docker')) return false
    const calls = [['compose', 'version'], ['info']].map((args) =>
      run('docker', args, { timeoutMs: ENGINE_TIMEOUT_MS }),
    )
    return (await Promise.all(calls)).every(({ code }) => code === 0)
  })()
  return engine
}

/** Each clone and profile has containers and volumes of its own. */
const compose = (profile: Profile, ...args: string[]) => {
  const project = `gavel-${createHash('sha256').update(root).digest('hex').slice(0, 8)}-${profile}`
  const files = ['-f', join(root, 'compose.yaml'), '-f', join(root, 'infra', 'docker', 'services.yaml')]
  return run('docker', ['compose', '-p', project, ...files, ...args])
}

/** The container of a service from compose.yaml, published on a free port of 127.0.0.1. Docker restarts it. */
export const fromDocker = (service: Service): Candidate => ({
  id: 'docker',
  words: `a container of its official image, run by Docker Compose`,
  isAvailable: hasDockerEngine,
  place: async ({ profile }) => {
    const name = service.compose.service
    const up = await compose(profile, 'up', '-d', '--wait', name)
    const published = await compose(profile, 'port', name, String(service.compose.port))
    const address = published.output.trim()
    if (up.code !== 0 || published.code !== 0 || !/:\d+$/.test(address))
      throw new Unavailable(`Docker could not start it (${up.output.trim().split('\n').at(-1)})`)
    return { url: service.compose.url(address), programs: [] }
  },
})

/** Stops the containers of a profile; `withData` also deletes their volumes. */
export const stopDocker = async (profile: Profile, withData: boolean): Promise<void> => {
  await compose(profile, ...(withData ? ['down', '--volumes'] : ['stop']))
}
