import { readJson, writePrivateJson } from '../lib/json-file.ts'
import { Problem } from '../lib/problem.ts'
import type { Supervisor } from '../lib/supervisor.ts'
import { installPackages } from './debian.ts'
import { fromDocker } from './docker.ts'
import { fromEnvironment } from './environment.ts'
import { mongodb } from './mongodb.ts'
import { inOrder } from './order.ts'
import { postgres } from './postgres.ts'
import { rabbitmq } from './rabbitmq.ts'
import { redisLive, redisWork } from './redis.ts'
import { type Candidate, type Service, type ServiceContext, type ServiceKey, Unavailable } from './service.ts'

export const services: readonly Service[] = [postgres, mongodb, redisLive, redisWork, rabbitmq]

/** Addresses hold passwords, so they are for programs, not for the screen. */
export type ServiceUrls = Record<ServiceKey, string>
type Sources = Partial<Record<ServiceKey, Candidate['id']>>

/** All ways to get a service, best first. Tests never touch a server that the environment names. */
const candidatesFor = (service: Service, context: Pick<ServiceContext, 'profile'>): Candidate[] => [
  ...(context.profile === 'test' ? [] : [fromEnvironment(service)]),
  fromDocker(service),
  ...service.candidates,
]

/** The first way that is available here, or undefined. */
export const firstAvailable = async (
  service: Service,
  context: Pick<ServiceContext, 'profile'>,
  last?: string,
  tried: ReadonlySet<Candidate> = new Set(),
): Promise<Candidate | undefined> => {
  for (const candidate of inOrder(candidatesFor(service, context), last)) {
    const known = [...tried].some(({ id }) => id === candidate.id)
    if (!known && (await candidate.isAvailable())) return candidate
  }
  return undefined
}

const startOne = async (
  service: Service,
  first: Candidate,
  context: ServiceContext,
  supervisor: Supervisor,
): Promise<{ url: string; id: Candidate['id'] }> => {
  const tried = new Set<Candidate>()
  let candidate: Candidate | undefined = first
  while (candidate) {
    tried.add(candidate)
    try {
      if (tried.size > 1 && candidate.debianPackages) await installPackages(candidate.debianPackages)
      const { url, programs } = await candidate.place(context)
      for (const program of programs) await supervisor.start(program)
      context.say(`${service.title}: ${candidate.words}`)
      return { url, id: candidate.id }
    } catch (error) {
      if (!(error instanceof Unavailable)) throw error
      context.say(`${service.title}: ${error.message}; trying the next way`)
      candidate = await firstAvailable(service, context, undefined, tried)
    }
  }
  throw new Problem(`${service.title} was not found: ${service.remedy}.`)
}

/** What was installed from packages is found on the PATH the next time. */
const remembered = (id: Candidate['id']): Candidate['id'] =>
  id === 'debian' ? 'path' : id === 'stand-in-debian' ? 'stand-in' : id

/** Finds and starts all services. @throws Problem naming what is missing and what to do. */
export const startServices = async (context: ServiceContext, supervisor: Supervisor): Promise<ServiceUrls> => {
  const last = readJson<Sources>(context.paths.sources) ?? {}
  const choices = await Promise.all(
    services.map(async (service) => ({
      service,
      candidate: await firstAvailable(service, context, last[service.key]),
    })),
  )
  const missing = choices
    .filter(({ candidate }) => !candidate)
    .map(({ service }) => `${service.title}: ${service.remedy}`)
  if (missing.length > 0)
    throw new Problem(`Not found here, and this user cannot install packages.\n${missing.join(';\n')}.`)
  const packages = [...new Set(choices.flatMap(({ candidate }) => candidate?.debianPackages ?? []))]
  if (packages.length > 0) {
    context.say(`Installing Debian's packages ${packages.join(' ')}`)
    await installPackages(packages)
  }
  const started = await Promise.all(
    choices.map(async ({ service, candidate }) => {
      const { url, id } = await startOne(service, candidate as Candidate, context, supervisor)
      return { key: service.key, url, id }
    }),
  )
  writePrivateJson(context.paths.sources, Object.fromEntries(started.map(({ key, id }) => [key, remembered(id)])))
  return Object.fromEntries(started.map(({ key, url }) => [key, url])) as ServiceUrls
}

/** True when Docker runs one of the profile's services. */
export const usesDocker = (context: Pick<ServiceContext, 'paths'>): boolean =>
  Object.values(readJson<Sources>(context.paths.sources) ?? {}).includes('docker')
