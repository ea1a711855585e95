import { z } from 'zod'
import { whichRead } from '../../inbox/mark-read.ts'
import { profileInput } from '../../profile/input.ts'
import { listRoute, pagedRoute, type RestRoute, route } from '../route.ts'
import { fields, team, teamLook } from '../schemas.ts'

const { money, timeMs } = fields
const playing = z.object({
  ...{ role: z.string(), country: z.string(), batting: z.string().nullable(), bowling: z.string().nullable() },
})
const profile = {
  userId: z.string(),
  name: z.string(),
  bio: z.string().describe('Markdown.'),
  avatarUrl: z.string().nullable(),
  playing,
  public: z.boolean(),
}
const me = z.object({ ...profile, email: z.string() })
const eventName = { slug: z.string(), name: z.string(), startsAtMs: timeMs, timeZone: z.string() }

export const peopleRoutes: readonly RestRoute[] = [
  pagedRoute({
    ...{ id: 'listPeople', path: '/people', tag: 'People', calls: 'admin.people' },
    summary: 'Everybody with an account, the newest first, for administrators.',
    filter: { search: z.string().max(120).optional().describe('A part of a name or address.') },
    item: z.object({
      ...{ userId: z.string(), name: z.string(), email: z.string(), admin: z.boolean(), mayCreateEvents: z.boolean() },
      createdAtMs: timeMs,
    }),
    page: async (api, { query: { cursor = null, limit, search } }) => {
      const { people, next } = await api.admin.people({ cursor, limit, ...(search !== undefined && { search }) })
      return { items: people, nextCursor: next }
    },
  }),
  route({
    ...{ id: 'readPerson', method: 'GET', path: '/people/{userId}', tag: 'People', calls: 'profile.byId' },
    summary: 'The page of a person: everybody’s where it is public.',
    answer: z.object({
      ...profile,
      seasons: z.array(
        z.object({
          event: z.object({ ...eventName, currency: z.string() }),
          auctionId: z.string().nullable(),
          player: z
            .object({
              ...{ playerId: z.string(), role: z.string(), base: money, is: z.string() },
              ...{ price: money.nullable(), team: team.nullable() },
            })
            .nullable(),
          owns: z.array(team),
          staff: z.array(z.string()),
        }),
      ),
    }),
    serve: (api, { params }) => api.profile.byId(params),
  }),
  route({
    ...{ id: 'readMe', method: 'GET', path: '/me', tag: 'Me', calls: 'profile.mine' },
    summary: 'Your own profile.',
    answer: me,
    serve: (api) => api.profile.mine(),
  }),
  route({
    ...{ id: 'changeMe', method: 'PUT', path: '/me', tag: 'Me', calls: 'profile.save' },
    summary: 'Stores your profile as you send it.',
    body: profileInput,
    answer: me,
    serve: (api, { body }) => api.profile.save(body),
  }),
  listRoute({
    ...{ id: 'listMySales', path: '/me/sales', tag: 'Me', calls: 'season.mySales' },
    summary: 'What you were sold for in ended auctions, the latest event first.',
    item: z.object({
      ...{ auctionId: z.string(), playerId: z.string(), event: z.object(eventName), team: z.object(teamLook) },
      ...{ price: money, currency: z.string(), retained: z.boolean(), nextSteps: z.string().describe('Markdown.') },
    }),
    keyOf: ({ auctionId, playerId }) => `${auctionId} ${playerId}`,
    all: (api) => api.season.mySales(),
  }),
  listRoute({
    ...{ id: 'listSessions', path: '/sessions', tag: 'Sessions', calls: 'auth.sessions' },
    summary: 'Where you are signed in, the last used first.',
    item: z.object({
      ...{ sid: z.string(), kind: z.string(), device: z.string(), address: z.string() },
      ...{ createdAtMs: timeMs, lastSeenAtMs: timeMs, here: z.boolean().describe('The one that asks.') },
    }),
    keyOf: ({ sid }) => sid,
    all: (api) => api.auth.sessions(),
  }),
  route({
    ...{ id: 'endSession', method: 'DELETE', path: '/sessions/{sid}', tag: 'Sessions', calls: 'auth.endSession' },
    summary: 'Ends one of your sessions, with its tokens and sockets, at once.',
    answer: z.object({ ended: z.boolean().describe('False where it was over, or is not yours.') }),
    serve: (api, { params }) => api.auth.endSession(params),
  }),
  route({
    ...{ id: 'endOtherSessions', method: 'DELETE', path: '/sessions', tag: 'Sessions', calls: 'auth.endOthers' },
    summary: 'Ends every session of yours but the one that asks.',
    answer: z.object({ ended: z.number() }),
    serve: (api) => api.auth.endOthers(),
  }),
  pagedRoute({
    ...{ id: 'listNotices', path: '/inbox', tag: 'Inbox', calls: 'inbox.list' },
    summary: 'Your notifications, the newest first.',
    item: z.object({
      ...{ id: z.string(), kind: z.string(), title: z.string(), words: z.string(), href: z.string() },
      ...{ createdAtMs: timeMs, readAtMs: timeMs.nullable() },
    }),
    page: async (api, { query: { cursor = null, limit } }) => {
      const { items, next } = await api.inbox.list({ cursor, limit })
      return { items, nextCursor: next }
    },
  }),
  route({
    ...{ id: 'markRead', method: 'POST', path: '/inbox/read', tag: 'Inbox', calls: 'inbox.markRead' },
    summary: 'Marks some, or all, of your notifications as read.',
    body: whichRead,
    answer: z.object({ unread: z.number() }),
    serve: (api, { body }) => api.inbox.markRead(body),
  }),
]
