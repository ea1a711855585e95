import { isNamed } from '@gavel/config'
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
  /** A refresh token that is unknown or too old, whose session has ended, or that two have used: sign in anew. */
  'AUTH.REFRESH_REFUSED': { trpc: 'UNAUTHORIZED', words: 'This sign-in is over. Sign in again.' },
  /** An account has this e-mail: sign in with it. */
  'AUTH.EMAIL_TAKEN': { trpc: 'CONFLICT', words: 'There is already an account with that e-mail. Sign in instead.' },
  /** What is asked for is guarded: give the password, a code or a passkey once more (`auth.prove`), then ask again. */
  'AUTH.PROVE_FIRST': { trpc: 'FORBIDDEN', words: 'Show once more that it is you.' },
  /** A password, code or passkey that is not this person's. */
  'AUTH.NOT_PROVED': { trpc: 'BAD_REQUEST', words: 'That did not fit your account. Try again.' },
  /** Too many wrong tries, for this account or from this address: wait; the right password is not looked at before. */
  'AUTH.LOCKED': {
    trpc: 'TOO_MANY_REQUESTS',
    words: 'Too many wrong tries. Wait {wait}, then try again with the right password.',
  },
  /** The right password of an account that an administrator has shut out. */
  'AUTH.BANNED': { trpc: 'FORBIDDEN', words: 'This account has been shut out by an administrator. {reason}' },
  /** The right password of an account that asks for a code as well: send it with the password, or with `half`. */
  'AUTH.CODE_NEEDED': { trpc: 'UNAUTHORIZED', words: 'Now the code of your authenticator app, or a recovery code.' },
  /** More passwords wait to be checked than can be checked soon. */
  'AUTH.BUSY': {
    trpc: 'SERVICE_UNAVAILABLE',
    words: 'Very many people sign in just now. Wait {seconds} seconds, then try again.',
  },
  /** Letters cannot be written: no mail server is set up. */
  'ACCOUNT.NO_MAIL': {
    trpc: 'PRECONDITION_FAILED',
    words: 'This Gavel writes no letters. Ask whoever runs it.',
  },
  /** The link of a letter that was used, or is too old, or was never one: ask for a new letter. */
  'ACCOUNT.BAD_LINK': { trpc: 'NOT_FOUND', words: 'This link has been used, or is too old. Ask for a new letter.' },
  /** The password of a link's account, which makes it good. */
  'ACCOUNT.WRONG_PASSWORD': { trpc: 'BAD_REQUEST', words: 'This is not the password of the account.' },
  /** A password that is in lists of leaked ones, or the person's own name or address: choose another. */
  'ACCOUNT.WEAK_PASSWORD': { trpc: 'BAD_REQUEST', words: '{reason}' },
  /** What keeps questions that are answered once does not answer itself: the same request may be repeated. */
  'AUTH.UNAVAILABLE': {
    trpc: 'SERVICE_UNAVAILABLE',
    words: 'This could not be done just now; nothing was changed. Try again in a moment.',
  },
  /** Not the code that the app shows now, or one that was used: wait for the next one. */
  'CODES.WRONG': { trpc: 'BAD_REQUEST', words: 'That code is not right. Type the next one that your app shows.' },
  'CODES.ON_ALREADY': {
    trpc: 'CONFLICT',
    words: 'Codes are asked for already. Turn them off first to set up another app.',
  },
  /** Recovery codes stand in for codes of an app: turn those on first. */
  'CODES.OFF': {
    trpc: 'CONFLICT',
    words: 'No codes are asked for, so there is nothing to recover. Turn them on first.',
  },
  /** Browsers let a site have passkeys by its name over https, and this machine by `localhost`. */
  'PASSKEY.NOT_HERE': {
    trpc: 'PRECONDITION_FAILED',
    words: 'Passkeys need an https address, which this site does not have.',
  },
  /** The device signed another question, or too late, or without asking who is there. */
  'PASSKEY.REFUSED': { trpc: 'BAD_REQUEST', words: 'That passkey was not taken. Nothing was changed: try again.' },
  'PASSKEY.KNOWN': { trpc: 'CONFLICT', words: 'This passkey is in use already.' },
  'PASSKEY.FULL': { trpc: 'CONFLICT', words: 'An account can have 20 passkeys. Remove one first.' },
  'PASSKEY.NOT_FOUND': { trpc: 'NOT_FOUND', words: 'This passkey has been removed already.' },
  /** Google is not set up on this Gavel. */
  'SECURITY.NO_GOOGLE': { trpc: 'PRECONDITION_FAILED', words: 'Signing in with Google is not set up here.' },
  /** Nothing would be left to sign in by: add a password, a passkey or Google first. */
  'SECURITY.LAST_WAY_IN': {
    trpc: 'CONFLICT',
    words: 'This is your only way to sign in. Set a password or add a passkey first.',
  },
  /** Somebody named by e-mail has no account yet: let them make one first. */
  'AUTH.NO_SUCH_PERSON': { trpc: 'NOT_FOUND', words: 'There is no account with the e-mail {email}.' },
  /** A text with a NUL in it, or half a character, which no store keeps: type it anew. */
  'INPUT.BAD_TEXT': {
    trpc: 'BAD_REQUEST',
    words: 'A text in it holds characters that cannot be kept. Type it anew instead of pasting it.',
  },
  /** Lists in lists without an end, as no form sends them. */
  'INPUT.TOO_DEEP': { trpc: 'BAD_REQUEST', words: 'What was sent goes too deep to be read.' },
  /** A cursor is the `next` of the page before, as it is. */
  'INPUT.BAD_CURSOR': { trpc: 'BAD_REQUEST', words: 'This list has no such place. Begin with its first page.' },
  /** A rate limit: wait, then ask again. */
  'LIMIT.TOO_MANY': { trpc: 'TOO_MANY_REQUESTS', words: 'Too many tries. Wait {seconds} seconds, then try again.' },

  /** Nobody has this id, or the page is the person's own alone. */
  'PROFILE.NOT_FOUND': { trpc: 'NOT_FOUND', words: 'There is no such person here.' },
  /** Deleting an account asks for its address as a second yes. */
  'PROFILE.OTHER_EMAIL': { trpc: 'BAD_REQUEST', words: 'This is not the e-mail address of the account.' },
  /** An auction or an event would be left without somebody it needs: the reason says what to do first. */
  'PROFILE.NEEDED': { trpc: 'CONFLICT', words: '{reason}' },

  'EVENT.NOT_FOUND': { trpc: 'NOT_FOUND', words: 'There is no such event.' },
  /** The address is in use: choose another name or address. */
  'EVENT.SLUG_TAKEN': { trpc: 'CONFLICT', words: 'Another event already has the address {slug}.' },
  /** No rule set has this id: choose one of the list. */
  'EVENT.UNKNOWN_RULES': { trpc: 'BAD_REQUEST', words: 'There is no rule set {ruleSetId}.' },
  /** Overrides that contradict each other, as a squad's least above its most. */
  'EVENT.BAD_RULES': { trpc: 'BAD_REQUEST', words: '{reason}' },
  /** How entries are taken contradicts itself: the reason says where. */
  'EVENT.BAD_ENTRY': { trpc: 'BAD_REQUEST', words: '{reason}' },
  /** Only a draft can be published. */
  'EVENT.NOT_DRAFT': { trpc: 'CONFLICT', words: 'This event has already been published.' },
  /** A draft, a finished or a cancelled event takes nobody. */
  'EVENT.NOT_OPEN': { trpc: 'CONFLICT', words: 'This event does not take registrations now.' },

  /** What is over can be read, and changed no more: clone it for the next one. */
  'EVENT.OVER': { trpc: 'CONFLICT', words: 'This event is {status}: it cannot be changed any more.' },
  /** Places that are taken cannot be taken away: make room first. */
  'EVENT.BELOW_TAKEN': {
    trpc: 'CONFLICT',
    words: '{players} players and {teams} teams hold a place already: there must be a place for each of them.',
  },
  'EVENT.ENDS_BEFORE_START': { trpc: 'BAD_REQUEST', words: 'The end lies before the start.' },
  /** Somebody has to look after it: appoint another organiser first. */
  'EVENT.LAST_ORGANISER': { trpc: 'CONFLICT', words: 'An event needs an organiser. Add another one first.' },
  /** End the auction first, or cancel the event. */
  'EVENT.AUCTION_NOT_ENDED': {
    trpc: 'CONFLICT',
    words: 'The auction has not ended. End it first, or cancel the event.',
  },
  /** Finish the lot in the console, then cancel. */
  'EVENT.LOT_OPEN': {
    trpc: 'CONFLICT',
    words: 'A player is up for sale. Finish that lot first, then cancel the event.',
  },
  /** The rules and purses that bids were made under stay: they change before the start alone. */
  'EVENT.STARTED': {
    trpc: 'CONFLICT',
    words: 'The auction has started: its rules, purses and teams stay as they are.',
  },

  /** Every team needs a place. An owner who registers waits instead; a team that is added by hand does not. */
  'EVENT.FULL': { trpc: 'CONFLICT', words: 'All {teams} team places of this event are taken.' },

  /** One person has one entry in an event. */
  'REGISTRATION.OTHER_KIND': { trpc: 'CONFLICT', words: 'You are already registered for this event as {kind}.' },
  /** The price is not one that the event's rules offer: choose one of the list. */
  'REGISTRATION.BAD_BASE': { trpc: 'BAD_REQUEST', words: 'Choose one of the base prices of this event.' },

  /** The rules of entering say no; the code is in the detail, and at `answer.ID` what is wrong with the answer to that question. */
  'REGISTRATION.REFUSED': { trpc: 'CONFLICT', words: '{words}' },
  /** Somebody who is in a group, or has an own entry, does not enter beside it. */
  'REGISTRATION.ELSEWHERE': {
    trpc: 'CONFLICT',
    words: 'You have an entry for this event already. Withdraw it first.',
  },
  'REGISTRATION.NOT_FOUND': { trpc: 'NOT_FOUND', words: 'There is no such entry.' },
  /** Who was sold belongs to a team: speak with the organiser. */
  'REGISTRATION.IN_PLAY': { trpc: 'CONFLICT', words: '{reason}' },

  'PAYMENT.NOT_FOUND': { trpc: 'NOT_FOUND', words: 'There is no such payment.' },
  /** The rules of paying say no: the words say why, the code is in the detail. */
  'PAYMENT.REFUSED': { trpc: 'CONFLICT', words: '{words}' },
  /** No place is held that has to be paid, or somebody else pays for it. */
  'PAYMENT.NOTHING_DUE': { trpc: 'CONFLICT', words: 'There is nothing for you to pay here now.' },
  /** No key of Stripe's is set: pay in cash or by UPI, and let the organiser note it. */
  'PAYMENT.NO_CARDS': {
    trpc: 'PRECONDITION_FAILED',
    words: 'Nothing can be paid online here. Pay the organiser, who notes it.',
  },
  /** Stripe does not answer, or somebody changes the same payment again and again: the same request may be repeated. */
  'PAYMENT.UNAVAILABLE': {
    trpc: 'SERVICE_UNAVAILABLE',
    words: 'This could not be finished just now; no money was lost. Try again in a moment.',
  },
  /** It was resolved or accepted meanwhile. */
  'FINANCE.NO_MISMATCH': { trpc: 'NOT_FOUND', words: 'This difference is not open any more.' },

  /** The id, or the team, is not of this auction: reload the page. */
  'TEAM.NOT_FOUND': { trpc: 'NOT_FOUND', words: 'There is no such team in this auction.' },
  /** One person bids for one team: take the other paddle away first. */
  'TEAM.OTHER_PADDLE': { trpc: 'CONFLICT', words: '{name} already has a paddle of {team}.' },

  'ADMIN.NO_SUCH_PERSON': { trpc: 'NOT_FOUND', words: 'There is no such account.' },
  /** Somebody has to be left who can name others: name another administrator first. */
  'ADMIN.LAST': { trpc: 'CONFLICT', words: 'This is the only administrator. Name another one first.' },

  /** Another administrator has to do it. */
  'ADMIN.YOURSELF': { trpc: 'CONFLICT', words: 'You cannot shut yourself out.' },

  'AUCTION.NOT_FOUND': { trpc: 'NOT_FOUND', words: 'There is no such auction.' },
  /** The live log refused the command; the words say why, the code is in the detail. */
  'AUCTION.REFUSED': { trpc: 'CONFLICT', words: '{words}' },
  /** The live log does not answer, or its answer got lost: the same request may be repeated. */
  'AUCTION.UNAVAILABLE': {
    trpc: 'SERVICE_UNAVAILABLE',
    words: 'The auction could not be reached just now; nothing was lost. Try again in a moment.',
  },

  'MATCH.NOT_FOUND': { trpc: 'NOT_FOUND', words: 'There is no such match.' },
  /** The match's log refused the command; the words say why, the code is in the detail. */
  'MATCH.REFUSED': { trpc: 'CONFLICT', words: '{words}' },
  /** The match's log does not answer, or its answer got lost: the same request may be repeated. */
  'MATCH.UNAVAILABLE': {
    trpc: 'SERVICE_UNAVAILABLE',
    words: 'The match could not be reached just now; nothing was lost. Try again in a moment.',
  },
  /** From its beginning on the scorer's book has what is true of a match: change it there. */
  'MATCH.BEGUN': { trpc: 'CONFLICT', words: 'This match has begun. Change it in the scorer’s book.' },
  /** Nobody knows yet who plays. */
  'MATCH.OPEN_SIDES': { trpc: 'CONFLICT', words: 'It is not known yet who plays this match.' },
  /** The public is shown matches late, and does not know yet who plays this one: begin it a little later. */
  'MATCH.TOO_EARLY': {
    trpc: 'CONFLICT',
    words:
      'The public sees matches {seconds} seconds late and does not know yet who plays this one. Begin it in a minute.',
  },
  /** Rules or line-ups that this sport cannot be played by: the reason says what is wrong. */
  'MATCH.BAD_INPUT': { trpc: 'BAD_REQUEST', words: '{reason}' },
  /** Fixtures that cannot be made of these teams: the reason says why. */
  'MATCH.NO_FIXTURES': { trpc: 'BAD_REQUEST', words: '{reason}' },
  /** A file that holds no match that we can read: the reason says where it fails. */
  'MATCH.UNREADABLE': { trpc: 'BAD_REQUEST', words: '{reason}' },

  /** A code that leads nowhere, or is mistyped: ask whoever gave it. */
  'INVITATION.NOT_FOUND': {
    trpc: 'NOT_FOUND',
    words: 'Nothing has this code. Look at it again, or ask whoever gave it to you.',
  },
  /** Somebody else was first: an invitation is for one person. */
  'INVITATION.USED': {
    trpc: 'CONFLICT',
    words: 'This invitation has been used already. Ask the organiser for one of your own.',
  },
  'INVITATION.REVOKED': { trpc: 'CONFLICT', words: 'The organiser has taken this invitation back.' },
  'INVITATION.EXPIRED': {
    trpc: 'CONFLICT',
    words: 'This invitation is too old. Ask the organiser for a new one.',
  },
  /** It names another address than the account's: sign in with that one, or ask for an invitation without an address. */
  'INVITATION.OTHER_PERSON': {
    trpc: 'FORBIDDEN',
    words: 'This invitation is for another e-mail address. Sign in with that one, or ask the organiser for a new one.',
  },
  /** Nobody joins a finished or cancelled event, or is invited to it. */
  'INVITATION.EVENT_OVER': { trpc: 'CONFLICT', words: 'This event is over: nobody can join it any more.' },
  /** An owner who is invited without a team says which one to make: name, short name and colour. */
  'INVITATION.BRING_TEAM': { trpc: 'BAD_REQUEST', words: 'Name your team first.' },
  /** Nobody bids for two teams of one auction. */
  'INVITATION.OTHER_TEAM': { trpc: 'CONFLICT', words: 'You already bid for {team} in this auction.' },

  /** The event cannot be rehearsed as it stands; the reason says what to do first. */
  'SANDBOX.NOT_READY': { trpc: 'CONFLICT', words: '{reason}' },
  /** An event has one sandbox at a time. */
  'SANDBOX.EXISTS': {
    trpc: 'CONFLICT',
    words: 'A rehearsal of this event is there already. End it first, then start a new one.',
  },

  /** There is no demo on this Gavel, or no such place in it. */
  'DEMO.NONE': { trpc: 'NOT_FOUND', words: 'There is no such place in the exhibition now. Look again in a moment.' },
  /** Another visitor was quicker. Another place may be free. */
  'DEMO.TAKEN': { trpc: 'CONFLICT', words: 'Another visitor has this place. Take another one.' },

  /** The jobs' Redis is away: ask again in a moment. */
  'QUEUE.UNAVAILABLE': {
    trpc: 'SERVICE_UNAVAILABLE',
    words: 'The job queues could not be reached just now; nothing was lost. Try again in a moment.',
  },
  /** Somebody else has retried or discarded it, or it was done meanwhile. */
  'QUEUE.NO_SUCH_JOB': { trpc: 'NOT_FOUND', words: 'This job is no longer among the failed ones.' },

  /** A list of players that nobody can read: the reason says what is wrong with it. */
  'LIST.UNREADABLE': { trpc: 'BAD_REQUEST', words: '{reason}' },
  /** A picture or zip that cannot be taken: the reason says what is wrong with it. */
  'MEDIA.REFUSED': { trpc: 'BAD_REQUEST', words: '{reason}' },
  /** A file beyond what a picture, or a zip of them, may have. */
  'MEDIA.TOO_LARGE': { trpc: 'PAYLOAD_TOO_LARGE', words: 'That is too large: a file may have {megabytes} MB.' },
  /** Somebody took an import back while it was still coming in. */
  'LIST.TAKEN_BACK': {
    trpc: 'CONFLICT',
    words: 'Somebody took this list back while it was coming in; nobody of it is in the pool.',
  },
  /** No player of the auction has this id: somebody has removed him. */
  'AUCTION.NO_PLAYER': { trpc: 'NOT_FOUND', words: 'That player is not in the pool any more.' },
  /** No set of the running order has this id. */
  'AUCTION.NO_SET': { trpc: 'NOT_FOUND', words: 'There is no such set any more.' },
} as const satisfies Record<string, Spec>

export type AppErrorCode = keyof typeof ERRORS
export const APP_ERROR_CODES = Object.keys(ERRORS) as AppErrorCode[]
/** What an error is to tRPC, and its sentence with names in braces. */
export const errorSpec = (code: AppErrorCode): Readonly<Spec> => ERRORS[code]

/** An expected "no", thrown by the functions behind procedures. Anything else that is thrown is a bug or a store that is down. */
export class AppError extends Error {
  static override [Symbol.hasInstance](value: unknown): boolean {
    return isNamed(value, 'AppError') && 'code' in value && String(value.code) in ERRORS
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
