export type { Decision } from './answers.ts'
export { type Audience, entryFor, stateFor, type VisibleEntry, withoutPool } from './audience.ts'
export {
  ANNOUNCEMENT,
  type ArrangedSet,
  type Command,
  type CommandOf,
  type CommandType,
  HOLD_MS,
  MAX_BATCH,
  MAX_POOL,
  MAX_TEAMS,
  type NewPlayer,
} from './commands.ts'
export { type Consequence, consequences, type Remedy } from './consequences.ts'
export { createAuction, decide } from './decide.ts'
export { bidRefusal } from './decide-bids.ts'
export { correctionRefusal } from './decide-corrections.ts'
export { MAX_NAMES, whyNotNamed, whyNotNominated } from './decide-names.ts'
export { proxyRefusal } from './decide-proxies.ts'
export { type DueCommand, dueCommands, turningTimes } from './due.ts'
export { type Draft, ENTRY_TYPES, type Entry, type EntryType, type HiddenEntry, type Stamp } from './entries.ts'
export { evolve, fold } from './evolve.ts'
export { type Feasibility, feasibility, type Stranded, strandedWords } from './feasibility.ts'
export { hasHidden } from './hidden.ts'
export { hotFields, hotTimes } from './hot.ts'
export { nextPrice } from './ladder.ts'
export {
  moneyLimit,
  openPlaces,
  purchaseRefusal,
  shortSquads,
  spendShort,
  squadRefusal,
  standing,
  unknownNationality,
} from './limits.ts'
export { askedTeams, cardsLeft, matchHolder, raiseRange } from './match.ts'
export {
  type Amount,
  CRORE,
  countsInLakh,
  currencyDigits,
  formatMoney,
  formatMoneyExact,
  isAmount,
  LAKH,
  MAX_AMOUNT,
  RUPEE,
} from './money.ts'
export { minimumBid, nextUp, waitingInOrder } from './next.ts'
export { countsIn, heldIn } from './places.ts'
export {
  entryOf,
  GENESIS_PUBLIC_HASH,
  isSecret,
  PROOF_MARK_EVERY,
  type PublicProof,
  publicBody,
} from './public-log.ts'
export { REFUSAL_CODES, type Refusal, type RefusalCode, type RefusalDetail, refusalWords } from './refusals.ts'
export { whyNotRemoved } from './removal.ts'
export { type Kept, retentionCosts } from './retention.ts'
export {
  type CategoryId,
  type CategoryRule,
  type ClockRule,
  type LadderBand,
  type MatchRule,
  type NominationRule,
  PLAIN,
  type RetentionRule,
  type RuleSet,
  reservePerPlace,
  storedRules,
  type TieBreakRule,
  type TypeCaps,
} from './rule-set.ts'
export { RULE_SETS, ruleSet } from './rule-sets/index.ts'
export { type Owned, RECALL_SET } from './running-order.ts'
export { COMMITMENT, SECRET, sealOf } from './seal.ts'
export type {
  ActorId,
  Announcement,
  AuctionState,
  Bid,
  ClosedLot,
  Correction,
  Lot,
  LotStage,
  Maximum,
  NominationRound,
  Phase,
  Player,
  PlayerId,
  PlayerStatus,
  Price,
  Proxy,
  SaleVia,
  SetId,
  Team,
  TeamId,
  Told,
  Turn,
  UserId,
} from './state.ts'
export { leadingBid, openLot, openLots, purseLeft, storedState } from './state.ts'
export { tieBreakTeams } from './tie-break.ts'
