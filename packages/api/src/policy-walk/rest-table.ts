import { WHO, type Who, without } from '@gavel/testkit'

/** Who may ask one operation; `inside`: where the room is for people with a role. */
type RestRow = { may: readonly Who[]; inside?: readonly Who[] }

const everyone: RestRow = { may: WHO }
const people: RestRow = { may: without('guest', 'operator', 'bot', 'banned') }
const keepers: RestRow = { may: ['admin', 'operator'] }
const staff: RestRow = { may: ['organiser', 'admin', 'operator'] }
const watch: RestRow = { may: without('bot'), inside: without('guest', 'fan', 'bot', 'banned') }

/**
 * Who may ask what of the REST API. Written by hand, and not taken from the rows of the procedures, so that an operation that hangs on the
 * wrong one is found.
 */
export const REST_TABLE: Readonly<Record<string, RestRow>> = {
  listEvents: everyone,
  createEvent: staff,
  readEvent: everyone,
  changeEvent: staff,
  publishEvent: staff,
  cancelEvent: staff,
  listRegistrations: staff,
  listMyRegistrations: everyone,
  register: people,
  approveRegistrations: staff,
  rejectRegistrations: staff,
  listPayments: staff,
  readAuction: watch,
  startAuction: staff,
  readResults: watch,
  listSquads: watch,
  listTeams: watch,
  addTeam: staff,
  removeTeam: staff,
  listPlayers: watch,
  listPool: { may: ['organiser', 'auctioneer', 'admin', 'operator'] },
  listLots: watch,
  readOpenLot: watch,
  listMatches: everyone,
  createMatch: staff,
  listLiveMatches: everyone,
  readMatch: watch,
  startMatch: { may: ['organiser', 'scorer', 'admin', 'operator'] },
  listMatchEntries: watch,
  listStandings: everyone,
  takePoints: staff,
  givePointsBack: staff,
  listFigures: everyone,
  listPlayerSeason: everyone,
  listPeople: keepers,
  readPerson: everyone,
  readMe: people,
  changeMe: people,
  listMySales: people,
  listSessions: people,
  endSession: people,
  endOtherSessions: people,
  listNotices: people,
  markRead: people,
  // The last one: what it withdraws is the player's own.
  withdrawRegistration: { may: ['player', ...staff.may] },
}
