import type { z } from 'zod'
import type { Desk } from '../core/desk.ts'
import type { JsonObject } from '../core/json.ts'
import type { Outcome } from '../core/problem.ts'
import type { Tree } from './form.ts'
import { paramProblem } from './params.ts'

/** What a route works with: the parameters, and the id in its path. */
export type Asked<P> = { desk: Desk; params: P; id: string }

/** A request whose parameters are right, ready to be done. */
type Ready = (desk: Desk, id: string) => Outcome<JsonObject>

/** One thing that the API does. `isPublic`: whoever has the client secret may do it, with the publishable key. */
export type Route = {
  method: 'GET' | 'POST' | 'DELETE'
  path: string
  isPublic: boolean
  /** Reads the parameters. Its refusal means that nothing was begun. */
  prepare: (given: Tree) => Outcome<Ready>
}

/** A route whose parameters are what its schema says. */
export const route = <S extends z.ZodType>(
  method: Route['method'],
  path: string,
  schema: S,
  run: (asked: Asked<z.output<S>>) => Outcome<JsonObject>,
  { isPublic = false }: { isPublic?: boolean } = {},
): Route => ({
  method,
  path,
  isPublic,
  prepare: (given) => {
    const parsed = schema.safeParse(given, { reportInput: true })
    return parsed.success ? (desk, id) => run({ desk, params: parsed.data, id }) : paramProblem(parsed.error)
  },
})
