/** The names by which a machine calls itself in a browser's address bar. */
const LOOPBACK: readonly string[] = ['localhost', '127.0.0.1']

/** True for a name or address that only programs of the same machine can use. */
export const isLoopback = (hostname: string): boolean => LOOPBACK.includes(hostname) || hostname === '[::1]'

/**
 * Every origin at which people may open the web app: that of WEB_URL and, while it is plain http, its port by the names of this machine,
 * so that who serves the phones of a hall by address still works at `localhost` herself. Cookies of an https address would not be sent there.
 */
export const webOrigins = (webUrl: string): string[] => {
  const url = new URL(webUrl)
  const own = url.origin
  if (url.protocol !== 'http:') return [own]
  const local = LOOPBACK.map((hostname) => {
    url.hostname = hostname
    return url.origin
  })
  return isLoopback(new URL(own).hostname) ? local : [own, ...local]
}

/** The name of a `Host` header without its port; null where it is no host at all. */
const nameOf = (host: string | null | undefined): string | null =>
  /^([a-z0-9_.-]{1,253}|\[[0-9a-f:.]{2,45}\])(:\d{1,5})?$/i.exec(host ?? '')?.[1]?.toLowerCase() ?? null

/**
 * Whether a request was meant for one of these addresses, by its `Host` header. A page of somebody else's that made its own name point
 * at this machine is found out here, since browsers send that name. The names of this machine are always good: nobody else can have them.
 */
export const isOwnHost = (host: string | null | undefined, ...addresses: readonly string[]): boolean => {
  const name = nameOf(host)
  return name !== null && (isLoopback(name) || addresses.some((address) => new URL(address).hostname === name))
}

/**
 * Where a page finds the sockets: REALTIME_URL, by the name of this machine where the page was opened by one and both addresses are the
 * machine's own over plain http. `host` is the `Host` header of the request for the page.
 */
export const realtimeUrlFor = (
  host: string | null | undefined,
  { webUrl, realtimeUrl }: { webUrl: string; realtimeUrl: string },
): string => {
  const [web, realtime] = [new URL(webUrl), new URL(realtimeUrl)]
  const together = web.hostname === realtime.hostname || (isLoopback(web.hostname) && isLoopback(realtime.hostname))
  const name = nameOf(host)
  if (!together || web.protocol !== 'http:' || realtime.protocol !== 'http:') return realtimeUrl
  if (name === null || !isLoopback(name)) return realtimeUrl
  realtime.hostname = name
  return realtime.origin
}
