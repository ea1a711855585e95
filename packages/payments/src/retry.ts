import { declineKind, declineWords } from './declines.ts'

/** Why the provider did not do what it was asked. */
export type Failure =
  /** By the bank; `code` is Stripe's decline code. */
  | { readonly is: 'declined'; readonly code: string }
  /** No answer: whether it was done is not known. */
  | { readonly is: 'network' }
  /** 5xx, or a key that is in use at this moment. */
  | { readonly is: 'provider'; readonly status: number }
  | { readonly is: 'busy'; readonly retryAfterMs: number | null }
  /** The account's key is wrong or may not do this. */
  | { readonly is: 'key' }
  /** 4xx: the same request is refused again. */
  | { readonly is: 'refused'; readonly code: string; readonly message: string }

/** What to do about a failure. `words` are for the payer, `step` for an administrator. */
export type Retry =
  | { readonly do: 'another-card' | 'correct' | 'confirm'; readonly words: string }
  | { readonly do: 'again'; readonly atMs: number }
  | { readonly do: 'give-up'; readonly step: string }

/** `tries`: how often it was tried, this one included. `random`: in [0, 1). `heldUntilMs`: null where no place is held, as for refunds. */
export type Tried = {
  readonly tries: number
  readonly nowMs: number
  readonly heldUntilMs: number | null
  readonly random: number
}

const MINUTE = 60_000
/** When a card that a bank did not accept just now is tried again: after the first try, after the second ... */
const SOFT_MS = [5 * MINUTE, 20 * MINUTE, 60 * MINUTE, 6 * 60 * MINUTE, 24 * 60 * MINUTE] as const
/** Left for the answer before the hold ends. */
const MARGIN_MS = MINUTE
const BASE_MS = 1_000
const CAP_MS = 60 * MINUTE
/** Tries of one request: the waits add up to five hours at most where no place is held. */
export const MAX_TRIES = 16

/** What to do after a failure (RETRY-2 to RETRY-5). Pure: chance is an input. */
export function retryOf(failure: Failure, tried: Tried): Retry {
  switch (failure.is) {
    case 'declined':
      return afterDecline(failure.code, tried)
    case 'network':
      return backOff(
        0,
        'The provider could not be reached. Check its status page and the network, then try again.',
        tried,
      )
    case 'provider':
      return backOff(0, `The provider answered ${failure.status}. Check its status page, then try again.`, tried)
    case 'busy':
      return backOff(failure.retryAfterMs ?? 0, 'The provider says that we ask too much. Try again later.', tried)
    case 'key':
      return {
        do: 'give-up',
        step: 'The Stripe key is wrong, or may not do this. Check it in the settings, then try again.',
      }
    case 'refused':
      return {
        do: 'give-up',
        step: `Stripe refused the request (${failure.code}): ${failure.message} Look the payment up at Stripe, then try again or settle it by hand.`,
      }
    default:
      return failure satisfies never
  }
}

function afterDecline(code: string, { tries, nowMs, heldUntilMs }: Tried): Retry {
  const words = declineWords(code)
  const kind = declineKind(code)
  switch (kind) {
    case 'hard':
      return { do: 'another-card', words }
    case 'slip':
      return { do: 'correct', words }
    case 'confirm':
      return { do: 'confirm', words }
    case 'soft': {
      const wait = SOFT_MS[tries - 1]
      const inTime = wait !== undefined && fits(nowMs + wait, heldUntilMs)
      return inTime
        ? { do: 'again', atMs: nowMs + wait }
        : { do: 'another-card', words: `${words} Please use another one.` }
    }
    default:
      return kind satisfies never
  }
}

/** Full jitter: any time up to a bound that doubles, so that those who failed together do not come back together. */
function backOff(leastMs: number, step: string, { tries, nowMs, heldUntilMs, random }: Tried): Retry {
  const bound = Math.min(CAP_MS, BASE_MS * 2 ** (tries - 1))
  const atMs = nowMs + leastMs + Math.floor(random * bound)
  return tries < MAX_TRIES && fits(atMs, heldUntilMs) ? { do: 'again', atMs } : { do: 'give-up', step }
}

function fits(atMs: number, heldUntilMs: number | null): boolean {
  return heldUntilMs === null || atMs <= heldUntilMs - MARGIN_MS
}
