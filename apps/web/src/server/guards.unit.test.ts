import { readdir, readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import config from '../../next.config.ts'
import { isTooLong } from './declared-length.ts'

const app = fileURLToPath(new URL('../app/', import.meta.url))

/** Every route handler by its path, with its source. */
const handlers = async (): Promise<[string, string][]> => {
  const files = (await readdir(app, { recursive: true })).filter((path) => /(^|\/)route\.tsx?$/.test(path))
  return Promise.all(files.map(async (path) => [path, await readFile(`${app}${path}`, 'utf8')] as [string, string]))
}

const WRITES = /export (?:const|(?:async )?function) (?:POST|PUT|PATCH|DELETE)\b|\bas (?:POST|PUT|PATCH|DELETE)\b/
const BOUNDED = /\b(boundedBody|boundedBytes|jsonBody|uploadIn|isTooLong)\(/
const UNBOUNDED = /\brequest\.(json|text|formData|arrayBuffer|blob|bytes|body)\b/

describe('route handlers', () => {
  it('GUARD-1 each that changes something refuses what other sites send', async () => {
    const writing = (await handlers()).filter(([, source]) => WRITES.test(source))
    const unguarded = writing.filter(([, source]) => !/\banswer\(/.test(source)).map(([path]) => path)
    expect(writing.length).toBeGreaterThan(8)
    // NextAuth asks for a token of its own.
    expect(unguarded).toEqual(['api/auth/[...nextauth]/route.ts'])
  })

  it('GUARD-3 each reads a body that has an end, or none', async () => {
    for (const [path, source] of await handlers()) {
      expect([path, UNBOUNDED.exec(source)?.[0]]).toEqual([path, undefined])
      if (/\b(POST|PUT|PATCH)\b/.test(source)) expect([path, BOUNDED.test(source)]).toEqual([path, true])
    }
  })

  it('GUARD-3 a body is as long as it says, or is not read', () => {
    const given = (headers: Record<string, string>) => isTooLong(new Headers(headers), 100)
    expect([given({ 'content-length': '100' }), given({ 'content-length': '0' }), given({})]).toEqual([
      false,
      false,
      false,
    ])
    expect(given({ 'content-length': '101' })).toBe(true)
    expect(given({ 'content-length': 'many' })).toBe(true)
    expect(given({ 'transfer-encoding': 'chunked' })).toBe(true)
  })

  it('GUARD-11 pages whose address carries a token send it to nobody, and only look at it', async () => {
    const pages = (await readdir(app, { recursive: true })).filter((path) => path.endsWith('page.tsx'))
    const sources = await Promise.all(pages.map((path) => readFile(`${app}${path}`, 'utf8')))
    const withToken = sources.filter((source) => /\btoken\??: string/.test(source))
    expect(withToken).toHaveLength(3)
    for (const source of withToken) {
      expect(source).toContain("referrer: 'no-referrer', robots: 'noindex'")
      // What uses a token up is a form: mail programs open links before people do.
      expect(source).not.toMatch(/account\.(verify|reset|confirmEmail)/)
    }
  })

  it('GUARD-2 everything that is served says what browsers may make of it', async () => {
    const [all] = (await config.headers?.()) ?? []
    expect(all?.source).toBe('/:path*')
    const said = Object.fromEntries((all?.headers ?? []).map(({ key, value }) => [key.toLowerCase(), value]))
    expect(said).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'strict-origin-when-cross-origin',
      'cross-origin-resource-policy': 'same-origin',
    })
    for (const power of ['camera', 'microphone', 'geolocation', 'usb', 'display-capture'])
      expect(said['permissions-policy']).toContain(`${power}=()`)
  })
})
