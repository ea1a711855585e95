import { z } from 'zod'
import { isTimeZone, momentFromLocal } from '../events/when.ts'
import { whole } from './rules/fields.ts'
import { rulesClashes, rulesFields } from './rules/rules-schema.ts'

const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/
/** What the core can hold in one auction. */
const MAX_TEAMS_OF_EVENT = 32
const MAX_PLAYERS = 5_000
const MAX_TEXT = 4_000
/** The longest integrity delay. */
const MAX_DELAY_SECONDS = 60

/** What every event has, as it is typed. */
const BASICS = {
  name: z.string().trim().min(3, 'A name of at least three characters.').max(120, 'At most 120 characters.'),
  startsAt: z.string().min(1, 'Say when it starts.'),
  timeZone: z.string().refine(isTimeZone, 'Choose a time zone of the list.'),
  venue: z.string().trim().max(200, 'At most 200 characters.'),
  players: whole(0, MAX_PLAYERS),
  places: whole(0, MAX_TEAMS_OF_EVENT),
}

const text = z.string().trim().max(MAX_TEXT, `At most ${MAX_TEXT} characters.`)

/** The short form that makes an event; parsed, it holds numbers and amounts. */
export const newEventSchema = (currency: string) =>
  z
    .object({
      ...BASICS,
      slug: z
        .string()
        .trim()
        .max(60, 'At most 60 characters.')
        .regex(SLUG, 'Lower case letters, digits and single hyphens.'),
      ...rulesFields(currency),
    })
    .superRefine((event, context) => {
      checkMoment(context, 'startsAt', event)
      for (const { path, message } of rulesClashes(event)) context.addIssue({ code: 'custom', path: [path], message })
    })

export type NewEventInput = z.input<ReturnType<typeof newEventSchema>>
export type NewEventOutput = z.output<ReturnType<typeof newEventSchema>>

/** Everything that an organiser may change of an event. */
export const detailsSchema = (currency: string) =>
  z
    .object({
      ...BASICS,
      endsAt: z.string(),
      description: text,
      nextSteps: text,
      listed: z.boolean(),
      pool: z.boolean(),
      room: z.boolean(),
      delaySeconds: whole(0, MAX_DELAY_SECONDS),
      approvePlayers: z.boolean(),
      approveOwners: z.boolean(),
      ...rulesFields(currency),
    })
    .superRefine((event, context) => {
      checkMoment(context, 'startsAt', event)
      if (event.endsAt !== '') {
        checkMoment(context, 'endsAt', event)
        // Both are local times of one zone, written so that their order is the order of their letters.
        if (event.endsAt <= event.startsAt)
          context.addIssue({ code: 'custom', path: ['endsAt'], message: 'It ends after it starts.' })
      }
      for (const { path, message } of rulesClashes(event)) context.addIssue({ code: 'custom', path: [path], message })
    })

export type DetailsInput = z.input<ReturnType<typeof detailsSchema>>
export type DetailsOutput = z.output<ReturnType<typeof detailsSchema>>

function checkMoment<Field extends string>(
  context: z.RefinementCtx,
  field: Field,
  event: { [Name in Field]: string } & { timeZone: string },
) {
  if (momentFromLocal(event[field], event.timeZone) === null)
    context.addIssue({ code: 'custom', path: [field], message: 'This is no date and time.' })
}

/** An address made from a name, as the server would make it. */
export function slugFrom(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/g, '')
}
