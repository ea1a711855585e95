/** The one author of addresses inside the web app. */
export const paths = {
  home: '/',
  events: '/events',
  event: (slug: string) => `/events/${encodeURIComponent(slug)}`,
  auction: (id: string) => `/auctions/${encodeURIComponent(id)}`,
  /** The projector's picture of an auction room. */
  stage: (id: string) => `/auctions/${encodeURIComponent(id)}?view=stage`,
  paddle: (id: string) => `/auctions/${encodeURIComponent(id)}/paddle`,
  console: (id: string) => `/auctions/${encodeURIComponent(id)}/console`,
  admin: '/admin',
  newEvent: '/admin/new',
  /** The desk of one event: publish, teams, players, start. */
  adminEvent: (slug: string) => `/admin/events/${encodeURIComponent(slug)}`,
  /** `next`: a path of this site to go on to, once signed in. */
  signin: (next?: string) => withNext('/signin', next),
  /** Makes an account. */
  register: (next?: string) => withNext('/register', next),
} as const

function withNext(path: string, next: string | undefined): string {
  return next && next !== '/' ? `${path}?next=${encodeURIComponent(next)}` : path
}

/** A path to go on to that stays on this site; anything else becomes the home page. */
export function safeNext(next: string | null | undefined): string {
  return next && /^\/(?![/\\])/.test(next) ? next : paths.home
}
