export type { Decision } from './answers.ts'
export { type Change, changeId, type Draft } from './changes.ts'
export type { Command, CommandOf, Facts } from './commands.ts'
export { decide } from './decide.ts'
export { type DeclineKind, declineKind, declineWords } from './declines.ts'
export { due, type Task } from './due.ts'
export { evolve, fold } from './evolve.ts'
export {
  ACCOUNTS,
  type Account,
  type LedgerEntry,
  type Line,
  postings,
  type StatementRow,
  statement,
  type TrialBalance,
  trialBalance,
} from './ledger.ts'
export { amountTyped, decimalsOf, type Money, moneyWords, partOf, sameMoney, sharesOf, stepOf } from './money.ts'
export {
  type Attempt,
  type AttemptState,
  type ByHand,
  type Charge,
  countingCharge,
  type Dispute,
  type Holding,
  liveAttempt,
  type Payment,
  type Purpose,
  type Refund,
  type RefundReason,
  type RefundState,
  refundable,
  type Source,
  type Stage,
  stageOf,
} from './payment.ts'
export {
  accepted,
  carriedOver,
  type Found,
  type Mismatch,
  type MismatchKind,
  type Movement,
  movementsOf,
  reconcile,
} from './reconcile.ts'
export { REFUSAL_CODES, type Refusal, type RefusalCode, refusalWords } from './refusals.ts'
export { type Failure, MAX_TRIES, type Retry, retryOf, type Tried } from './retry.ts'
export { attemptEndsAtMs, chargeRefusal, fromStripe, type MoneyRefusal, toStripe } from './stripe-money.ts'
