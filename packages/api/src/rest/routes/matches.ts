import { z } from 'zod'
import { createMatchInput } from '../../match/create.ts'
import { deductionInput } from '../../match/deductions.ts'
import { listRoute, pagedRoute, type RestRoute, route } from '../route.ts'
import { fields, match } from '../schemas.ts'

const tag = 'Matches'
const matchId = z.object({ matchId: z.string() })

export const matchRoutes: readonly RestRoute[] = [
  listRoute({
    ...{ id: 'listMatches', path: '/events/{slug}/matches', tag, calls: 'match.list' },
    summary: 'The matches of an event with how they stand, in the order of the fixtures.',
    item: match,
    keyOf: (one) => one.matchId,
    all: (api, { params }) => api.match.list(params),
  }),
  route({
    ...{ id: 'createMatch', method: 'POST', path: '/events/{slug}/matches', tag, calls: 'match.create' },
    summary: 'Makes a match after those that are there.',
    status: 201,
    body: createMatchInput,
    answer: matchId,
    serve: (api, { params, body }) => api.match.create({ ...body, ...params }),
  }),
  listRoute({
    ...{ id: 'listLiveMatches', path: '/matches/live', tag, calls: 'match.live' },
    summary: 'The matches that are on now.',
    item: match.extend({ event: z.object({ slug: z.string(), name: z.string() }) }),
    keyOf: (one) => one.matchId,
    all: (api) => api.match.live(),
  }),
  route({
    ...{ id: 'readMatch', method: 'GET', path: '/matches/{matchId}', tag, calls: 'match.byId' },
    summary: 'One match: who plays, by which rules, and how it stands.',
    answer: z.object({
      match,
      rules: z.looseObject({}),
      setup: z.looseObject({}),
      names: z.record(z.string(), z.string()).describe('Of those who play and officiate, by their ids.'),
      begun: z.boolean(),
    }),
    serve: (api, { params }) => api.match.byId(params),
  }),
  route({
    ...{ id: 'startMatch', method: 'POST', path: '/matches/{matchId}/start', tag, calls: 'match.start' },
    summary: 'Begins a match. Repeating it is harmless.',
    answer: matchId,
    serve: (api, { params }) => api.match.start(params),
  }),
  pagedRoute({
    ...{ id: 'listMatchEntries', path: '/matches/{matchId}/entries', tag, calls: 'match.entries' },
    summary: 'The log of a match, as you are given it, from its first entry on. The cursor is the seq to begin with.',
    item: z.looseObject({ seq: z.number(), type: z.string(), link: z.string() }),
    page: async (api, { params, query: { cursor, limit } }) => {
      const items = await api.match.entries({ ...params, from: cursor === undefined ? 1 : Number(cursor), limit })
      const last = items.at(-1)
      return { items, nextCursor: last && items.length === limit ? String(last.seq + 1) : null }
    },
  }),
  listRoute({
    ...{ id: 'listStandings', path: '/events/{slug}/standings', tag: 'Standings', calls: 'match.tables' },
    summary: 'The tables of an event’s leagues and groups.',
    item: z.object({
      title: z.string(),
      explains: z.string().describe('How the order is made.'),
      columns: z.array(z.object({ short: z.string(), name: z.string() })),
      rows: z.array(
        z.object({
          team: z.object({ team: z.string(), name: z.string(), short: z.string(), colour: z.string() }),
          cells: z.array(z.string()).describe('In the order of the columns.'),
        }),
      ),
      taken: z
        .array(z.object({ id: z.string(), team: z.string(), points: z.number(), reason: z.string() }))
        .describe('Points that the organiser took from teams, and why; below zero they were given.'),
    }),
    keyOf: ({ title }) => title,
    all: (api, { params }) => api.match.tables(params),
  }),
  route({
    ...{ id: 'takePoints', method: 'POST', path: '/events/{slug}/deductions', tag: 'Standings' },
    ...{ calls: 'match.deductPoints', summary: 'Takes points from a team in the tables, or gives some, and says why.' },
    status: 201,
    body: deductionInput,
    answer: z.object({ deductionId: z.string() }),
    serve: (api, { params, body }) => api.match.deductPoints({ ...body, ...params }),
  }),
  route({
    ...{ id: 'givePointsBack', method: 'DELETE', path: '/events/{slug}/deductions/{deductionId}', tag: 'Standings' },
    ...{ calls: 'match.undoDeduction', summary: 'Takes such a decision back. Repeating it is harmless.' },
    answer: z.object({ left: z.number().describe('How many such decisions the event still has.') }),
    serve: (api, { params }) => api.match.undoDeduction(params),
  }),
  listRoute({
    ...{ id: 'listFigures', path: '/events/{slug}/figures', tag: 'Standings', calls: 'match.seasonFigures' },
    summary: 'What everybody has done in an event’s cricket so far, those matches included that are on.',
    item: z.looseObject({
      ...{ player: z.string(), matches: z.number(), runs: z.number(), wickets: z.number() },
    }),
    keyOf: ({ player }) => player,
    all: (api, { params }) => api.match.seasonFigures(params),
  }),
  listRoute({
    ...{ id: 'listPlayerSeason', path: '/events/{slug}/players/{player}/season', tag: 'Standings' },
    ...{ calls: 'match.playerSeason', summary: 'What a player has done in each sport of an event but cricket.' },
    item: z.object({
      ...{ sport: z.string(), matches: z.number() },
      facts: z.array(z.object({ name: z.string(), stands: z.string() })),
      costs: z
        .array(z.object({ what: z.string(), price: fields.money }))
        .describe('The price that the player was bought for, spread over what was done.'),
    }),
    keyOf: ({ sport }) => sport,
    all: (api, { params }) => api.match.playerSeason(params),
  }),
]
