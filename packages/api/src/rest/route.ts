import { z } from 'zod'
import type { Path } from '../paths.ts'
import type { Caller } from '../router.ts'
import { MAX_PAGE, type Page, pageOf } from './pages.ts'

/** What a request of a route holds. Of `body` it is known that it is a JSON object; the procedure checks it against its schema. */
type Asked<Params extends string, Query, Body> = {
  params: Readonly<Record<Params, string>>
  query: Query
  body: Body
}

/** One operation of the REST API. A test finds a row of the policy walk for each (POLICY-9). */
export type RestRoute = {
  /** The operation's name in the OpenAPI document. */
  id: string
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Beneath `/api/v1`, with `{names}` of its parameters. */
  path: string
  tag: string
  /** One sentence for people. */
  summary: string
  /** The procedure that answers, and whose gate it is. */
  calls: Path
  status: 200 | 201
  query: z.ZodObject
  /** Null where nothing is sent. */
  body: z.ZodType | null
  answer: z.ZodType
  paged: boolean
  serve: (api: Caller, asked: Asked<string, unknown, unknown>) => Promise<unknown>
}

type Names<Route extends string> = Route extends `${string}{${infer Name}}${infer Rest}` ? Name | Names<Rest> : never

/** What a schema takes, from functions that promise not to change it. */
type Given<Value> = Value extends object ? { readonly [Key in keyof Value]: Given<Value[Key]> } : Value

type Told<Route extends string> = Pick<RestRoute, 'id' | 'tag' | 'summary' | 'calls'> & { path: Route }

const NOTHING = z.object({})

/** An operation that answers one thing. Its answer is held to `answer`: what that does not name is not given away. */
export const route = <
  Route extends string,
  Answer extends z.ZodType,
  Query extends z.ZodObject = typeof NOTHING,
  Body extends z.ZodType = z.ZodUndefined,
>(
  told: Told<Route> & {
    method: RestRoute['method']
    status?: RestRoute['status']
    query?: Query
    body?: Body
    answer: Answer
    serve: (api: Caller, asked: Asked<Names<Route>, z.output<Query>, z.input<Body>>) => Promise<Given<z.input<Answer>>>
  },
): RestRoute => {
  const { serve, query = NOTHING, body = null, status = 200, ...rest } = told
  return { ...rest, query, body, status, paged: false, serve: serve as RestRoute['serve'] }
}

const pageQuery = {
  cursor: z.string().max(400).optional().describe('`nextCursor` of the page before; left out for the first page.'),
  limit: z.coerce.number().int().min(1).max(MAX_PAGE).default(50).describe('How many items a page has at most.'),
}

type PageQuery = { cursor?: string | undefined; limit: number }

/** An operation that answers a list, page by page. `page` makes one of them. */
export const pagedRoute = <
  Route extends string,
  Item extends z.ZodType,
  Filter extends z.ZodRawShape = Record<never, z.ZodType>,
>(
  told: Told<Route> & {
    item: Item
    filter?: Filter
    page: (
      api: Caller,
      asked: Asked<Names<Route>, PageQuery & z.output<z.ZodObject<Filter>>, undefined>,
    ) => Promise<Page<Given<z.input<Item>>>>
  },
): RestRoute => {
  const { item, filter, page, ...rest } = told
  return {
    ...rest,
    method: 'GET',
    status: 200,
    query: z.object({ ...filter, ...pageQuery }),
    body: null,
    answer: z.object({ items: z.array(item), nextCursor: z.string().nullable() }),
    paged: true,
    serve: page as RestRoute['serve'],
  }
}

/** {@link pagedRoute} of a list that its procedure answers whole. `keyOf` tells its items apart. */
export const listRoute = <
  Route extends string,
  Item extends z.ZodType,
  Filter extends z.ZodRawShape = Record<never, z.ZodType>,
>({
  all,
  keyOf,
  ...told
}: Told<Route> & {
  item: Item
  filter?: Filter
  keyOf: (item: Given<z.input<Item>>) => string
  all: (
    api: Caller,
    asked: Asked<Names<Route>, PageQuery & z.output<z.ZodObject<Filter>>, undefined>,
  ) => Promise<readonly Given<z.input<Item>>[]>
}): RestRoute =>
  pagedRoute<Route, Item, Filter>({
    ...told,
    page: async (api, asked) => pageOf(await all(api, asked), keyOf, asked.query),
  })
