import { randomInt } from 'node:crypto'
import { nextDueMs, runDue } from '../core/agenda.ts'
import type { Desk } from '../core/desk.ts'
import { forget } from '../core/forget.ts'
import { type Change, newWorld, standing, type TableName, type World } from '../core/world.ts'
import { openCourier } from './courier.ts'
import { type Faults, faultList } from './faults.ts'
import type { Journal } from './journal.ts'

/** How this Stripe behaves. */
export type ServiceOptions = {
  /** Where programs and browsers find it, without a slash at the end. */
  baseUrl: string
  /** Opened when the server listens: a second program on the same file finds the port taken first. */
  openJournal: () => Journal
  secretKey: string
  publishableKey: string
  /** Where events go from the start, with the secret that signs them. */
  webhooks: readonly { url: string; secret: string; events?: readonly string[] }[]
  /** How long slow payments and refunds take. */
  settleMs: number
  /** How long after each failed try an event is sent again; after the last it is given up. */
  retryDelaysMs: readonly number[]
}

/** A running Stripe: its world, its clock, and what time brings. */
export type Service = {
  options: ServiceOptions
  world: World
  faults: Faults
  /** The time here: the machine's, and what the clock was moved on by. */
  nowMs: () => number
  desk: (request: Desk['request']) => Desk
  /** Writes down what changed, and sees to what is due. Call it after each command. */
  commit: () => void
  close: () => Promise<void>
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'
const LONGEST_TIMER_MS = 60_000

/** An id that nobody guesses: the prefix, and letters and digits. */
export const newId = (prefix: string, length = 24): string =>
  `${prefix}_${Array.from({ length }, () => LETTERS[randomInt(LETTERS.length)]).join('')}`

const isTable = (world: World, name: string): name is TableName => Object.hasOwn(world, name)

/** What a journal tells, put back. */
const restore = (world: World, lines: readonly string[]): void => {
  for (const line of lines) {
    const [name, , row] = JSON.parse(line)
    if (isTable(world, name)) world[name].put(row)
  }
}

/** The endpoints of the configuration, in the place of those of before: what waits for one of them goes to its new address. */
const seedEndpoints = (world: World, webhooks: ServiceOptions['webhooks'], nowMs: number): void => {
  const idOf = (i: number) => `we_configured${i}`
  for (const [i, { url, secret, events = ['*'] }] of webhooks.entries())
    world.endpoints.put({
      id: idOf(i),
      createdMs: nowMs,
      url,
      events: [...events],
      secret,
      description: null,
      metadata: {},
      isEnabled: true,
    })
  for (let i = webhooks.length; world.endpoints.get(idOf(i)); i++) world.endpoints.drop(idOf(i))
}

/** Opens a Stripe on what its journal tells. */
export const openService = (options: ServiceOptions): Service => {
  const { baseUrl, settleMs } = options
  const journal = options.openJournal()
  let changes: Change[] = []
  let isRestoring = true
  const world = newWorld((change) => {
    if (!isRestoring) changes.push(change)
  })
  restore(world, journal.read())
  isRestoring = false

  const nowMs = () => Date.now() + standing(world).aheadMs
  const desk = (request: Desk['request']): Desk => ({ world, nowMs: nowMs(), newId, baseUrl, settleMs, request })
  let timer: NodeJS.Timeout | undefined
  let isClosed = false

  const commit = () => {
    if (isClosed) return
    if (changes.length > 0) journal.write(changes)
    changes = []
    courier.send()
    clearTimeout(timer)
    const next = nextDueMs(world, courier.isBusyWith)
    if (next !== null) timer = setTimeout(onTime, Math.min(Math.max(next - nowMs(), 0), LONGEST_TIMER_MS))
  }
  const onTime = () => {
    runDue(desk(null))
    commit()
  }
  const courier = openCourier({ world, nowMs, retryDelaysMs: options.retryDelaysMs, onDone: () => commit() })

  forget(world, nowMs())
  seedEndpoints(world, options.webhooks, nowMs())
  onTime()

  const faults = faultList()
  return {
    options,
    world,
    faults,
    nowMs,
    desk,
    commit,
    close: async () => {
      clearTimeout(timer)
      isClosed = true
      await courier.close()
      if (changes.length > 0) journal.write(changes)
      journal.close()
    },
  }
}
