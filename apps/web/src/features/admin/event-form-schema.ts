import { z } from 'zod'
import { teamSchema } from '../events/team-fields.ts'
import { isTimeZone, momentFromLocal } from '../events/when.ts'

const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/
/** What the core can hold in one auction. */
export const MAX_TEAMS_OF_EVENT = 32
const MAX_PLAYERS = 5_000

const emails = z
  .string()
  .transform((text) => text.split(/[\s,;]+/).filter(Boolean))
  .pipe(
    z
      .array(z.email({ error: (issue) => `“${String(issue.input)}” is not an e-mail address.` }))
      .max(20, 'At most 20 people.'),
  )

const whole = (max: number) =>
  z
    .string()
    .trim()
    .refine((text) => /^\d{1,5}$/.test(text) && Number(text) <= max, `A whole number from 0 to ${max}.`)
    .transform(Number)

/** The form that makes an event, as it is typed; parsed, it holds moments, numbers and lists. */
export const eventFormSchema = z
  .object({
    name: z.string().trim().min(3, 'A name of at least three characters.').max(120, 'At most 120 characters.'),
    slug: z
      .string()
      .trim()
      .max(60, 'At most 60 characters.')
      .regex(SLUG, 'Lower case letters, digits and single hyphens.'),
    description: z.string().trim().max(4_000, 'At most 4000 characters.'),
    startsAt: z.string().min(1, 'Say when it starts.'),
    timeZone: z.string().refine(isTimeZone, 'Choose a time zone of the list.'),
    venue: z.string().trim().max(200, 'At most 200 characters.'),
    ruleSetId: z.string().min(1, 'Choose the rules.'),
    players: whole(MAX_PLAYERS),
    places: whole(MAX_TEAMS_OF_EVENT),
    auctioneers: emails,
    teams: z
      .array(
        teamSchema.extend({
          owner: z.union([z.literal(''), z.email('This is not an e-mail address.')], 'This is not an e-mail address.'),
        }),
      )
      .max(MAX_TEAMS_OF_EVENT, `At most ${MAX_TEAMS_OF_EVENT} teams.`),
    publish: z.boolean(),
  })
  .superRefine((event, context) => {
    if (momentFromLocal(event.startsAt, event.timeZone) === null) {
      context.addIssue({ code: 'custom', path: ['startsAt'], message: 'This is no date and time.' })
    }
    if (event.teams.length > event.places) {
      context.addIssue({
        code: 'custom',
        path: ['places'],
        message: `There are ${event.teams.length} teams below: make places for them.`,
      })
    }
    event.teams.forEach((team, at) => {
      if (event.teams.findIndex(({ short }) => short === team.short) < at) {
        context.addIssue({ code: 'custom', path: ['teams', at, 'short'], message: 'Another team has this short name.' })
      }
    })
  })

export type EventFormInput = z.input<typeof eventFormSchema>
export type EventFormOutput = z.output<typeof eventFormSchema>

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
