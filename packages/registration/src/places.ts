import type { Command, Context } from './commands.ts'
import type { Registration, StageName } from './registration.ts'
import type { Kind } from './rules.ts'

const HOLDS: Readonly<Record<StageName, boolean>> = {
  submitted: false,
  waiting: false,
  offered: true,
  awaiting: true,
  owing: true,
  confirmed: true,
  refused: false,
  withdrawn: false,
  lapsed: false,
}

/** The ids that a registration's places are held under: its own for the captain or the team, and the seat's for every other player (CAPACITY-2). */
export function placeIds({ id, kind, seats }: Pick<Registration, 'id' | 'kind' | 'seats'>): string[] {
  return kind === 'owner' ? [id] : [id, ...seats.slice(1).map((seat) => seat.id)]
}

/** The places that this registration has a right to. Whatever else is held under its ids is to be given back. */
export function heldPlaces(registration: Registration): string[] {
  return HOLDS[registration.stage.is] ? placeIds(registration) : []
}

/**
 * The places to take, all or none, before the command is decided; mostly none. Whoever somebody waits ahead of takes nothing (LINE-2).
 */
export function wantsPlaces(
  registration: Registration | null,
  command: Command,
  { nowMs, rules, ahead }: Pick<Context, 'nowMs' | 'rules' | 'ahead'>,
): string[] {
  if (registration === null || ahead > 0) return []
  const { stage } = registration
  const offersLast = nowMs < rules.offersUntilMs
  if (command.type === 'Settle') {
    const wants = stage.is === 'submitted' || (stage.is === 'waiting' && offersLast)
    return wants ? placeIds(registration) : []
  }
  if (command.type === 'HearPaid') return offersLast && mayRevive(registration) ? placeIds(registration) : []
  return []
}

/** Whether the registration has the places that the command needs. Places that it holds by a crash and has no right to do not count. */
export function gotPlaces(registration: Registration, command: Command, context: Context): boolean {
  return context.placesHeld && wantsPlaces(registration, command, context).length > 0
}

/** Whether money that comes now would bring it back, given a place (REVIVE-1). */
export function mayRevive({ stage, seats, fee }: Registration): boolean {
  return (stage.is === 'waiting' || stage.is === 'lapsed') && seats.length === 1 && fee !== null
}

/** What a number in line is made of. */
export type LineKey = Pick<Registration, 'id' | 'enteredAtMs'>

/** Orders a line: by the time of entering, then by id (LINE-1). */
export function byNumber(a: LineKey, b: LineKey): number {
  if (a.enteredAtMs !== b.enteredAtMs) return a.enteredAtMs - b.enteredAtMs
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0
}

/** The line of one kind, first come first. */
export function lineOf(registrations: Iterable<Registration>, kind: Kind): Registration[] {
  return [...registrations].filter((one) => one.kind === kind && one.stage.is === 'waiting').sort(byNumber)
}

/** How many of the line have an earlier number, whether the registration waits itself or not. */
export function aheadOf(registration: LineKey, line: readonly LineKey[]): number {
  return line.filter((one) => byNumber(one, registration) < 0).length
}
