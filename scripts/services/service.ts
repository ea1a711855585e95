import type { Profile, ProfilePaths } from '../lib/paths.ts'
import type { ProgramSpec } from '../lib/program.ts'
import type { Secrets } from '../lib/secrets.ts'

export type ServiceKey = 'postgres' | 'mongodb' | 'redisLive' | 'redisWork' | 'rabbitmq'

/** What a service needs to know of the installation that it becomes a part of. */
export type ServiceContext = { profile: Profile; paths: ProfilePaths; secrets: Secrets; say: (text: string) => void }

/** A service that can be used: its address, and the programs to keep running for it (none when something else does). */
export type Placement = { url: string; programs: ProgramSpec[] }

/** One way to get a service. */
export type Candidate = {
  /** Remembered between starts, since each way keeps its own data. */
  id: 'environment' | 'docker' | 'path' | 'debian' | 'official' | 'stand-in' | 'stand-in-debian'
  /** As `npm start` and `npm run doctor` say it: "PostgreSQL: <words>". */
  words: string
  isAvailable: () => Promise<boolean>
  /** To be installed first, together with what other services need. */
  debianPackages?: readonly string[]
  /** @throws Unavailable when it looked possible and was not, so that the next way is tried. */
  place: (context: ServiceContext) => Promise<Placement>
}

export type Service = {
  key: ServiceKey
  title: string
  /** The variable that gives its address. */
  variable: string
  defaultPort: number
  /** Its name in compose.yaml, the port inside the container and the address for a published one. */
  compose: { service: string; port: number; url: (hostAndPort: string) => string }
  /** The ways that are its own, best first; the environment and Docker come before them. */
  candidates: readonly Candidate[]
  /** What to do when there is no way at all. */
  remedy: string
}

/** A way that looked possible failed; the message says why, in one clause. */
export class Unavailable extends Error {
  override name = 'Unavailable'
}
