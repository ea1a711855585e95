import { randomBytes } from 'node:crypto'
import { type Command, PLAIN, type RuleSet, ruleSet } from '@gavel/auction'
import { createLogger, loadEnvPart } from '@gavel/config'
import { type LiveLog, type LogReply, openLiveLog } from '../src/index.ts'

export const logger = createLogger('livelog-test')
logger.level = 'silent'

const env = () => loadEnvPart(['redisLiveUrl', 'redisLiveTimeoutMs'])

/** The Redis of live logs that the test run has. */
export const liveUrl = (): string => env().redisLiveUrl

export const newId = (name: string): string => `${name}-${randomBytes(6).toString('hex')}`

/** A rule set of small numbers, so that every limit is near. */
export function smallRules(changes: Partial<RuleSet> = {}): RuleSet {
  return {
    ...PLAIN,
    id: 'small',
    name: 'Small',
    currency: 'INR',
    source: 'test',
    purse: 1_000,
    squad: { min: 2, max: 3 },
    overseasMax: 1,
    basePrices: [10, 20, 50],
    ladder: [
      { from: 0, step: 5 },
      { from: 50, step: 10 },
      { from: 100, step: 25 },
    ],
    jumpGrid: 5,
    ...changes,
  }
}

function iplRules(changes: Partial<RuleSet> = {}): RuleSet {
  const rules = ruleSet('ipl-2025')
  if (!rules) throw new Error('there is no ipl-2025')
  return { ...rules, ...changes }
}

/** Fails the test with the refusal where a command was refused. */
export function accepted(reply: LogReply): LogReply & { ok: true } {
  if (!reply.ok) throw new Error(`refused: ${JSON.stringify(reply.refusal)}`)
  return reply
}

export function refusalCode(reply: LogReply): string | null {
  return reply.ok ? null : reply.refusal.code
}

/** The auction of a test: its log on a connection of its own, with shorthands. */
export class Room implements AsyncDisposable {
  readonly log: LiveLog
  readonly auctionId: string
  readonly #own: boolean

  constructor(log: LiveLog, auctionId: string, own: boolean) {
    this.log = log
    this.auctionId = auctionId
    this.#own = own
  }

  /** `patient`: nobody harms this store, so a late answer says only that the machine is busy. That holds for the one that all tests share. */
  static open(url = liveUrl(), patient = url === liveUrl()): LiveLog {
    return openLiveLog({ url, logger, ...(patient && { commandTimeoutMs: env().redisLiveTimeoutMs }) })
  }

  /** An auction that runs, with `paddles` people who bid for `teams` teams in turn, and `players` who wait; the first is up. */
  static async running(
    options: { teams?: number; paddles?: number; players?: number; rules?: RuleSet; log?: LiveLog; url?: string } = {},
  ): Promise<Room> {
    const { teams = 2, paddles = teams, players = 3, rules = iplRules() } = options
    const log = options.log ?? Room.open(options.url)
    const room = new Room(log, newId('a'), !options.log)
    accepted(await log.create(room.auctionId, rules, 'organiser'))
    for (let i = 0; i < teams; i++) await room.must({ type: 'AddTeam', team: `t${i}`, purse: rules.purse })
    for (let i = 0; i < paddles; i++) await room.must({ type: 'GrantPaddle', user: `u${i}`, team: `t${i % teams}` })
    const pool = Array.from({ length: players }, (_, i) => ({
      player: `p${i}`,
      base: rules.basePrices[0] ?? 1,
      set: 's',
      overseas: false,
    }))
    await room.must({ type: 'AddPlayers', players: pool })
    await room.must({ type: 'StartAuction' })
    await room.must({ type: 'OpenLot', player: 'p0' })
    return room
  }

  do(command: CommandWithoutActor, commandId = newId('c')): Promise<LogReply> {
    return this.log.execute(this.auctionId, { by: 'auctioneer', ...command } as Command, { commandId })
  }

  async must(command: CommandWithoutActor): Promise<LogReply & { ok: true }> {
    return accepted(await this.do(command))
  }

  bid(by: string, lot: number, amount: number, commandId = newId('b')): Promise<LogReply> {
    return this.log.bid(this.auctionId, { by, commandId, epoch: 1, lot, amount, floorTeam: null })
  }

  async state() {
    const loaded = await this.log.load(this.auctionId)
    if (!loaded) throw new Error('the log is not live')
    return loaded.state
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.#own) await this.log.close()
  }
}

type WithoutActor<C> = C extends Command ? Omit<C, 'by'> : never
export type CommandWithoutActor = WithoutActor<Command>
