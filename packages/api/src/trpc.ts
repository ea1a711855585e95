import { type Action, type Actor, can, isProved, NOTHING, onceIn, type Subject, subjectOf } from '@gavel/auth'
import { currentRequestId } from '@gavel/config'
import {
  type Auction,
  auctionById,
  type Event,
  eventById,
  eventBySlug,
  type Match,
  matchById,
  recordAudit,
  registrationById,
  rolesIn,
} from '@gavel/db'
import { initTRPC, TRPCError } from '@trpc/server'
import superjson from 'superjson'
import { z } from 'zod'
import { inputFault } from './bad-text.ts'
import type { Context } from './context.ts'
import { AppError } from './errors.ts'

/**
 * What a procedure declares about who may call it: a line of the policy table; `everyone`, guests too; or `signed-in`, for what is
 * the caller's own account. Every procedure has one, and a test walks them all.
 */
type Access = Action | 'everyone' | 'signed-in'
/** `ownAudit`: the procedure writes its own lines of the audit, which say more than its name and input do. */
type Meta = { access: Access; ownAudit?: true }

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
const answered = t.procedure.use(async ({ ctx, path, type, meta, getRawInput, next }) => {
  const fault = inputFault(await getRawInput())
  if (fault) {
    const cause = new AppError(fault)
    throw new TRPCError({ code: cause.trpcCode, message: cause.message, cause })
  }
  const result = await next()
  const said = result.ok && meta?.ownAudit
  const cause = result.ok ? null : result.error.cause
  if (type === 'mutation' && !said) await audit(ctx, path, await getRawInput(), cause)
  else if (type === 'query' && isForbidden(cause)) await auditOnce(ctx, path, await getRawInput(), cause)
  if (result.ok) return result
  const { code } = result.error
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
  const forbidden = isForbidden(refused)
  const done = refused === null && (actor.admin || actor.operator)
  if (actor.userId === null || !(forbidden || done)) return
  const subject = subjectNamed(input)
  const requestId = currentRequestId()
  await recordAudit(postgres, {
    actorId: actor.userId,
    action,
    subject,
    allowed: !forbidden,
    ...(requestId && { requestId }),
  }).catch((error: unknown) => logger.error({ err: error, action }, 'The audit could not be written'))
}

const isForbidden = (refused: unknown): boolean => refused instanceof AppError && refused.code === 'AUTH.FORBIDDEN'

/** Pages ask again and again: the same refusal of the same person is one line a minute. */
const isNew = onceIn(60_000)
const auditOnce = async (ctx: Context, action: string, input: unknown, refused: unknown): Promise<void> => {
  if (isNew(`${ctx.actor.userId} ${action} ${subjectNamed(input)}`)) await audit(ctx, action, input, refused)
}

/** Keeps that somebody was refused what is no procedure, such as a file (AUDIT-2). `about`: its path. */
export const auditRefusal = (ctx: Context, action: string, about: string): Promise<void> =>
  auditOnce(ctx, action, { about }, new AppError('AUTH.FORBIDDEN'))

/** Does what no procedure does, such as taking a file, and keeps it in the audit as procedures are kept. */
export const audited = async <T>(
  ctx: Context,
  action: string,
  about: { auctionId: string },
  work: () => Promise<T>,
): Promise<T> => {
  try {
    const done = await work()
    await audit(ctx, action, about, null)
    return done
  } catch (error) {
    await audit(ctx, action, about, error)
    throw error
  }
}

/** What a call is about: `event:SLUG`; `-` where it names nothing. */
const subjectNamed = (input: unknown): string => {
  const { slug, auctionId, matchId, email, userId, about } = namedIn.catch({}).parse(input)
  if (about) return about
  const named = Object.entries({ event: slug, auction: auctionId, match: matchId, user: userId ?? email })
  const [kind, name] = named.find(([, value]) => value) ?? []
  return kind && name ? `${kind}:${name}` : '-'
}

const namedIn = z.object({
  about: z.string().optional().catch(undefined),
  slug: z.string().optional().catch(undefined),
  auctionId: z.string().optional().catch(undefined),
  matchId: z.string().optional().catch(undefined),
  email: z.string().optional().catch(undefined),
  userId: z.string().optional().catch(undefined),
})

/** @throws AppError AUTH.SIGN_IN_FIRST to guests, AUTH.FORBIDDEN to others, where the policy table says no */
export const authorise = (actor: Actor, action: Action, subject: Subject): void => {
  if (can(actor, action, subject)) return
  throw new AppError(actor.userId === null ? 'AUTH.SIGN_IN_FIRST' : 'AUTH.FORBIDDEN')
}

/** For everyone, guests too. */
export const openProcedure = answered.meta({ access: 'everyone' })

/** For whoever acts in rooms under a name: people with an account, bots, and visitors who sit in a bot's place. */
export const actingProcedure = answered.meta({ access: 'signed-in' }).use(({ ctx, next }) => {
  const { userId, operator } = ctx.actor
  if (userId === null) throw new AppError('AUTH.SIGN_IN_FIRST')
  if (operator) throw new AppError('AUTH.FORBIDDEN')
  return next({ ctx: { userId } })
})

/** For people with an account, about their own: guests are refused, and bots and the operator, who are no persons. */
export const signedInProcedure = actingProcedure.use(({ ctx, next }) => {
  if (ctx.actor.bot) throw new AppError('AUTH.FORBIDDEN')
  return next()
})

/**
 * For what a stranger at an open browser must not do: people who gave a password, a code or a passkey within the last ten minutes. Others
 * are asked for it (`auth.prove`), and programs sign in anew (ACCOUNT-9).
 */
export const provedProcedure = signedInProcedure.use(({ ctx, next }) => next({ ctx: { sid: provedSession(ctx) } }))

/** The session of somebody who gave a password, a code or a passkey within the last ten minutes. @throws AppError AUTH.PROVE_FIRST */
export const provedSession = ({ session }: Pick<Context, 'session'>): string => {
  if (!session || !isProved(session)) throw new AppError('AUTH.PROVE_FIRST')
  return session.sid
}

/** For whoever may do `action` outside of any event. */
export const guardedProcedure = (action: Action) =>
  answered.meta({ access: action }).use(({ ctx, next }) => {
    authorise(ctx.actor, action, NOTHING)
    return next()
  })

/** An event as the policy sees it for the asker. */
export const subjectIn = async (ctx: Context, event: Event): Promise<Subject> =>
  subjectOf(event, await rolesIn(ctx.services.mongo, event, ctx.actor.userId))

/** Whether this person may know of the event: everybody once it is published, its staff before, and of a sandbox who takes part in it. */
export const maySee = (actor: Actor, event: Event, subject: Subject): boolean => {
  if (event.sandboxOf !== null) return can(actor, 'auction.watch', subject)
  return event.status !== 'draft' || can(actor, 'event.readDraft', subject)
}

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

/** Does `action` to one registration of an event: to the asker's own, or to anybody's. */
export const registrationProcedure = (action: Action) =>
  withEvent
    .meta({ access: action })
    .input(z.object({ id: z.string().max(40) }))
    .use(async ({ ctx, input, next }) => {
      const registration = await registrationById(ctx.services.mongo, input.id)
      const own = registration !== null && registration.userId === ctx.actor.userId
      authorise(ctx.actor, action, { ...ctx.subject, own })
      if (registration?.eventId !== ctx.event.id) throw new AppError('REGISTRATION.NOT_FOUND')
      return next({ ctx: { registration } })
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

/** Finds a match and its event. @throws AppError MATCH.NOT_FOUND */
const matchAndEvent = async (
  ctx: Context,
  matchId: string,
): Promise<{ match: Match; event: Event; subject: Subject }> => {
  const match = await matchById(ctx.services.mongo, matchId)
  const event = match && (await eventById(ctx.services.mongo, match.eventId))
  const subject = event && (await subjectIn(ctx, event))
  if (!subject || !maySee(ctx.actor, event, subject)) throw new AppError('MATCH.NOT_FOUND')
  return { match, event, subject }
}

/** Does `action` to a match, in an event that the asker may see. */
export const matchProcedure = (action: Action) =>
  answered
    .meta({ access: action })
    .input(z.object({ matchId: z.string().max(40) }))
    .use(async ({ ctx, input, next }) => {
      const found = await matchAndEvent(ctx, input.matchId)
      authorise(ctx.actor, action, found.subject)
      return next({ ctx: found })
    })
