import { eventById, sandboxOfEvent } from '@gavel/db'
import { eventProcedure } from '../trpc.ts'
import { rehearsedId } from './current.ts'
import { forgetSandbox } from './forget-sandbox.ts'

/** Ends the rehearsal of an event and forgets it whole; repeating it is harmless. Answers where the real event is. */
export const forget = eventProcedure('sandbox.run').mutation(async ({ ctx: { services, event } }) => {
  const eventId = rehearsedId(event)
  const sandbox = await sandboxOfEvent(services.mongo, eventId)
  if (sandbox) await forgetSandbox(services, sandbox)
  const real = eventId === event.id ? event : await eventById(services.mongo, eventId)
  return { slug: real?.slug ?? event.slug }
})
