const LOOPBACK = ['localhost', '127.0.0.1']

/** The origins that browsers may connect from: the web application's own (WIRE-2). On this machine `localhost` and `127.0.0.1` are one. */
export function allowedOrigins(webUrl: string): string[] {
  const url = new URL(webUrl)
  if (!LOOPBACK.includes(url.hostname)) return [url.origin]
  return LOOPBACK.map((hostname) => {
    url.hostname = hostname
    return url.origin
  })
}
