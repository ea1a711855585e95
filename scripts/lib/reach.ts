import { isIPv4 } from 'node:net'
import type { networkInterfaces } from 'node:os'
import { Problem } from './problem.ts'

/** An IPv4 address of this machine that others may know it by. */
export type OwnAddress = { address: string; device: string }

/**
 * Who can open this Gavel. With `lan` null it is this machine alone; else everybody who can reach the machine, at `lan.host`.
 * `lan.others` are addresses that could have been taken instead.
 */
export type Reach = {
  lan: { host: string; others: readonly OwnAddress[] } | null
  /** The addresses that the environment fixes, if it does. */
  webUrl: string | undefined
  realtimeUrl: string | undefined
}

type Interfaces = ReturnType<typeof networkInterfaces>
type Given = Readonly<Record<string, string | undefined>>

/** Devices that lead to containers, virtual machines and tunnels rather than to the phones of a hall. */
const VIRTUAL = /^(docker|br-|veth|virbr|vmnet|vboxnet|utun|tun|tap|wg|zt|tailscale|cni|flannel|podman|lxc)/

const kinds = [/^192\.168\./, /^10\./, /^172\.(1[6-9]|2\d|3[01])\./]
const kindOf = (address: string): number => kinds.findIndex((kind) => kind.test(address))

/** Every IPv4 address of this machine but loopback. */
const ownAddresses = (interfaces: Interfaces): OwnAddress[] =>
  Object.entries(interfaces).flatMap(([device, entries]) =>
    (entries ?? [])
      .filter(({ family, internal }) => family === 'IPv4' && !internal)
      .map(({ address }) => ({ address, device })),
  )

/** Those of private networks, the likeliest first: real devices before virtual ones, home networks before large ones. */
export const privateAddresses = (interfaces: Interfaces): OwnAddress[] =>
  ownAddresses(interfaces)
    .filter(({ address }) => kindOf(address) >= 0)
    .toSorted(
      (a, b) =>
        Number(VIRTUAL.test(a.device)) - Number(VIRTUAL.test(b.device)) || kindOf(a.address) - kindOf(b.address),
    )

const LAN_HELP = '`npm start -- --lan=192.168.1.7`, with an address of this machine'
const OFF = ['', '0', 'false', 'no']
const ON = ['1', 'true', 'yes']

/**
 * What was asked for: undefined for this machine alone, '' for whichever address fits, else an address. npm keeps a `--lan` that came
 * before the `--` for itself and says so in a variable.
 */
const asked = (args: readonly string[], given: Given): string | undefined => {
  for (const arg of args) {
    if (arg === '--lan') return ''
    if (arg.startsWith('--lan=')) return arg.slice('--lan='.length)
    throw new Problem(`"${arg}" is no option here: for phones on the network it is \`--lan\`, or ${LAN_HELP}.`)
  }
  const value = given.GAVEL_LAN || given.npm_config_lan || ''
  if (OFF.includes(value)) return undefined
  return ON.includes(value) ? '' : value
}

const chosen = (address: string, interfaces: Interfaces): Reach['lan'] => {
  const candidates = privateAddresses(interfaces)
  const own = ownAddresses(interfaces)
  if (address) {
    if (isIPv4(address) && own.some((entry) => entry.address === address)) return { host: address, others: [] }
    const known = own.map((entry) => entry.address).join(', ') || 'none'
    throw new Problem(`${address} is no address of this machine: choose one of its own (${known}).`)
  }
  const [first, ...others] = candidates
  if (first) return { host: first.address, others }
  const [other] = own
  throw new Problem(
    other
      ? `This machine has no address of a private network, so nobody knows who else could reach it: if ${other.address} is the right one, say \`npm start -- --lan=${other.address}\`.`
      : 'This machine is in no network: join the Wi-Fi of the hall and start again.',
  )
}

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]']

/** Whether an address is one of this machine for itself alone. */
export const isHere = (url: string): boolean => URL.canParse(url) && LOOPBACK.includes(new URL(url).hostname)

/** The host of a WEB_URL that phones open directly: plain http at another name than this machine's own. Https ends in a proxy. */
const hallHost = (webUrl: string | undefined): string | undefined => {
  if (!webUrl) return undefined
  if (!URL.canParse(webUrl)) throw new Problem('WEB_URL is no address: write it like http://192.168.1.7:3000.')
  const { protocol, hostname } = new URL(webUrl)
  return protocol === 'http:' && !LOOPBACK.includes(hostname) ? hostname : undefined
}

/**
 * Reads who shall be able to open Gavel from the command's options and the environment (`GAVEL_LAN`, `WEB_URL`, `REALTIME_URL`).
 * @throws Problem when no address fits, or two were asked for.
 */
export const reachOf = (args: readonly string[], given: Given, interfaces: Interfaces): Reach => {
  const lan = asked(args, given)
  const webUrl = given.WEB_URL || undefined
  const realtimeUrl = given.REALTIME_URL || undefined
  const host = hallHost(webUrl)
  if (lan === undefined) return { lan: host ? { host, others: [] } : null, webUrl, realtimeUrl }
  if (webUrl && (!host || (lan && lan !== host)))
    throw new Problem(`WEB_URL says ${webUrl}, and --lan another address: leave one of them out.`)
  return { lan: host ? { host, others: [] } : chosen(lan, interfaces), webUrl, realtimeUrl }
}

/** This machine alone, whatever the environment says: for tests. */
export const HERE: Reach = { lan: null, webUrl: undefined, realtimeUrl: undefined }

export type Addresses = { webUrl: string; realtimeUrl: string; listenHost: string }

/** What the apps are told: their addresses for people, and the address to listen on. LISTEN_HOST overrules the last. */
export const addressesOf = (
  { lan, ...fixed }: Reach,
  ports: { web: number; realtime: number },
  listenHost: string | undefined,
): Addresses => {
  const host = lan?.host ?? 'localhost'
  return {
    webUrl: fixed.webUrl ?? `http://${host}:${ports.web}`,
    realtimeUrl: fixed.realtimeUrl ?? `http://${host}:${ports.realtime}`,
    listenHost: listenHost || (lan ? '0.0.0.0' : '127.0.0.1'),
  }
}
