import { join } from 'node:path'
import { otherDatabases } from '../services/databases.ts'
import { stopDocker } from '../services/docker.ts'
import { type ServiceUrls, startServices, usesDocker } from '../services/find.ts'
import { apps } from './apps.ts'
import { mustRun } from './command.ts'
import { type AppEnvironment, type AppPorts, appEnvironment } from './environment.ts'
import { google, wantsGoogle } from './google.ts'
import { inbox, wantsInbox } from './inbox.ts'
import { claim, type RunFile, recordProcesses, release } from './instance.ts'
import { writePrivateJson } from './json-file.ts'
import { type Profile, profilePaths, root } from './paths.ts'
import { appPort } from './ports.ts'
import { Problem } from './problem.ts'
import type { Reach } from './reach.ts'
import { say, sayFrom, step } from './say.ts'
import { ensureSecrets } from './secrets.ts'
import { stripe, wantsStripe } from './stripe.ts'
import { Supervisor } from './supervisor.ts'

/** The inbox's page is so many ports above the web app. */
const INBOX_OFFSET = 25
/** And the Google that stands in. */
const GOOGLE_OFFSET = 26
/** And the Stripe that stands in. */
const STRIPE_OFFSET = 27

/** One running Gavel: services, then the database's shape, then the apps. `stop` ends exactly what was started here. */
export class Stack {
  readonly profile: Profile
  readonly paths: ReturnType<typeof profilePaths>
  readonly #supervisor: Supervisor
  #claimed = false
  #urls: ServiceUrls | undefined
  readonly #reach: Reach
  #environment: AppEnvironment | undefined
  #isReady = false
  #stopped: Promise<void> | undefined

  constructor(profile: Profile, reach: Reach) {
    this.profile = profile
    this.#reach = reach
    this.paths = profilePaths(profile)
    this.#supervisor = new Supervisor(() => this.#record())
  }

  /** Takes the profile for this process. @throws Problem when Gavel runs already. */
  async claim(): Promise<void> {
    await claim(this.paths)
    this.#claimed = true
  }

  /** @throws Problem when a port that a variable fixes is taken. */
  static async ports(profile: Profile): Promise<AppPorts> {
    // Tests must not fail because somebody's PORT is in use by the Gavel that is being worked on.
    if (profile === 'test')
      return { web: await appPort('', 3100), realtime: await appPort('', 3200), workers: await appPort('', 3300) }
    const web = await appPort('PORT', 3000)
    return {
      web,
      realtime: await appPort('REALTIME_PORT', web + 1),
      workers: await appPort('WORKERS_PORT', web + 2),
    }
  }

