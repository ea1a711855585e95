import { z } from 'zod'
import { addTeamInput } from '../../auction/add-team.ts'
import { listRoute, type RestRoute, route } from '../route.ts'
import { event, fields, player, team, teamLook } from '../schemas.ts'

const { money, timeMs } = fields
const phase = z.enum(['scheduled', 'running', 'paused', 'ended'])
const member = player.extend({
  how: z.enum(['sold', 'retained']),
  price: money,
  debit: money.describe('What the purse paid.'),
  fee: money.describe('What the player gets.'),
  levy: money.describe('What the league gets.'),
  lot: z.number().nullable(),
})

export const auctionRoutes: readonly RestRoute[] = [
  route({
    ...{ id: 'readAuction', method: 'GET', path: '/auctions/{auctionId}', tag: 'Auctions', calls: 'auction.byId' },
    summary: 'One auction: its event, its rules, and what you are in it.',
    answer: z.object({
      auctionId: z.string(),
      event,
      rules: z.looseObject({ id: z.string(), name: z.string(), currency: z.string(), purse: money }),
      you: z.object({
        roles: z.array(z.string()),
        teamId: z.string().nullable(),
        mayManage: z.boolean(),
        mayConduct: z.boolean(),
        mayBid: z.boolean(),
        delayMs: z.number(),
      }),
    }),
    serve: (api, { params }) => api.auction.byId(params),
  }),
  route({
    ...{ id: 'startAuction', method: 'POST', path: '/auctions/{auctionId}/start' },
    ...{ tag: 'Auctions', calls: 'auction.start', summary: 'Opens the room: players may be put up.' },
    answer: z.object({ auctionId: z.string() }),
    serve: (api, { params }) => api.auction.start(params),
  }),
  route({
    ...{
      id: 'readResults',
      method: 'GET',
      path: '/auctions/{auctionId}/results',
      tag: 'Auctions',
      calls: 'results.of',
    },
    summary: 'Squads, spending and totals, so far or in the end, as late as you are shown the auction.',
    answer: z.object({
      auctionId: z.string(),
      currency: z.string(),
      phase,
      endedAtMs: timeMs.nullable(),
      totals: z.object({
        ...{ sold: z.number(), retained: z.number(), unsold: z.number(), waiting: z.number(), withdrawn: z.number() },
        spent: money,
      }),
      teams: z.array(
        team.extend({ purse: money, spent: money, left: money, overseas: z.number(), squad: z.array(member) }),
      ),
    }),
    serve: (api, { params }) => api.results.of(params),
  }),
  listRoute({
    ...{ id: 'listSquads', path: '/auctions/{auctionId}/squads', tag: 'Teams', calls: 'season.squads' },
    summary: 'The squads that an ended auction handed over; none before that.',
    item: z.object({
      ...teamLook,
      ...{ purse: money, spent: money },
      players: z.array(
        z.object({
          ...{ playerId: z.string(), name: z.string(), country: z.string(), role: z.string() },
          ...{ price: money, retained: z.boolean(), overseas: z.boolean().nullable() },
        }),
      ),
    }),
    keyOf: ({ teamId }) => teamId,
    all: async (api, { params }) => (await api.season.squads(params))?.squads ?? [],
  }),
  listRoute({
    ...{ id: 'listTeams', path: '/auctions/{auctionId}/teams', tag: 'Teams', calls: 'auction.roster' },
    summary: 'The teams of an auction.',
    item: team,
    keyOf: ({ teamId }) => teamId,
    all: async (api, { params }) => (await api.auction.roster(params)).teams,
  }),
  route({
    ...{ id: 'addTeam', method: 'POST', path: '/auctions/{auctionId}/teams', tag: 'Teams', calls: 'auction.addTeam' },
    summary: 'Adds a team before the start; each owner, named by e-mail, gets a paddle.',
    status: 201,
    body: addTeamInput,
    answer: z.object({ teamId: z.string() }),
    serve: (api, { params, body }) => api.auction.addTeam({ ...body, ...params }),
  }),
  route({
    ...{ id: 'removeTeam', method: 'DELETE', path: '/auctions/{auctionId}/teams/{teamId}' },
    ...{ tag: 'Teams', calls: 'auction.removeTeam', summary: 'Takes a team out before the start.' },
    answer: z.object({ teamId: z.string() }),
    serve: (api, { params }) => api.auction.removeTeam(params),
  }),
  listRoute({
    ...{ id: 'listPlayers', path: '/auctions/{auctionId}/players', tag: 'Players', calls: 'auction.roster' },
    summary: 'The players of an auction by name, without how they stand.',
    item: player.extend({
      ...{ age: z.number().nullable(), caps: z.number().nullable() },
      stats: z.record(z.string(), z.string()).describe('Whatever else the list says, by its headings.'),
    }),
    keyOf: ({ playerId }) => playerId,
    all: async (api, { params }) => (await api.auction.roster(params)).players,
  }),
  listRoute({
    ...{ id: 'listPool', path: '/auctions/{auctionId}/pool', tag: 'Players', calls: 'players.list' },
    summary: 'The whole pool in its running order, for those who run the auction.',
    item: player.extend({
      ...{ setId: z.string(), overseas: z.boolean().nullable(), timesCalled: z.number() },
      status: z.looseObject({ is: z.string() }),
    }),
    keyOf: ({ playerId }) => playerId,
    all: (api, { params }) => api.players.list(params),
  }),
  listRoute({
    ...{ id: 'listLots', path: '/auctions/{auctionId}/lots', tag: 'Lots', calls: 'results.contests' },
    summary: 'The lots that have ended, in the order of their calls, with how they were fought for.',
    item: z.object({
      ...{ lot: z.number(), playerId: z.string(), bids: z.number(), teams: z.number() },
      seq: z.number().describe('The entry of the log that opened it.'),
      tookMs: z.number(),
    }),
    keyOf: ({ lot, seq }) => `${lot}-${seq}`,
    all: (api, { params }) => api.results.contests(params),
  }),
  route({
    ...{
      id: 'readOpenLot',
      method: 'GET',
      path: '/auctions/{auctionId}/lots/open',
      tag: 'Lots',
      calls: 'auction.view',
    },
    summary:
      'The players who are up for sale now, as late as you are shown the auction. Follow a room by its socket; this is for a look.',
    answer: z.object({
      phase: phase.nullable().describe('Null where the auction cannot be read now.'),
      lots: z.array(
        z.object({
          ...{ lot: z.number(), player: z.string(), base: money, deadlineMs: timeMs.nullable() },
          bids: z.array(z.object({ team: z.string(), amount: money, atMs: timeMs })),
        }),
      ),
    }),
    serve: async (api, { params }) => {
      const state = (await api.auction.view(params))?.state
      return { phase: state?.phase.is ?? null, lots: [state?.lot ?? [], state?.board ?? []].flat() }
    },
  }),
]
