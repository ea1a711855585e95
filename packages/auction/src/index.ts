export { type Audience, entryFor, stateFor, type VisibleEntry } from './audience.ts'
export {
  type Command,
  type CommandOf,
  type CommandType,
  HOLD_MS,
  MAX_BATCH,
  MAX_POOL,
  MAX_TEAMS,
  type NewPlayer,
} from './commands.ts'
export { bidRefusal, createAuction, type Decision, decide } from './decide.ts'
export { type Draft, ENTRY_TYPES, type Entry, type EntryType, type HiddenEntry, type Stamp } from './entries.ts'
export { evolve, fold, type Owned, RECALL_SET } from './evolve.ts'
export { hotFields, hotTimes } from './hot.ts'
export { nextPrice } from './ladder.ts'
export { moneyLimit, purchaseRefusal, shortSquads, squadRefusal, unknownNationality } from './limits.ts'
export {
  type Amount,
  CRORE,
  currencyDigits,
  formatMoney,
  formatMoneyExact,
  isAmount,
  LAKH,
  MAX_AMOUNT,
  RUPEE,
} from './money.ts'
export { minimumBid, nextUp } from './next.ts'
export { REFUSAL_CODES, type Refusal, type RefusalCode, type RefusalDetail, refusalWords } from './refusals.ts'
export { type ClockRule, type LadderBand, type RuleSet, reservePerPlace } from './rule-set.ts'
export { RULE_SETS, ruleSet } from './rule-sets/index.ts'
export type {
  ActorId,
  AuctionState,
  Bid,
  ClosedLot,
  Lot,
  Phase,
  Player,
  PlayerId,
  PlayerStatus,
  SetId,
  Team,
  TeamId,
  UserId,
} from './state.ts'
export { leadingBid, purseLeft } from './state.ts'
