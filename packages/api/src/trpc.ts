import { type Action, type Actor, can, NOTHING, type Subject } from '@gavel/auth'
import { currentRequestId } from '@gavel/config'
import { type Auction, auctionById, type Event, eventById, eventBySlug, recordAudit, rolesIn } from '@gavel/db'
import { initTRPC, TRPCError } from '@trpc/server'
import superjson from 'superjson'
import { z } from 'zod'
import type { Context } from './context.ts'
import { AppError } from './errors.ts'

/**
 * What a procedure declares about who may call it: a line of the policy table; `everyone`, guests too; or `signed-in`, for what is
 * the caller's own account. Every procedure has one, and a test walks them all.
 */
type Access = Action | 'everyone' | 'signed-in'
type Meta = { access: Access }

const t = initTRPC
  .context<Context>()
  .meta<Meta>()
  .create({
    transformer: superjson,
    errorFormatter: ({ shape, error }) => {
      const refused = error.cause instanceof AppError ? error.cause : null
      const bug = error.code === 'INTERNAL_SERVER_ERROR'
      const { stack: _, ...data } = shape.data
      return {
        ...shape,
        // What a bug has to say is for the log; the request id finds it there.
        message: bug ? 'Something went wrong on our side; nothing was changed. Try again.' : shape.message,
        data: {
          ...data,
          appCode: refused?.code ?? null,
          detail: refused?.detail ?? null,
          issues: error.cause instanceof z.ZodError ? z.flattenError(error.cause).fieldErrors : null,
          requestId: currentRequestId() ?? null,
        },
      }
    },
  })

export const router = t.router
export const createCallerFactory = t.createCallerFactory

/** Turns an expected refusal into tRPC's terms, and notes everything else as the bug or outage that it is. */
const answered = t.procedure.use(async ({ ctx, path, type, getRawInput, next }) => {
  const result = await next()
  if (type === 'mutation') await audit(ctx, path, await getRawInput(), result.ok ? null : result.error.cause)
  if (result.ok) return result
  const { cause, code } = result.error
  if (cause instanceof AppError) throw new TRPCError({ code: cause.trpcCode, message: cause.message, cause })
  if (code === 'INTERNAL_SERVER_ERROR')
    ctx.services.logger.error({ err: cause ?? result.error, path }, 'A procedure failed')
  return result
})

/**
 * Keeps what administrators and operators did, and what somebody signed in was refused (AUDIT-1). A guest's tries are left out: anyone
 * could fill the table with them. An audit that cannot be written is logged and changes no answer.
 */
const audit = async (
  { services: { postgres, logger }, actor }: Context,
  action: string,
  input: unknown,
  refused: unknown,
): Promise<void> => {
  const forbidden = refused instanceof AppError && refused.code === 'AUTH.FORBIDDEN'
  const done = refused === null && (actor.admin || actor.operator)
  if (actor.userId === null || !(forbidden || done)) return
  const { slug, auctionId, email } = subjectOf.catch({}).parse(input)
  const subject = slug ? `event:${slug}` : auctionId ? `auction:${auctionId}` : email ? `user:${email}` : '-'
  const requestId = currentRequestId()
  await recordAudit(postgres, {
    actorId: actor.userId,
    action,
    subject,
    allowed: !forbidden,
    ...(requestId && { requestId }),
  }).catch((error: unknown) => logger.error({ err: error, action }, 'The audit could not be written'))
}
const subjectOf = z.object({
  slug: z.string().optional().catch(undefined),
  auctionId: z.string().optional().catch(undefined),
  email: z.string().optional().catch(undefined),
})

/** @throws AppError AUTH.SIGN_IN_FIRST to guests, AUTH.FORBIDDEN to others, where the policy table says no */
export const authorise = (actor: Actor, action: Action, subject: Subject): void => {
  if (can(actor, action, subject)) return
  throw new AppError(actor.userId === null ? 'AUTH.SIGN_IN_FIRST' : 'AUTH.FORBIDDEN')
}

/** For everyone, guests too. */
export const openProcedure = answered.meta({ access: 'everyone' })

/** For people with an account, about their own: guests and the operator, who is no person, are refused. */
export const signedInProcedure = answered.meta({ access: 'signed-in' }).use(({ ctx, next }) => {
  const { userId, operator } = ctx.actor
  if (userId === null) throw new AppError('AUTH.SIGN_IN_FIRST')
  if (operator) throw new AppError('AUTH.FORBIDDEN')
  return next({ ctx: { userId } })
})

/** For whoever may do `action` outside of any event. */
export const guardedProcedure = (action: Action) =>
  answered.meta({ access: action }).use(({ ctx, next }) => {
    authorise(ctx.actor, action, NOTHING)
    return next()
  })

const subjectIn = async (ctx: Context, event: Event): Promise<Subject> => ({
  roles: await rolesIn(ctx.services.mongo, event, ctx.actor.userId),
  rehearsal: event.rehearsal,
  own: false,
})

/** Whether this person may know of the event: everybody once it is published, its staff before. */
const maySee = (actor: Actor, event: Event, subject: Subject): boolean =>
  event.status !== 'draft' || can(actor, 'event.readDraft', subject)

/** The event by its address, with what the asker is in it. A draft does not exist for those who may not see it. */
const withEvent = answered.input(z.object({ slug: z.string().max(80) })).use(async ({ ctx, input, next }) => {
  const event = await eventBySlug(ctx.services.mongo, input.slug)
  if (!event) throw new AppError('EVENT.NOT_FOUND')
  const subject = await subjectIn(ctx, event)
  if (!maySee(ctx.actor, event, subject)) throw new AppError('EVENT.NOT_FOUND')
  return next({ ctx: { event, subject } })
})

/** Reads an event that the asker may see. */
export const eventReadProcedure = withEvent.meta({ access: 'everyone' })

/** Does `action` to an event; `own` where the thing done concerns the asker alone. */
export const eventProcedure = (action: Action, own = false) =>
  withEvent.meta({ access: action }).use(({ ctx, next }) => {
    authorise(ctx.actor, action, { ...ctx.subject, own })
    return next()
  })

/** Finds an auction and its event. @throws AppError AUCTION.NOT_FOUND */
export const auctionAndEvent = async (
  ctx: Context,
  auctionId: string,
): Promise<{ auction: Auction; event: Event; subject: Subject }> => {
  const auction = await auctionById(ctx.services.mongo, auctionId)
  const event = auction && (await eventById(ctx.services.mongo, auction.eventId))
  if (!event) throw new AppError('AUCTION.NOT_FOUND')
  const subject = await subjectIn(ctx, event)
  if (!maySee(ctx.actor, event, subject)) throw new AppError('AUCTION.NOT_FOUND')
  return { auction, event, subject }
}

/** Does `action` to an auction, in an event that the asker may see. */
export const auctionProcedure = (action: Action) =>
  answered
    .meta({ access: action })
    .input(z.object({ auctionId: z.string().max(40) }))
    .use(async ({ ctx, input, next }) => {
      const found = await auctionAndEvent(ctx, input.auctionId)
      authorise(ctx.actor, action, found.subject)
      return next({ ctx: found })
    })
