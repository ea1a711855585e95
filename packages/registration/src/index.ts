export type { Decision } from './answers.ts'
export type { Change, Draft } from './changes.ts'
export type { Applicant, By, Command, CommandOf, Context } from './commands.ts'
export { ageOn, dayWords, isDay } from './days.ts'
export { after, decide, fitsEvent } from './decide.ts'
export { leavingGivesBack } from './decide-leaving.ts'
export { windowRefusal } from './eligible.ts'
export { evolve, fold } from './evolve.ts'
export { aheadOf, byNumber, heldPlaces, type LineKey, lineOf, placeIds, wantsPlaces } from './places.ts'
export {
  type Answer,
  type Answers,
  checkAnswers,
  type Fault,
  formFaults,
  MAX_QUESTIONS,
  type Question,
} from './questions.ts'
export { REFUSAL_CODES, type Refusal, type RefusalCode, refusalWords, timeWords } from './refusals.ts'
export {
  type Entrant,
  freeAgents,
  isComplete,
  isSettled,
  owingUntilMs,
  type PaymentId,
  type PersonId,
  type Registration,
  type Returned,
  type ReturnReason,
  type Seat,
  type SeatId,
  type Stage,
  type StageName,
  stands,
} from './registration.ts'
export {
  type Ages,
  type Category,
  type Day,
  type EntryRules,
  type Kind,
  type KindRules,
  MAX_SEATS,
  type Money,
  type RefundStep,
  refundPercent,
  stepsFit,
  type Window,
} from './rules.ts'
export { expiresAtMs, stageWords, whyNot, whyNotWords } from './saying.ts'
