import { loadEnvPart } from '@gavel/config'

const NAME = 'gavel.refresh'
const IN_COOKIES = new RegExp(`(?:^|; )(?:__Secure-)?${NAME}=([^;]{1,200})`)
/** As long as the token in it lasts. */
const MAX_AGE_SECONDS = 30 * 86_400

/** `__Secure-` makes browsers refuse it from plain http; `__Host-` would ask for the whole site as its path. */
const cookie = (value: string, maxAgeSeconds: number): string => {
  const secure = loadEnvPart(['webUrl']).webUrl.startsWith('https:')
  const attributes = `Path=/api/token; HttpOnly; SameSite=Strict; Max-Age=${maxAgeSeconds}${secure ? '; Secure' : ''}`
  return `${secure ? '__Secure-' : ''}${NAME}=${value}; ${attributes}`
}

/** The header that keeps a refresh token in a browser, out of reach of scripts, and sends it to the token's own routes alone. */
export const refreshCookie = (token: string): string => cookie(token, MAX_AGE_SECONDS)

/** The header that takes it away. Only who signs out is sent it: whoever loses a race keeps the cookie of whoever won it. */
export const noRefreshCookie = (): string => cookie('', 0)

/** The refresh token that a browser brings; null where it has none. */
export const refreshTokenIn = (given: Headers): string | null => IN_COOKIES.exec(given.get('cookie') ?? '')?.[1] ?? null
