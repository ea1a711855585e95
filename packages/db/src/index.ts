export { newId } from './id.ts'
export { type Archive, type ArchivedEntry, auctionArchive } from './mongo/auction-log.ts'
export { type AuctionPlayer, playerById, playersOf, savePlayers } from './mongo/auction-players.ts'
export {
  type AuctionTeam,
  addTeamOwner,
  removeTeam,
  removeTeamOwner,
  saveTeam,
  teamsOf,
  teamsOwnedBy,
} from './mongo/auction-teams.ts'
export { type AuctionView, saveView, viewOf, viewsOf } from './mongo/auction-views.ts'
export {
  type Auction,
  type AuctionStatus,
  auctionById,
  insertAuction,
  listLiveAuctions,
  setAuctionArchived,
  setAuctionStatus,
} from './mongo/auctions.ts'
export { migrateMongo } from './mongo/collections.ts'
export { connectMongo, type Mongo, MongoUnreachableError } from './mongo/connection.ts'
export {
  attachAuction,
  changeEvent,
  type Event,
  type EventChange,
  type EventStatus,
  eventById,
  eventBySlug,
  insertEvent,
  listEvents,
  moveEvent,
  type NewEvent,
  type Places,
  type RegistrationKind,
  releasePlace,
  takePlace,
} from './mongo/events.ts'
export {
  type ClaimedMessage,
  changeRegistration,
  claimOutbox,
  clearOutbox,
  insertRegistration,
  listRegistrations,
  type NewRegistration,
  type OutboxMessage,
  type OwnerDetails,
  type PlayerDetails,
  type Registration,
  type RegistrationStatus,
  registrationById,
} from './mongo/registrations.ts'
export { EVENT_ROLES, type EventRole, rolesIn } from './mongo/roles.ts'
export { type AuditLine, readAudit, recordAudit } from './postgres/audit.ts'
export { connectPostgres, type Postgres, PostgresUnreachableError } from './postgres/connection.ts'
export { deliverProfiles, namesOf } from './postgres/profiles.ts'
export {
  type Account,
  foldEmail,
  insertUser,
  setAdmin,
  userByEmail,
  userById,
  userWithHash,
} from './postgres/users.ts'
