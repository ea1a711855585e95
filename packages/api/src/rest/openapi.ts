import { z } from 'zod'
import { APP_ERROR_CODES, AppError, errorSpec } from '../errors.ts'
import { problemOf, problemSchema, REST_ERRORS } from './problem.ts'
import type { RestRoute } from './route.ts'
import { REST_ROUTES } from './routes.ts'

type JsonSchema = Readonly<Record<string, unknown>>

/** A parameter of an operation, as OpenAPI has it. */
type RestParameter = {
  name: string
  in: 'path' | 'query' | 'header'
  required: boolean
  description?: string
  schema: JsonSchema
}

/** One operation, ready to be shown. */
export type RestOperation = Pick<RestRoute, 'id' | 'method' | 'path' | 'tag' | 'summary' | 'status' | 'paged'> & {
  parameters: readonly RestParameter[]
  body: JsonSchema | null
  answer: JsonSchema
}

const schemaOf = (schema: z.ZodType, io: 'input' | 'output'): JsonSchema => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' })
  return rest
}

const IDEMPOTENCY: RestParameter = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description:
    'A key of your own, 1 to 200 visible characters: sent again within a day, the first answer is given again.',
  schema: { type: 'string', minLength: 1, maxLength: 200 },
}

const parametersOf = ({ path, query, method }: RestRoute): RestParameter[] => {
  const { properties = {} } = schemaOf(query, 'input') as { properties?: Record<string, JsonSchema> }
  return [
    ...[...path.matchAll(/\{(\w+)\}/g)].map(
      ([, name = '']): RestParameter => ({ name, in: 'path', required: true, schema: { type: 'string' } }),
    ),
    ...Object.entries(properties).map(
      ([name, { description, ...schema }]): RestParameter => ({
        ...{ name, in: 'query', required: false, schema },
        ...(typeof description === 'string' && { description }),
      }),
    ),
    ...(method === 'GET' ? [] : [IDEMPOTENCY]),
  ]
}

/** Every operation of the REST API with its shapes as JSON Schema. */
export const restOperations = (): RestOperation[] =>
  REST_ROUTES.map((route) => {
    const { id, method, path, tag, summary, status, paged, body, answer } = route
    return {
      ...{ id, method, path, tag, summary, status, paged },
      parameters: parametersOf(route),
      body: body && schemaOf(body, 'input'),
      answer: schemaOf(answer, 'output'),
    }
  })

/** Every `code` that a problem may have, with its HTTP status and its words, whose `{names}` are filled in. */
export const restProblems = (): { code: string; status: number; words: string }[] => [
  ...Object.entries(REST_ERRORS).map(([code, spec]) => ({ code, ...spec })),
  ...APP_ERROR_CODES.map((code) => ({
    code,
    status: problemOf(new AppError(code)).status,
    words: errorSpec(code).words,
  })),
]

const SECURITY = [{ bearer: [] }]
const PROBLEM = { $ref: '#/components/responses/Problem' }

const operationOf = ({ id, tag, summary, parameters, body, answer, status, paged }: RestOperation): JsonSchema => ({
  operationId: id,
  tags: [tag],
  summary,
  // Guests may ask too: what they are not given is refused.
  security: [...SECURITY, {}],
  parameters,
  ...(body && { requestBody: { required: true, content: { 'application/json': { schema: body } } } }),
  responses: {
    [status]: {
      description: 'As asked.',
      headers: {
        RateLimit: { $ref: '#/components/headers/RateLimit' },
        'RateLimit-Policy': { $ref: '#/components/headers/RateLimit-Policy' },
        ...(paged && { Link: { description: 'The next page, `rel="next"`.', schema: { type: 'string' } } }),
      },
      content: { 'application/json': { schema: answer } },
    },
    default: PROBLEM,
  },
})

/** The OpenAPI 3.1 document of the REST API. @param webUrl where this Gavel is */
export const openApiDocument = (webUrl: string): JsonSchema => {
  const paths: Record<string, Record<string, JsonSchema>> = {}
  for (const operation of restOperations()) {
    const path = paths[operation.path] ?? {}
    path[operation.method.toLowerCase()] = operationOf(operation)
    paths[operation.path] = path
  }
  const header = (description: string) => ({ description, schema: { type: 'string' } })
  return {
    openapi: '3.1.0',
    info: {
      title: 'Gavel',
      version: '1',
      description: `Auctions, teams and matches. Sign in at POST ${webUrl}/api/token and send the token as a bearer's. Money is in the smallest unit of its currency, times are epoch milliseconds.`,
    },
    servers: [{ url: new URL('/api/v1', webUrl).href }],
    security: SECURITY,
    tags: [...new Set(REST_ROUTES.map(({ tag }) => tag))].map((name) => ({ name })),
    paths,
    components: {
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
      headers: {
        RateLimit: header('How many requests are left, and for how many seconds.'),
        'RateLimit-Policy': header('How many requests there are in how many seconds.'),
      },
      responses: {
        Problem: {
          description: 'Refused, with the reason (RFC 9457).',
          content: { 'application/problem+json': { schema: schemaOf(problemSchema, 'output') } },
        },
      },
    },
  }
}
