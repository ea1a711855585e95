// Given-when-then for the core's tests: an event with places, in which registrations are entered, decided and paid for.
import type { Change } from './changes.ts'
import type { Applicant, Command, Context } from './commands.ts'
import { decide } from './decide.ts'
import { evolve } from './evolve.ts'
import { aheadOf, byNumber, heldPlaces, lineOf, wantsPlaces } from './places.ts'
import type { Refusal } from './refusals.ts'
import type { Registration } from './registration.ts'
import type { EntryRules, Kind, KindRules } from './rules.ts'

export const HOUR = 3_600_000
export const DAY = 24 * HOUR
/** 1 June 2026, 10:00 in India. */
export const START = Date.UTC(2026, 5, 1, 4, 30)

export const PLAYERS: KindRules = {
  window: { opensAtMs: START, closesAtMs: START + 30 * DAY },
  ages: { min: null, max: null },
  categories: [],
  questions: [],
  fee: { amount: 50_000, currency: 'INR' },
  approval: false,
}
export const FREE: KindRules = { ...PLAYERS, fee: null }

export const RULES: EntryRules = {
  timeZone: 'Asia/Kolkata',
  ageDay: '2026-07-31',
  kinds: { player: PLAYERS, owner: { ...PLAYERS, fee: { amount: 500_000, currency: 'INR' } } },
  payMs: HOUR,
  slowMs: 5 * DAY,
  offerMs: 2 * HOUR,
  offersUntilMs: START + 40 * DAY,
  groupEnd: 'whole',
  refunds: [
    { untilMs: START + 10 * DAY, percent: 100 },
    { untilMs: START + 20 * DAY, percent: 50 },
  ],
}

/** The usual rules, with other ones for players. */
export const playersBy = (player: Partial<KindRules>, more: Partial<EntryRules> = {}): EntryRules => ({
  ...RULES,
  ...more,
  kinds: { ...RULES.kinds, player: { ...PLAYERS, ...player } },
})

export const applicant = (person: string, more: Partial<Applicant> = {}): Applicant => ({
  person,
  born: null,
  category: null,
  answers: {},
  ...more,
})

/** One event. What a shell does with stores is done with a set of places and a map of registrations. */
export class Desk {
  nowMs = START
  rules: EntryRules
  capacity: Record<Kind, number>
  readonly holders: Record<Kind, Set<string>> = { player: new Set(), owner: new Set() }
  readonly registrations = new Map<string, Registration>()
  readonly logs = new Map<string, Change[]>()

  constructor(rules: EntryRules = RULES, capacity: Partial<Record<Kind, number>> = {}) {
    this.rules = rules
    this.capacity = { player: 2, owner: 1, ...capacity }
  }

  of(id: string): Registration {
    const found = this.registrations.get(id)
    if (!found) throw new Error(`nobody entered as ${id}`)
    return found
  }

  stage(id: string): string {
    return this.of(id).stage.is
  }

  context(id: string, placesHeld = false): Context {
    const one = this.registrations.get(id)
    const ahead = one ? aheadOf(one, lineOf(this.registrations.values(), one.kind)) : 0
    return { nowMs: this.nowMs, rules: this.rules, placesHeld, ahead }
  }

  /** Runs a command as a shell does: take, decide, give back. @returns the refusal, or null */
  ask(id: string, command: Command): Refusal | null {
    const held = this.take(id, command)
    const refusal = this.decide(id, command, held)
    this.giveBack(id)
    return refusal
  }

  /** Runs commands that must all be accepted. */
  does(id: string, ...commands: Command[]): this {
    for (const command of commands) {
      const refusal = this.ask(id, command)
      if (refusal) throw new Error(`${command.type} was refused ${refusal.code}`)
    }
    return this
  }

  /** A person, or a group of `seats`, sends an entry. */
  enter(
    id: string,
    more: { kind?: Kind; seats?: number; team?: string; captain?: Partial<Applicant> } = {},
  ): Refusal | null {
    const { kind = 'player', seats = 1, team = null, captain } = more
    return this.ask(id, { type: 'Enter', id, kind, team, seats, captain: applicant(`p-${id}`, captain) })
  }

  /** People enter one after another, a second apart, and are settled. */
  comes(...ids: string[]): this {
    for (const id of ids) {
      const refusal = this.enter(id)
      if (refusal) throw new Error(`Enter was refused ${refusal.code}`)
      this.does(id, { type: 'Settle' })
      this.nowMs += 1_000
    }
    return this
  }

  /** A payment of this name arrives for a seat, the first unless said otherwise. */
  pays(id: string, payment = `pay-${id}`, seat = 0): this {
    return this.does(id, { type: 'HearPaid', seat: this.of(id).seats[seat]?.id ?? 'none', payment })
  }

  /** A member joins a group. */
  joins(id: string, person: string): Refusal | null {
    return this.ask(id, { type: 'TakeSeat', seat: null, applicant: applicant(person) })
  }

  /** What a shell does all the time: the line moves, in its order. */
  settleAll(): this {
    const all = [...this.registrations.values()].sort(byNumber)
    for (const { id } of all) this.does(id, { type: 'Settle' })
    return this
  }

  /** Time passes; whatever runs out does. */
  passes(ms: number): this {
    this.nowMs += ms
    for (const id of this.registrations.keys()) this.ask(id, { type: 'Expire' })
    return this.settleAll()
  }

  /** The first step: whether the places that the command needs are held, all or none. */
  take(id: string, command: Command): boolean {
    const one = this.registrations.get(id) ?? null
    const wanted = wantsPlaces(one, command, this.context(id))
    if (one === null || wanted.length === 0) return false
    const held = this.holders[one.kind]
    const missing = wanted.filter((place) => !held.has(place))
    if (held.size + missing.length > this.capacity[one.kind]) return false
    for (const place of missing) held.add(place)
    return true
  }

  /** The second: what is decided is stored. */
  decide(id: string, command: Command, placesHeld: boolean): Refusal | null {
    const before = this.registrations.get(id) ?? null
    const decision = decide(before, command, this.context(id, placesHeld))
    if ('refusal' in decision) return decision.refusal
    for (const change of decision.changes)
      this.registrations.set(id, evolve(this.registrations.get(id) ?? null, change))
    this.logs.set(id, [...(this.logs.get(id) ?? []), ...decision.changes])
    return null
  }

  /** The third: places that nobody has a right to. */
  giveBack(id: string): void {
    const one = this.registrations.get(id)
    if (!one) return
    const right = new Set(heldPlaces(one))
    const held = this.holders[one.kind]
    const own = (place: string) => place === id || place.startsWith(`${id}.`)
    for (const place of [...held]) if (own(place) && !right.has(place)) held.delete(place)
  }
}
