import { isIPv6 } from 'node:net'

const GROUPS = 8

/**
 * What limits by address count by: an IPv4 address, or the /64 of an IPv6 one, all of which is one subscriber's, who would otherwise have 2^64
 * addresses to try from. An IPv4 address that is written as IPv6 is itself. Whatever is no address stays as it is.
 */
export const networkOf = (address: string): string => {
  const [bare = ''] = address.split('%')
  if (!isIPv6(bare)) return address
  // Written in the one way that there is for each address, in hexadecimal alone.
  const [head = '', tail = ''] = new URL(`http://[${bare}]`).hostname.slice(1, -1).split('::')
  const [first, last] = [head, tail].map((part) => part.split(':').filter(Boolean)) as [string[], string[]]
  const groups = [...first, ...Array<string>(GROUPS - first.length - last.length).fill('0'), ...last]
  const mapped = groups.slice(0, 6).join(':') === '0:0:0:0:0:ffff'
  if (!mapped) return `${groups.slice(0, 4).join(':')}::/64`
  return groups
    .slice(6)
    .flatMap((group) => [Number.parseInt(group, 16) >> 8, Number.parseInt(group, 16) & 0xff])
    .join('.')
}
