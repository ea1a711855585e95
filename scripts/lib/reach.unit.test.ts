import type { NetworkInterfaceInfo } from 'node:os'
import { describe, expect, it } from 'vitest'
import { addressesOf, HERE, privateAddresses, reachOf } from './reach.ts'

const v4 = (address: string): NetworkInterfaceInfo => ({
  address,
  netmask: '255.255.255.0',
  mac: '',
  internal: address.startsWith('127.'),
  cidr: null,
  family: 'IPv4',
})
const home = { lo: [v4('127.0.0.1')], wlan0: [v4('192.168.1.7')] }
const many = {
  docker0: [v4('172.17.0.1')],
  eth0: [v4('10.0.0.4')],
  wlan0: [v4('192.168.1.7')],
  ppp0: [v4('203.0.113.9')],
}
const ports = { web: 3000, realtime: 3001 }

describe('who can open Gavel', () => {
  it('LAN-1 nobody but this machine, unless somebody asks for more', () => {
    expect(reachOf([], {}, home).lan).toBeNull()
    expect(reachOf([], { GAVEL_LAN: '0' }, home).lan).toBeNull()
    expect(addressesOf(reachOf([], {}, home), ports, undefined)).toEqual({
      webUrl: 'http://localhost:3000',
      realtimeUrl: 'http://localhost:3001',
      listenHost: '127.0.0.1',
    })
    expect(addressesOf(HERE, ports, undefined).listenHost).toBe('127.0.0.1')
  })

  it.each([
    [['--lan'], {}],
    [['--lan=192.168.1.7'], {}],
    [[], { GAVEL_LAN: '1' }],
    [[], { GAVEL_LAN: '192.168.1.7' }],
    [[], { npm_config_lan: 'true' }],
  ])('LAN-1 with %j and %j everybody on the network', (args, given) => {
    expect(addressesOf(reachOf(args, given, home), ports, undefined)).toEqual({
      webUrl: 'http://192.168.1.7:3000',
      realtimeUrl: 'http://192.168.1.7:3001',
      listenHost: '0.0.0.0',
    })
  })

  it('LAN-1 an address set by hand says the same, and the sockets follow it', () => {
    const reach = reachOf([], { WEB_URL: 'http://192.168.1.7:3000' }, many)
    expect(reach.lan).toEqual({ host: '192.168.1.7', others: [] })
    expect(addressesOf(reach, ports, undefined)).toMatchObject({
      realtimeUrl: 'http://192.168.1.7:3001',
      listenHost: '0.0.0.0',
    })
    expect(reachOf(['--lan'], { WEB_URL: 'http://10.0.0.4:3000' }, many).lan?.host).toBe('10.0.0.4')
  })

  it('LAN-1 behind a proxy with https it is the proxy that listens for others', () => {
    const reach = reachOf([], { WEB_URL: 'https://gavel.example', REALTIME_URL: 'https://live.gavel.example' }, home)
    expect(addressesOf(reach, ports, undefined)).toEqual({
      webUrl: 'https://gavel.example',
      realtimeUrl: 'https://live.gavel.example',
      listenHost: '127.0.0.1',
    })
    expect(addressesOf(reach, ports, '0.0.0.0').listenHost).toBe('0.0.0.0')
  })

  it('LAN-2 takes the likeliest of several addresses and knows the others', () => {
    expect(privateAddresses(many).map(({ address }) => address)).toEqual(['192.168.1.7', '10.0.0.4', '172.17.0.1'])
    expect(reachOf(['--lan'], {}, many).lan).toMatchObject({
      host: '192.168.1.7',
      others: [{ device: 'eth0' }, { device: 'docker0' }],
    })
  })

  it('LAN-2 takes a public address only from somebody who names it', () => {
    const outside = { ppp0: [v4('203.0.113.9')] }
    expect(() => reachOf(['--lan'], {}, outside)).toThrow('--lan=203.0.113.9')
    expect(reachOf(['--lan=203.0.113.9'], {}, outside).lan?.host).toBe('203.0.113.9')
  })

  it.each([
    [['--lan=192.168.1.9'], {}, 'is no address of this machine'],
    [['--lan=0.0.0.0'], {}, 'is no address of this machine'],
    [['--lna'], {}, 'is no option here'],
    [['--lan=192.168.1.7'], { WEB_URL: 'http://10.0.0.4:3000' }, 'leave one of them out'],
    [['--lan'], { WEB_URL: 'http://localhost:3000' }, 'leave one of them out'],
    [[], { WEB_URL: 'gavel' }, 'WEB_URL is no address'],
  ])('LAN-2 %j with %j is one sentence', (args, given, words) => {
    expect(() => reachOf(args, given, many)).toThrow(words)
  })

  it('LAN-2 says where there is no network at all', () => {
    expect(() => reachOf(['--lan'], {}, { lo: [v4('127.0.0.1')] })).toThrow('is in no network')
  })
})
