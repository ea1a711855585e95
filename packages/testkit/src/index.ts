export { type AuctionPlan, type SeededAuction, type SeededTeam, seedAuction } from './auction.ts'
export { type AcceptedBid, type Bidding, ENDLESS, startBidding } from './bidding.ts'
export { type Gavel, type GavelOptions, type Realtime, startGavel } from './gavel.ts'
export {
  deepJson,
  isPolluted,
  OPERATORS,
  objectsIn,
  type Place,
  placesIn,
  pollutedAt,
  samplesOf,
  TEXTS,
  textsIn,
  WRONG,
  withAt,
} from './hostile.ts'
export { faultsOf, wholeLog } from './ledger.ts'
export { type MatchPlan, type SeededMatch, seedMatch } from './match.ts'
export { MatchWire } from './match-wire.ts'
export { type Person, person, signedInPerson } from './people.ts'
export { freePort, Program, root, until } from './program.ts'
export { type PrivateRedis, startRedis } from './redis-server.ts'
export { type PrivateServer, startMongo, startRabbit } from './servers.ts'
export { type StripeHere, startStripeHere } from './stripe.ts'
export { WHO, type Who, without } from './who.ts'
export { Wire } from './wire.ts'
