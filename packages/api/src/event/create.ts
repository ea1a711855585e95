import { z } from 'zod'
import { usersByEmail } from '../auth/people.ts'
import { guardedProcedure } from '../trpc.ts'
import { createEvent } from './create-event.ts'
import { ruleChanges, rulesFor } from './rules.ts'
import { MAX_SLUG, SLUG } from './slug.ts'

const emails = z.array(z.email()).max(20).default([])

/** A new event with its auction. People are named by their e-mail; whoever creates it organises it too. */
const createEventInput = z.strictObject({
  name: z.string().trim().min(3).max(120),
  slug: z.string().regex(SLUG, 'Lower case letters, digits and single hyphens').max(MAX_SLUG).nullable().default(null),
  description: z.string().trim().max(4_000).default(''),
  startsAtMs: z.number().int().positive().lt(1e14),
  timeZone: z.string().refine((zone) => isTimeZone(zone), 'Not a time zone'),
  venue: z.string().trim().max(200).default(''),
  ruleSetId: z.string().min(1).max(40),
  rules: ruleChanges.default({}),
  capacity: z.strictObject({ players: z.number().int().min(0).max(5_000), teams: z.number().int().min(0).max(32) }),
  publish: z.boolean().default(false),
  organisers: emails,
  auctioneers: emails,
  scorers: emails,
})

/** Answers the event's address and its auction's id. */
export const create = guardedProcedure('event.create')
  .input(createEventInput)
  .mutation(async ({ ctx: { services, actor }, input }) => {
    const { publish, organisers, auctioneers, scorers, rules, ...fields } = input
    const ids = await usersByEmail(services, [...organisers, ...auctioneers, ...scorers])
    const idsOf = (list: readonly string[]) => list.map((email) => ids(email))
    const by = actor.userId ?? 'system'
    const event = await createEvent(services, by, {
      ...fields,
      rules: rulesFor(fields.ruleSetId, rules),
      status: publish ? 'published' : 'draft',
      organiserIds: [...new Set([...(actor.operator ? [] : [by]), ...idsOf(organisers)])],
      auctioneerIds: idsOf(auctioneers),
      scorerIds: idsOf(scorers),
      rehearsal: false,
    })
    return { slug: event.slug, auctionId: event.auctionId }
  })

const isTimeZone = (zone: string): boolean => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
    return true
  } catch {
    return false
  }
}
