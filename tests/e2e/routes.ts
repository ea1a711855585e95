/** Who asks. `owner` owns the team that is asked about; `ended`: a token of a session that was signed out. */
export const ASKERS = [
  'guest',
  'ended',
  'fan',
  'owner',
  'otherOwner',
  'auctioneer',
  'organiser',
  'admin',
  'operator',
] as const
export type Asker = (typeof ASKERS)[number]

const PEOPLE = ['fan', 'owner', 'otherOwner', 'auctioneer', 'organiser', 'admin'] as const

/** What is asked of the demo league's auction. A picture is sent as one byte: whoever is let in is told that it is none. */
export type Route = {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  may: readonly Asker[]
  /** The address with the names filled in; the route itself where left out. */
  at?: (names: { auctionId: string; teamId: string }) => string
  picture?: true
  /** Without a token: with one it would end the session of whoever asks. */
  alone?: true
}

const open = (method: Route['method'], at?: string): Route => ({ method, may: ASKERS, ...(at && { at: () => at }) })
const ofAuction = (method: Route['method'], rest: string, may: readonly Asker[] = ASKERS): Route => ({
  method,
  may,
  at: ({ auctionId, teamId }) => `/api/auctions/${auctionId}/${rest.replace('TEAM', teamId)}`,
})

/** Every route that is served beside pages and procedures, with its methods, and who may (POLICY-8). */
export const ROUTES: Readonly<Record<string, readonly Route[]>> = {
  '/.well-known/jwks.json': [open('GET')],
  '/api/account/avatar': [{ method: 'POST', may: PEOPLE, picture: true }],
  '/api/account/export': [{ method: 'GET', may: PEOPLE }],
  '/api/auctions/[id]/export/[file]': [ofAuction('GET', 'export/squads.csv')],
  '/api/auctions/[id]/log': [ofAuction('GET', 'log')],
  '/api/auctions/[id]/log/public': [ofAuction('GET', 'log/public')],
  '/api/auctions/[id]/logos': [
    { ...ofAuction('POST', 'logos?team=TEAM', ['owner', 'organiser', 'admin', 'operator']), picture: true },
  ],
  '/api/auctions/[id]/photos': [
    { ...ofAuction('POST', 'photos', ['auctioneer', 'organiser', 'admin', 'operator']), picture: true },
  ],
  '/api/auth/[...nextauth]': [open('GET', '/api/auth/session'), open('POST', '/api/auth/signout')],
  '/api/demo/seat': [open('POST'), open('PUT'), open('DELETE')],
  '/api/events/[slug]/registrations.csv': [
    {
      method: 'GET',
      may: ['organiser', 'admin', 'operator'],
      at: () => '/api/events/friday-night-league/registrations.csv',
    },
  ],
  '/api/finance/[file]': [{ method: 'GET', may: ['admin', 'operator'], at: () => '/api/finance/ledger.csv' }],
  '/api/healthz': [open('GET')],
  '/api/metrics': [open('GET')],
  '/api/misdirected': [open('GET')],
  '/api/readyz': [open('GET')],
  // Who signs is believed, whoever asks: without a signature it is refused to all alike (HOOK-2).
  '/api/stripe/webhook': [open('POST')],
  '/api/token': [open('POST'), { ...open('DELETE'), alone: true }],
  '/api/token/refresh': [open('POST')],
  // Each procedure has a row of its own (POLICY-5).
  '/api/trpc/[trpc]': [open('GET', '/api/trpc/auth.me'), open('POST', '/api/trpc/auth.me')],
  // Each operation has a row of its own (POLICY-9).
  '/api/v1/[...path]': (['DELETE', 'GET', 'PATCH', 'POST', 'PUT'] as const).map((method) =>
    open(method, '/api/v1/none'),
  ),
  '/api/v1/openapi.json': [open('GET')],
  '/events/[slug]/calendar.ics': [open('GET', '/events/friday-night-league/calendar.ics')],
  '/matches/pad-worker.js': [open('GET')],
  '/media/[key]': [open('GET', '/media/none')],
}
