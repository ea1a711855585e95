/**
 * The content security policy of one response.
 *
 * Scripts run by nonce alone. Styles allow `unsafe-inline`, because server-made markup carries style attributes (team colours,
 * the place of a figure) that no nonce can name.
 *
 * @param realtimeUrl where the sockets live; allowed over http(s) and ws(s)
 */
export function contentSecurityPolicy(nonce: string, realtimeUrl: string, development: boolean): string {
  const realtime = new URL(realtimeUrl).origin
  const sockets = realtime.replace(/^http/, 'ws')
  const rules: Record<string, string[]> = {
    'default-src': ["'self'"],
    'script-src': ["'self'", `'nonce-${nonce}'`, "'strict-dynamic'", ...(development ? ["'unsafe-eval'"] : [])],
    'style-src': ["'self'", "'unsafe-inline'"],
    'img-src': ["'self'", 'data:', 'blob:'],
    'font-src': ["'self'"],
    'connect-src': ["'self'", realtime, sockets],
    'worker-src': ["'self'", 'blob:'],
    'object-src': ["'none'"],
    'base-uri': ["'self'"],
    'form-action': ["'self'"],
    'frame-ancestors': ["'none'"],
  }
  return Object.entries(rules)
    .map(([name, sources]) => `${name} ${sources.join(' ')}`)
    .join('; ')
}
