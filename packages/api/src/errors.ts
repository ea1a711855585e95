import type { TRPCError } from '@trpc/server'

type TrpcCode = TRPCError['code']
type Spec = { trpc: TrpcCode; words: string }

/**
 * Every expected "no" of the API: what tRPC calls it, and the sentence a person reads, which says how to go on. `{x}` is filled from
 * the error's detail. Refusals of a live auction keep their own code in the detail of `AUCTION.REFUSED`.
 */
const ERRORS = {
  /** The procedure is for people who are signed in: sign in, then ask again. */
  'AUTH.SIGN_IN_FIRST': { trpc: 'UNAUTHORIZED', words: 'Sign in first.' },
  /** The policy table says no for this person: ask an organiser for the role. */
  'AUTH.FORBIDDEN': { trpc: 'FORBIDDEN', words: 'You may not do that.' },
  /** E-mail and password, or a token, do not fit any account; which of them is not said. */
  'AUTH.WRONG_CREDENTIALS': { trpc: 'UNAUTHORIZED', words: 'That e-mail and password do not fit an account.' },
  /** An account has this e-mail: sign in with it. */
  'AUTH.EMAIL_TAKEN': { trpc: 'CONFLICT', words: 'There is already an account with that e-mail. Sign in instead.' },
  /** Somebody named by e-mail has no account yet: let them make one first. */
  'AUTH.NO_SUCH_PERSON': { trpc: 'NOT_FOUND', words: 'There is no account with the e-mail {email}.' },
  /** A rate limit: wait, then ask again. */
  'LIMIT.TOO_MANY': { trpc: 'TOO_MANY_REQUESTS', words: 'Too many tries. Wait {seconds} seconds, then try again.' },

  'EVENT.NOT_FOUND': { trpc: 'NOT_FOUND', words: 'There is no such event.' },
  /** The address is in use: choose another name or address. */
  'EVENT.SLUG_TAKEN': { trpc: 'CONFLICT', words: 'Another event already has the address {slug}.' },
  /** No rule set has this id: choose one of the list. */
  'EVENT.UNKNOWN_RULES': { trpc: 'BAD_REQUEST', words: 'There is no rule set {ruleSetId}.' },
  /** Overrides that contradict each other, as a squad's least above its most. */
  'EVENT.BAD_RULES': { trpc: 'BAD_REQUEST', words: '{reason}' },
  /** Only a draft can be published. */
  'EVENT.NOT_DRAFT': { trpc: 'CONFLICT', words: 'This event has already been published.' },
  /** A draft, a finished or a cancelled event takes nobody. */
  'EVENT.NOT_OPEN': { trpc: 'CONFLICT', words: 'This event does not take registrations now.' },

  /** Every team needs a place. An owner who registers waits instead; a team that is added by hand does not. */
  'EVENT.FULL': { trpc: 'CONFLICT', words: 'All {teams} team places of this event are taken.' },

  /** One person has one entry in an event. */
  'REGISTRATION.OTHER_KIND': { trpc: 'CONFLICT', words: 'You are already registered for this event as {kind}.' },
  /** The price is not one that the event's rules offer: choose one of the list. */
  'REGISTRATION.BAD_BASE': { trpc: 'BAD_REQUEST', words: 'Choose one of the base prices of this event.' },

  'AUCTION.NOT_FOUND': { trpc: 'NOT_FOUND', words: 'There is no such auction.' },
  /** The live log refused the command; the words say why, the code is in the detail. */
  'AUCTION.REFUSED': { trpc: 'CONFLICT', words: '{words}' },
  /** The live log does not answer, or its answer got lost: the same request may be repeated. */
  'AUCTION.UNAVAILABLE': {
    trpc: 'SERVICE_UNAVAILABLE',
    words: 'The auction could not be reached just now; nothing was lost. Try again in a moment.',
  },

  /** A list of players that nobody can read: the reason says what is wrong with it. */
  'LIST.UNREADABLE': { trpc: 'BAD_REQUEST', words: '{reason}' },
} as const satisfies Record<string, Spec>

export type AppErrorCode = keyof typeof ERRORS
export const APP_ERROR_CODES = Object.keys(ERRORS) as AppErrorCode[]

/** An expected "no", thrown by the functions behind procedures. Anything else that is thrown is a bug or a store that is down. */
export class AppError extends Error {
  /**
   * The web app's bundler may keep several copies of this class in one process, while services are shared by all of them: a refusal
   * thrown by one copy is a refusal for every other.
   */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return value instanceof Error && value.name === 'AppError' && 'code' in value && String(value.code) in ERRORS
  }

  override name = 'AppError'
  readonly code: AppErrorCode
  readonly detail: Readonly<Record<string, string | number>>

  constructor(code: AppErrorCode, detail: Readonly<Record<string, string | number>> = {}, options?: ErrorOptions) {
    const spec: Spec = ERRORS[code]
    super(
      spec.words.replace(/\{(\w+)\}/g, (_, name: string) => String(detail[name] ?? '?')),
      options,
    )
    this.code = code
    this.detail = detail
  }

  /** The same refusal in tRPC's words. */
  get trpcCode(): TrpcCode {
    return ERRORS[this.code].trpc
  }
}
