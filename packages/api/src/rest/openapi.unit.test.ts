import { describe, expect, it } from 'vitest'
import { APP_ERROR_CODES } from '../errors.ts'
import { openApiDocument, restOperations, restProblems } from './openapi.ts'
import { REST_ROUTES } from './routes.ts'

/** Every object beneath, with its place. */
const parts = (value: unknown, at = '#'): [string, Record<string, unknown>][] =>
  typeof value !== 'object' || value === null
    ? []
    : [
        [at, value as Record<string, unknown>],
        ...Object.entries(value).flatMap(([name, part]) => parts(part, `${at}/${name.replaceAll('/', '~1')}`)),
      ]

describe('the OpenAPI document', () => {
  const document = openApiDocument('https://gavel.example')

  it('REST-7 tells every operation once, with its parameters, body and answer', () => {
    const operations = parts(document.paths).flatMap(([, { operationId }]) => operationId ?? [])
    expect(operations.toSorted()).toEqual(REST_ROUTES.map(({ id }) => id).toSorted())
    expect(new Set(operations).size).toBe(REST_ROUTES.length)
    expect(document).toMatchObject({ openapi: '3.1.0', servers: [{ url: 'https://gavel.example/api/v1' }] })
  })

  it('REST-7 is plain JSON, and whatever it refers to is in it', () => {
    expect(JSON.parse(JSON.stringify(document))).toEqual(document)
    const known = new Set(parts(document).map(([at]) => at))
    const meant = parts(document).flatMap(([, { $ref }]) => (typeof $ref === 'string' ? [$ref] : []))
    expect(meant.filter((ref) => !known.has(ref))).toEqual([])
  })

  it('REST-7 names in each path exactly its parameters; only what changes something takes a key', () => {
    for (const { id, path, method, parameters, body } of restOperations()) {
      const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
      expect([id, parameters.filter((one) => one.in === 'path').map(({ name }) => name)]).toEqual([id, named])
      expect([id, parameters.some(({ name }) => name === 'Idempotency-Key')]).toEqual([id, method !== 'GET'])
      if (method === 'GET' || method === 'DELETE') expect([id, body]).toEqual([id, null])
    }
  })

  it('REST-7 tells every error, with its words', () => {
    const codes = restProblems().map(({ code }) => code)
    expect(new Set(codes).size).toBe(codes.length)
    for (const code of APP_ERROR_CODES) expect(codes).toContain(code)
  })
})
