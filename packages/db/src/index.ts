export { foldCode, INVITATION_CODE_LENGTH, JOIN_CODE_LENGTH, newCode } from './code.ts'
export { newId } from './id.ts'
export {
  announceEndAgain,
  claimAuctionOutbox,
  clearAuctionOutbox,
  listForgottenEnds,
  setAuctionArchived,
  setAuctionFollowed,
  setAuctionProof,
  setHandedOver,
} from './mongo/auction-ends.ts'
export { auctionArchive } from './mongo/auction-log.ts'
export {
  type AuctionPlayer,
  adoptPlayers,
  changePlayer,
  deletePlayers,
  insertPlayers,
  type PlayerChange,
  playerById,
  playersOf,
  playersOfImport,
  poolsWith,
  savePlayers,
} from './mongo/auction-players.ts'
export {
  type AuctionTeam,
  addTeamOwner,
  changeTeam,
  removeTeam,
  removeTeamOwner,
  saveTeam,
  teamsOf,
  teamsOwnedBy,
} from './mongo/auction-teams.ts'
export { type AuctionView, saveView, viewOf, viewsOf } from './mongo/auction-views.ts'
export {
  type Arranged,
  type Auction,
  type AuctionStatus,
  auctionById,
  insertAuction,
  listLiveAuctions,
  nameSet,
  noteArranged,
  type SetName,
  setAuctionRules,
  setAuctionStatus,
} from './mongo/auctions.ts'
export { migrateMongo } from './mongo/collections.ts'
export { connectMongo, type Mongo, MongoUnreachableError } from './mongo/connection.ts'
export { deductionsOf, deleteDeduction, insertDeduction, type TableDeduction } from './mongo/deductions.ts'
export { DEFAULT_ENTRY, type EventEntry, type KindEntry } from './mongo/event-entry.ts'
export {
  addStaff,
  attachAuction,
  changeEvent,
  type Event,
  type EventChange,
  type EventStatus,
  eventById,
  eventByJoinCode,
  eventBySlug,
  insertEvent,
  listEvents,
  MAX_DELAY_MS,
  moveEvent,
  type NewEvent,
  type Places,
  type RegistrationKind,
  removeStaff,
  type Shows,
  type StaffRole,
} from './mongo/events.ts'
export {
  type EventTrace,
  eventTraces,
  forgetAuction,
  forgetEvent,
  forgetMatch,
  forgetMatchLog,
} from './mongo/forget.ts'
export { forgetPersonIn, type Trace } from './mongo/forget-person.ts'
export {
  INVITATION_ROLES,
  type Invitation,
  type InvitationRole,
  insertInvitation,
  invitationByCode,
  invitationsAbout,
  invitationsOf,
  reopenInvitation,
  revokeInvitation,
  useInvitation,
} from './mongo/invitations.ts'
export { ledgerOf, postLedger } from './mongo/ledger.ts'
export type { Archive, ArchivedEntry } from './mongo/log-archive.ts'
export { matchArchive } from './mongo/match-log.ts'
export {
  changeMatch,
  deleteMatches,
  type FromGroup,
  type FromMatch,
  insertMatches,
  listLiveMatches,
  listMatchesOn,
  type Match,
  type MatchChange,
  type MatchPerson,
  type MatchRound,
  type MatchSide,
  type MatchStands,
  type MatchStatus,
  matchById,
  matchesOf,
  setMatchArchived,
  setMatchFollowed,
  setMatchImported,
  setMatchStands,
} from './mongo/matches.ts'
export {
  acceptMismatch,
  listMismatches,
  type MoneyRun,
  mismatchById,
  moneyRun,
  noteMoneyRun,
  saveMismatches,
} from './mongo/mismatches.ts'
export {
  type NotificationPreferences,
  preferencesOf,
  savePreferences,
} from './mongo/notification-preferences.ts'
export {
  type ChosenKind,
  countUnread,
  insertNotifications,
  type LetterStatus,
  lettersToQueue,
  listNotifications,
  markRead,
  moveLetters,
  type NewNotification,
  NOTIFICATION_KINDS,
  type Notification,
  type NotificationKind,
  type NotificationPlace,
  notificationById,
} from './mongo/notifications.ts'
export type { OutboxMessage } from './mongo/outbox.ts'
export {
  countParked,
  listParked,
  type ParkedMessage,
  parkedById,
  removeParked,
  saveParked,
} from './mongo/parked-messages.ts'
export type { Asked } from './mongo/payment-projection.ts'
export {
  type AttemptAt,
  type AttemptOrder,
  changePayment,
  countPayments,
  duePayments,
  insertPayment,
  listPayments,
  notePaymentAt,
  notePosted,
  type PaymentRecord,
  paymentById,
  paymentByProvider,
  paymentOf,
  restPayment,
} from './mongo/payments.ts'
export { isPictureUsed } from './mongo/pictures.ts'
export { releasePlace, takePlace, takePlaces } from './mongo/places.ts'
export {
  claimUndo,
  deleteImport,
  finishImport,
  importsOf,
  insertImport,
  keepImport,
  type PlayerImport,
} from './mongo/player-imports.ts'
export {
  forgetNews,
  keepNews,
  lastNews,
  newsById,
  noteNewsDone,
  type ProviderNews,
  type StoredNews,
  undoneNews,
} from './mongo/provider-events.ts'
export {
  type ClaimedMessage,
  changeRegistration,
  claimOutbox,
  clearOutbox,
  countAhead,
  countWaiting,
  firstInLine,
  insertRegistration,
  listRegistrations,
  type NewRegistration,
  type OwnerDetails,
  type PlayerDetails,
  REGISTRATION_STATUSES,
  type Registration,
  type RegistrationChange,
  type RegistrationStatus,
  registrationById,
  registrationOf,
  registrationsByIds,
  registrationsDue,
} from './mongo/registrations.ts'
export { EVENT_ROLES, type EventRole, rolesIn } from './mongo/roles.ts'
export {
  changeSeats,
  claimNextNight,
  closeSandbox,
  deleteSandbox,
  expireSandbox,
  insertSandbox,
  leaseSandbox,
  listSandboxes,
  noteNextNight,
  openSandbox,
  releaseSandbox,
  type Sandbox,
  type SandboxBot,
  type SandboxSeat,
  sandboxOfEvent,
} from './mongo/sandboxes.ts'
export { type Squad, type SquadPlayer, saveSquad, squadsOf, squadsWith } from './mongo/squads.ts'
export { type AuditLine, readAudit, recordAudit } from './postgres/audit.ts'
export { type Ban, bansOf, setBan } from './postgres/bans.ts'
export { deleteBots } from './postgres/bots.ts'
export { connectPostgres, type Postgres, PostgresUnreachableError } from './postgres/connection.ts'
export {
  clearDeletion,
  DELETED_NAME,
  type Deleted,
  type Deletion,
  deleteAccount,
  listDeletions,
} from './postgres/deletions.ts'
export {
  type AccountNews,
  dropErrand,
  type Errand,
  errandById,
  keepErrand,
  waitingErrands,
} from './postgres/errands.ts'
export {
  identitiesOf,
  insertIdentity,
  insertUserFrom,
  type StoredIdentity,
  userOfIdentity,
} from './postgres/identities.ts'
export {
  dropMailLinks,
  forgetMailTokens,
  insertMailToken,
  type MailLink,
  type MailPurpose,
  mailLink,
  useMailLink,
} from './postgres/mail-tokens.ts'
export { ownData } from './postgres/own-data.ts'
export {
  insertPasskey,
  notePasskeyUse,
  passkeyById,
  passkeysOf,
  renamePasskey,
  type StoredPasskey,
} from './postgres/passkeys.ts'
export {
  deliverProfiles,
  isAvatarUsed,
  namesOf,
  type Profile,
  profileById,
  renameAccount,
  saveProfile,
  setAvatar,
} from './postgres/profiles.ts'
export { countRecoveryCodes, replaceRecoveryCodes, takeRecoveryCode } from './postgres/recovery-codes.ts'
export {
  exchangeRefreshToken,
  type FoundRefreshToken,
  insertRefreshToken,
  refreshTokenBy,
} from './postgres/refresh-tokens.ts'
export {
  closeSessions,
  forgetSessions,
  insertSession,
  type LiveSession,
  proveSession,
  type SessionEnd,
  type SessionKind,
  type SessionLife,
  type SessionLine,
  type SessionStanding,
  sessionById,
  sessionsOf,
  standingsOf,
  touchSession,
} from './postgres/sessions.ts'
export { banOf, insertWaitingUser, type SignInUser, userForSignIn } from './postgres/sign-in.ts'
export { forgetSigningKeys, insertSigningKey, type StoredSigningKey, signingKeys } from './postgres/signing-keys.ts'
export { confirmTotp, deleteTotp, startTotp, takeTotpStep, totpOf } from './postgres/totp.ts'
export {
  type Account,
  adminIds,
  foldEmail,
  insertUser,
  listPeople,
  peopleOf,
  type Rights,
  setPasswordHash,
  setRights,
  userByEmail,
  userById,
} from './postgres/users.ts'
export { hasPassword, removeWayIn } from './postgres/ways-in.ts'
