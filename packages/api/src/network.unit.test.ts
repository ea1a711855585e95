import { expect, test } from 'vitest'
import { networkOf } from './network.ts'

test('API-14 one subscriber of IPv6 is one address, however many of the 2^64 are used', () => {
  const one = networkOf('2001:db8:0:7::1')
  expect(one).toBe('2001:db8:0:7::/64')
  for (const same of ['2001:db8:0:7:ffff:ffff:ffff:ffff', '2001:0DB8:0000:0007:0:0:0:2', '2001:db8::7:1:2:3:4'])
    expect(networkOf(same)).toBe(one)
  for (const other of ['2001:db8:0:8::1', '2001:db8::7', 'fe80::1%eth0', '::1']) expect(networkOf(other)).not.toBe(one)
})

test('API-14 an address of IPv4 is itself, however it is written; what is none stays', () => {
  for (const written of ['203.0.113.7', '::ffff:203.0.113.7', '::FFFF:cb00:7107', '0:0:0:0:0:ffff:203.0.113.7'])
    expect(networkOf(written)).toBe('203.0.113.7')
  expect(networkOf('::1')).toBe('0:0:0:0::/64')
  for (const none of ['unknown', '', 'a:b', '1.2.3', '[::1]']) expect(networkOf(none)).toBe(none)
})