  /** Finds and starts the services. Resolves to the environment for everything that uses them. */
  async startServices(nodeEnv: 'production' | 'development' | 'test', ports: AppPorts): Promise<AppEnvironment> {
    const secrets = ensureSecrets(this.paths)
    const context = { profile: this.profile, paths: this.paths, secrets, say: (text: string) => say(`    ${text}`) }
    const urls = await step('Starting PostgreSQL, MongoDB, Redis and RabbitMQ', () =>
      startServices(context, this.#supervisor),
    )
    return this.#use(nodeEnv, urls, ports)
  }

  /** Goes on with empty databases of another name on the same servers, so that what came before is not seen any more. */
  useDatabases(name: string, redisDatabase: number, ports: AppPorts): AppEnvironment {
    if (!this.#urls) throw new Problem('Databases were chosen before the services ran.')
    return this.#use('production', otherDatabases(this.#urls, name, redisDatabase), ports)
  }

  #use(nodeEnv: 'production' | 'development' | 'test', urls: ServiceUrls, ports: AppPorts): AppEnvironment {
    this.#urls = urls
    const { profile, paths } = this
    const secrets = ensureSecrets(paths)
    this.#environment = appEnvironment({ profile, nodeEnv, urls, ports, secrets, paths, reach: this.#reach })
    return this.#environment
  }

  /**
   * Starts the inbox that letters of this machine go to, where it is wanted, and tells the apps of it. Call it once the databases are chosen.
   * @throws Problem when INBOX_PORT fixes a port that is taken
   */
  async startInbox(ports: AppPorts): Promise<AppEnvironment> {
    const environment = this.#environment
    if (!environment) throw new Problem('The inbox was started before the services.')
    if (!wantsInbox(environment, this.#reach)) return environment
    const pagePort = await appPort(this.profile === 'test' ? '' : 'INBOX_PORT', ports.web + INBOX_OFFSET)
    const { spec, environment: told } = await inbox(this.paths, pagePort, environment)
    await step('Starting the inbox for letters', () => this.#supervisor.start(spec))
    this.#environment = { ...environment, ...told }
    return this.#environment
  }

  /**
   * Starts the Google that stands in on this machine, where it is wanted, and tells the apps of it. Call it once the databases are chosen.
   * @throws Problem when GOOGLE_PORT fixes a port that is taken
   */
  async startGoogle(ports: AppPorts): Promise<AppEnvironment> {
    const environment = this.#environment
    if (!environment) throw new Problem('The stand-in for Google was started before the services.')
    if (!wantsGoogle(environment, this.#reach)) return environment
    const port = await appPort(this.profile === 'test' ? '' : 'GOOGLE_PORT', ports.web + GOOGLE_OFFSET)
    const { spec, environment: told } = google(this.paths, port, environment)
    await step('Starting the stand-in for Google', () => this.#supervisor.start(spec))
    this.#environment = { ...environment, ...told }
    return this.#environment
  }

  /**
   * Starts the Stripe that stands in on this machine, where it is wanted, and tells the apps of it. Call it once the databases are chosen.
   * @throws Problem when STRIPE_PORT fixes a port that is taken
   */
  async startStripe(ports: AppPorts): Promise<AppEnvironment> {
    const environment = this.#environment
    if (!environment) throw new Problem('The stand-in for Stripe was started before the services.')
    if (!wantsStripe(environment, this.#reach)) return environment
    const port = await appPort(this.profile === 'test' ? '' : 'STRIPE_PORT', ports.web + STRIPE_OFFSET)
    const places = { port, webPort: ports.web }
    const { spec, environment: told } = stripe(this.paths, places, ensureSecrets(this.paths), environment)
    await step('Starting the stand-in for Stripe', () => this.#supervisor.start(spec))
    this.#environment = { ...environment, ...told }
    return this.#environment
  }

  /** Brings the databases to the current schema, keeping all data. */
  async migrate(): Promise<void> {
    await step('Preparing the databases', () =>
      this.#script('packages/db/src/migrate.ts', 'The databases could not be prepared'),
    )
  }

  /** Adds the fictional demo league where it is missing. */
  async seed(): Promise<void> {
    await step('Adding the demo league', () =>
      this.#script('packages/api/src/seed/main.ts', 'The demo league could not be added'),
    )
  }

  async #script(path: string, failed: string): Promise<string> {
    return mustRun(`${failed}: the reason is above.`, process.execPath, [join(root, path)], {
      cwd: root,
      env: this.#environment,
      onLine: (line) => say(`    ${line}`),
    })
  }

  /** Starts realtime, workers and web, and says where they are in run.json. */
  async startApps(mode: 'production' | 'development', ports: AppPorts, quiet = false): Promise<void> {
    const { paths } = this
    const environment = this.#environment
    if (!environment) throw new Problem('The apps were started before the services.')
    const specs = apps(mode, ports, environment, quiet ? () => {} : sayFrom)
    await step('Starting realtime, workers and web', async () => {
      await Promise.all(
        specs.map((spec) =>
          this.#supervisor.start(
            quiet ? { ...spec, onLine: undefined, logFile: join(paths.logs, `${spec.name}.log`) } : spec,
          ),
        ),
      )
    })
    this.#isReady = true
    this.#record()
  }

  #record(): void {
    recordProcesses(this.paths, this.#supervisor.leaders)
    if (!this.#isReady || !this.#urls || !this.#environment) return
    const run: RunFile = {
      webUrl: this.#environment.WEB_URL,
      realtimeUrl: this.#environment.REALTIME_URL,
      ...(this.#environment.INBOX_URL && { inboxUrl: this.#environment.INBOX_URL }),
      ...(this.#environment.STRIPE_ADDRESS && { stripeUrl: this.#environment.STRIPE_ADDRESS }),
      services: this.#urls,
      pids: this.#supervisor.pids,
    }
    writePrivateJson(this.paths.run, run)
  }

  /** Ends everything this stack started, apps first. Never takes longer than its programs' stop times. */
  stop(): Promise<void> {
    this.#stopped ??= this.#stopAll()
    return this.#stopped
  }

  async #stopAll(): Promise<void> {
    if (!this.#claimed) return
    await this.#supervisor.stop((name) => sayFrom(name, 'stopping'))
    if (usesDocker(this)) await stopDocker(this.profile, this.profile === 'test')
    release(this.paths)
  }
}
