// What a screen asks of the core: what may be done and why not, and what to say. One table, so that no button has rules of its own.

import type { Command, Context } from './commands.ts'
import { decide } from './decide.ts'
import { type Refusal, refusalWords, timeWords } from './refusals.ts'
import { isSettled, owingUntilMs, type Registration } from './registration.ts'

/** Why a command would be refused now; null where it would not (TOLD-2). */
export function whyNot(registration: Registration | null, command: Command, context: Context): Refusal | null {
  const decision = decide(registration, command, context)
  return 'refusal' in decision ? decision.refusal : null
}

/** The same in words, for beside a button. */
export function whyNotWords(registration: Registration | null, command: Command, context: Context): string | null {
  const refusal = whyNot(registration, command, context)
  return refusal && refusalWords(refusal, context.rules.timeZone)
}

/** When `Expire` is due; null where no clock runs. Whoever keeps timers asks this. */
export function expiresAtMs({ stage }: Registration): number | null {
  switch (stage.is) {
    case 'offered':
      return stage.untilMs
    case 'owing':
      return owingUntilMs(stage)
    case 'submitted':
    case 'waiting':
    case 'awaiting':
    case 'confirmed':
    case 'refused':
    case 'withdrawn':
    case 'lapsed':
      return null
    default:
      return stage satisfies never
  }
}

/** How the registration stands, for the person in it: what holds, until when, what comes next (TOLD-3, LINE-4). */
export function stageWords(
  registration: Registration,
  { rules, nowMs, ahead }: Pick<Context, 'rules' | 'nowMs' | 'ahead'>,
): string {
  const { stage } = registration
  const said = (atMs: number) => timeWords(atMs, rules.timeZone)
  switch (stage.is) {
    case 'submitted':
      return 'Your entry has arrived. In a moment you will see whether there is a place.'
    case 'waiting':
      if (nowMs >= rules.offersUntilMs) return 'No place became free. The waiting list is closed.'
      return `All places are taken. You are number ${ahead + 1} in line, and are told as soon as a place is free.`
    case 'offered':
      return `A place is free for you. Take it before ${said(stage.untilMs)}, or it goes to the next in line.`
    case 'awaiting':
      return 'Your place is held until the organiser lets you in.'
    case 'owing':
      return `Your place is held until ${said(owingUntilMs(stage))}. ${missingWords(registration)}`
    case 'confirmed':
      return 'You are in.'
    case 'refused':
      return `Your entry was not accepted: ${stage.why}`
    case 'withdrawn':
      return 'This entry was withdrawn.'
    case 'lapsed':
      return stage.what === 'offer'
        ? 'The offered place went to the next in line. You may enter again.'
        : 'The place was not paid for in time and went to somebody else. You may enter again.'
    default:
      return stage satisfies never
  }
}

function missingWords({ seats, fee, kind }: Registration): string {
  const open = kind === 'owner' ? 0 : seats.filter(({ entrant }) => entrant === null).length
  const unpaid = seats.filter((seat) => !isSettled(seat, fee)).length
  if (seats.length === 1) return 'Pay the fee until then to be in.'
  const missing = [
    ...(open > 0 ? [`${open} of ${seats.length} seats are open`] : []),
    ...(unpaid > 0 ? [`${unpaid} of ${seats.length} are not paid`] : []),
  ]
  return `Still missing: ${missing.join(', ')}.`
}
