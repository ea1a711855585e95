import { describe, expect, it } from 'vitest'
import { isOwnHost, realtimeUrlFor, webOrigins } from './addresses.ts'

const hall = { webUrl: 'http://192.168.1.7:3000', realtimeUrl: 'http://192.168.1.7:3001' }
const own = { webUrl: 'http://localhost:3000', realtimeUrl: 'http://localhost:3001' }
const world = { webUrl: 'https://gavel.example', realtimeUrl: 'https://live.gavel.example' }

describe('webOrigins', () => {
  it('WIRE-2 allows the web application alone, by both names of this machine', () => {
    expect(webOrigins(own.webUrl)).toEqual(['http://localhost:3000', 'http://127.0.0.1:3000'])
    expect(webOrigins('http://127.0.0.1:4000/x')).toEqual(['http://localhost:4000', 'http://127.0.0.1:4000'])
    expect(webOrigins(world.webUrl)).toEqual(['https://gavel.example'])
  })

  it('LAN-3 whoever serves a hall by address still opens it at localhost', () => {
    expect(webOrigins(hall.webUrl)).toEqual([
      'http://192.168.1.7:3000',
      'http://localhost:3000',
      'http://127.0.0.1:3000',
    ])
  })
})

describe('isOwnHost', () => {
  it.each(['192.168.1.7:3000', '192.168.1.7', 'localhost:3000', 'LOCALHOST', '127.0.0.1:80', '[::1]:3000'])(
    'LAN-4 %s is meant for this Gavel',
    (host) => expect(isOwnHost(host, hall.webUrl, hall.realtimeUrl)).toBe(true),
  )

  it.each([
    'evil.example:3000',
    '192.168.1.8:3000',
    'localhost.evil.example',
    'evil@localhost',
    'localhost:3000, evil.example',
    'localhost/evil',
    '',
    undefined,
    null,
  ])('LAN-4 %s is not', (host) => expect(isOwnHost(host, hall.webUrl, hall.realtimeUrl)).toBe(false))

  it('LAN-4 knows the sockets of another name', () => {
    expect(isOwnHost('live.gavel.example', world.webUrl, world.realtimeUrl)).toBe(true)
    expect(isOwnHost('live.gavel.example', world.webUrl)).toBe(false)
  })
})

describe('realtimeUrlFor', () => {
  it('LAN-3 sockets go to the name by which the page was opened', () => {
    expect(realtimeUrlFor('192.168.1.7:3000', hall)).toBe('http://192.168.1.7:3001')
    expect(realtimeUrlFor('localhost:3000', hall)).toBe('http://localhost:3001')
    expect(realtimeUrlFor('127.0.0.1:3000', own)).toBe('http://127.0.0.1:3001')
  })

  it('LAN-3 but never to one that is not an address of this Gavel', () => {
    expect(realtimeUrlFor('evil.example:3000', hall)).toBe(hall.realtimeUrl)
    expect(realtimeUrlFor(null, hall)).toBe(hall.realtimeUrl)
    expect(realtimeUrlFor('localhost:3000', world)).toBe(world.realtimeUrl)
    const apart = { webUrl: own.webUrl, realtimeUrl: 'http://10.0.0.4:3001' }
    expect(realtimeUrlFor('localhost:3000', apart)).toBe(apart.realtimeUrl)
  })
})
