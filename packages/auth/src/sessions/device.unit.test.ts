import { expect, test } from 'vitest'
import { deviceOf } from './device.ts'

test('SESSION-6 a device is told in words that its person knows', () => {
  const words = {
    'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0': 'Firefox on Linux',
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1':
      'Safari on iOS',
    'Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/138.0.0.0 Mobile Safari/537.36':
      'Chrome on Android',
    'curl/8.5.0': 'curl',
    'gavel-cli/1.0 (fast)': 'gavel-cli',
  }
  for (const [userAgent, device] of Object.entries(words)) expect(deviceOf(userAgent)).toBe(device)
  for (const nothing of [null, '', '   ', '\u202e\u0000', '<script>alert(1)</script>'])
    expect(deviceOf(nothing)).toBe('An unknown device')
  expect(deviceOf(`${'x'.repeat(10_000)}/1`).length).toBeLessThanOrEqual(120)
})
