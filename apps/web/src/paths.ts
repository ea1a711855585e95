/** The one author of addresses inside the web app. */
export const paths = {
  home: '/',
  events: '/events',
  event: (slug: string) => `/events/${encodeURIComponent(slug)}`,
  /** A captain's group, for whoever was given its link. */
  group: (slug: string, id: string, key: string) =>
    `/events/${encodeURIComponent(slug)}/group/${encodeURIComponent(id)}?key=${encodeURIComponent(key)}`,
  /** The event as a file for a calendar. */
  calendar: (slug: string) => `/events/${encodeURIComponent(slug)}/calendar.ics`,
  /** Everybody who entered, as a file for a spreadsheet. */
  registrationsFile: (slug: string) => `/api/events/${encodeURIComponent(slug)}/registrations.csv`,
  auction: (id: string) => `/auctions/${encodeURIComponent(id)}`,
  /** The projector's picture of an auction room. */
  stage: (id: string) => `/auctions/${encodeURIComponent(id)}?view=stage`,
  /** The same as a transparent page, to lie over a stream. */
  overlay: (id: string) => `/auctions/${encodeURIComponent(id)}?view=overlay`,
  /** The exhibition that bots play: its present night. */
  demo: '/demo',
  /** Where a visitor takes a bot's place in it, keeps it and gives it back. */
  demoSeat: '/api/demo/seat',
  /** What a room says that is not for the viewer. */
  privateRoom: '/auctions/private',
  paddle: (id: string) => `/auctions/${encodeURIComponent(id)}/paddle`,
  console: (id: string) => `/auctions/${encodeURIComponent(id)}/console`,
  /** What programs can ask of Gavel, for people and for machines. */
  apiDocs: '/api/docs',
  openApi: '/api/v1/openapi.json',
  admin: '/admin',
  newEvent: '/admin/new',
  /** The desk of one event: publish, teams, players, start. */
  adminEvent: (slug: string) => desk(slug),
  adminDetails: (slug: string) => desk(slug, '/details'),
  /** When people enter, what they are asked and what it costs. */
  adminEntries: (slug: string) => desk(slug, '/entries'),
  adminPlayers: (slug: string) => desk(slug, '/players'),
  adminImport: (slug: string) => desk(slug, '/players/import'),
  adminPhotos: (slug: string) => desk(slug, '/players/photos'),
  /** Sets and running order. */
  adminOrder: (slug: string) => desk(slug, '/players/order'),
  adminTeams: (slug: string) => desk(slug, '/teams'),
  /** Registrations, staff and open invitations. */
  adminPeople: (slug: string) => desk(slug, '/people'),
  /** The join code, the rehearsal, projector and run sheet. */
  adminNight: (slug: string) => desk(slug, '/night'),
  adminResults: (slug: string) => desk(slug, '/results'),
  /** Fixtures, times, line-ups. */
  adminMatches: (slug: string) => desk(slug, '/matches'),
  adminMatch: (slug: string, id: string) => desk(slug, `/matches/${encodeURIComponent(id)}`),
  /** Who may create events, and who administers. */
  adminUsers: '/admin/people',
  /** Messages and jobs that were given up. */
  adminQueues: '/admin/queues',
  /** Who owes, has paid and got back. */
  adminPayments: (slug: string) => desk(slug, '/payments'),
  /** The books of all events. */
  adminFinance: '/admin/finance',
  /** The books as a file: of one event where `slug` is given, from a time on and before another. */
  financeFile: (file: 'ledger.csv' | 'payments.csv', span: { slug?: string; fromMs?: number; toMs?: number } = {}) => {
    const { slug, fromMs, toMs } = span
    const asked = { ...(slug && { slug }), ...(fromMs && { from: `${fromMs}` }), ...(toMs && { to: `${toMs}` }) }
    const query = new URLSearchParams(asked).toString()
    return `/api/finance/${file}${query && `?${query}`}`
  },
  /** One payment: how it stands, and paying it. */
  payment: (id: string) => `/payments/${encodeURIComponent(id)}`,
  /** Where it is paid by card without leaving Gavel. `begun`: for who wanted Stripe's page, and has this form open. */
  paymentCard: (id: string, why?: 'begun') => `/payments/${encodeURIComponent(id)}/card${why ? `?why=${why}` : ''}`,
  /** Where Stripe's page and the bank's lead back to. */
  paymentReturn: (id: string) => `/payments/${encodeURIComponent(id)}/return`,
  paymentReceipt: (id: string) => `/payments/${encodeURIComponent(id)}/receipt`,
  /** The viewer's own payments. */
  accountPayments: '/account/payments',
  inbox: '/inbox',
  inboxSettings: '/inbox/settings',
  /** Where a short code leads on; without one, where it is typed. */
  join: (code?: string) => (code ? `/join/${encodeURIComponent(code)}` : '/join'),
  /** The running order on paper. */
  runSheet: (id: string) => `/auctions/${encodeURIComponent(id)}/runsheet`,
  /** Squads, prices and downloads. */
  results: (id: string) => `/auctions/${encodeURIComponent(id)}/results`,
  /** Past sales that are to be put right, by two people. */
  corrections: (id: string) => `/auctions/${encodeURIComponent(id)}/corrections`,
  /** Where a visitor's own browser proves a finished auction. */
  verify: (id: string) => `/auctions/${encodeURIComponent(id)}/verify`,
  /** An auction at one moment of its log. */
  moment: (id: string, seq: number) => `/auctions/${encodeURIComponent(id)}?seq=${seq}`,
  /** The archived log with its chain, page by page. */
  log: (id: string) => `/api/auctions/${encodeURIComponent(id)}/log`,
  /** The log as everybody is given it, page by page. */
  publicLog: (id: string) => `/api/auctions/${encodeURIComponent(id)}/log/public`,
  /** An auction as a file to keep. */
  exportFile: (id: string, file: 'squads.csv' | 'players.csv' | 'log.csv' | 'auction.json') =>
    `/api/auctions/${encodeURIComponent(id)}/export/${file}`,
  /** What became of one player: the page that a sold player is sent to. */
  soldPlayer: (id: string, playerId: string) =>
    `/auctions/${encodeURIComponent(id)}/players/${encodeURIComponent(playerId)}`,
  match: (id: string) => `/matches/${encodeURIComponent(id)}`,
  /** The scorer's pad of a match. */
  matchScore: (id: string) => `/matches/${encodeURIComponent(id)}/score`,
  /** What lets the pad open without a network. */
  padWorker: '/matches/pad-worker.js',
  /** A match as it stood after one play of its log. */
  ball: (id: string, seq: number) => `/matches/${encodeURIComponent(id)}?seq=${seq}`,
  /** The viewer's own profile, and beside it the ways to sign in, the devices, the data. */
  account: '/account',
  accountSessions: '/account/sessions',
  /** Taking everything along, and being forgotten. */
  accountData: '/account/data',
  /** Everything about the viewer as a file. */
  exportMine: '/api/account/export',
  /** Where a new picture of the viewer is sent; without a square, its middle is taken. */
  avatar: (square?: { x: number; y: number; side: number }) =>
    square ? `/api/account/avatar?x=${square.x}&y=${square.y}&side=${square.side}` : '/api/account/avatar',
  /** The page of a person. */
  person: (id: string) => `/people/${encodeURIComponent(id)}`,
  /** `next`: a path of this site to go on to, once signed in. */
  signin: (next?: string) => withNext('/signin', next),
  /** The sign-in page for who came back from Google without being signed in by it. */
  fromGoogle: (what: 'kept' | 'unlinked' | 'unusable', next?: string) => {
    const at = withNext('/signin', next)
    return `${at}${at.includes('?') ? '&' : '?'}google=${what}`
  },
  /** How one signs in: passkeys, codes, Google. `google`: what came of linking it. */
  security: (google?: 'linked' | 'taken') => `/account/security${google ? `?google=${google}` : ''}`,
  /** Asks for a letter by which to choose another password. */
  forgot: '/forgot',
  /** Makes an account. */
  register: (next?: string) => withNext('/register', next),
} as const

function desk(slug: string, page: '' | `/${string}` = ''): string {
  return `/admin/events/${encodeURIComponent(slug)}${page}`
}

function withNext(path: string, next: string | undefined): string {
  return next && next !== '/' ? `${path}?next=${encodeURIComponent(next)}` : path
}

/** The one value of a part of an address's query, which may be given more than once. */
export const first = (value: string | string[] | undefined): string | undefined =>
  Array.isArray(value) ? value[0] : value

/**
 * A path to go on to that stays on this site; anything else becomes the home page. It is read as browsers read it, which leave out tabs and line
 * ends, and take `\\` for `/`.
 */
export function safeNext(next: string | null | undefined): string {
  if (!next?.startsWith('/') || !URL.canParse(next, NOWHERE)) return paths.home
  const { origin, pathname, search, hash } = new URL(next, NOWHERE)
  const path = `${pathname}${search}${hash}`
  // `/.//evil.example` stays here as it is read, and would leave as it is written then.
  return origin === NOWHERE && !path.startsWith('//') ? path : paths.home
}
const NOWHERE = 'http://nowhere.invalid'
