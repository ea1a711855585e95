import { z } from 'zod'
import { usersByEmail } from '../auth/people.ts'
import { guardedProcedure } from '../trpc.ts'
import { createEvent } from './create-event.ts'
import { eventFields, refuseEarlyEnd } from './input.ts'
import { ruleChanges, rulesFor } from './rules.ts'
import { MAX_SLUG, SLUG } from './slug.ts'

const emails = z.array(z.email()).max(20).default([])

/** A new event with its auction. People are named by their e-mail; whoever creates it organises it too. */
export const createEventInput = z.strictObject({
  ...eventFields,
  slug: z.string().regex(SLUG, 'Lower case letters, digits and single hyphens').max(MAX_SLUG).nullable().default(null),
  description: eventFields.description.default(''),
  endsAtMs: eventFields.endsAtMs.default(null),
  venue: eventFields.venue.default(''),
  shows: eventFields.shows.default({ listed: true, pool: true, room: true }),
  delayMs: eventFields.delayMs.default(0),
  approval: eventFields.approval.default({ players: false, owners: false }),
  nextSteps: eventFields.nextSteps.default(''),
  ruleSetId: z.string().min(1).max(40),
  rules: ruleChanges.default({}),
  publish: z.boolean().default(false),
  organisers: emails,
  auctioneers: emails,
  scorers: emails,
})

/** Answers the event's address and its auction's id. */
export const create = guardedProcedure('event.create')
  .input(createEventInput)
  .mutation(async ({ ctx: { services, actor }, input }) => {
    refuseEarlyEnd(input)
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
