import { AsyncLocalStorage } from 'node:async_hooks'
import { randomUUID } from 'node:crypto'

const current = new AsyncLocalStorage<string>()

/** The header, message property and job field that carries the id from one program to the next. */
export const REQUEST_ID_HEADER = 'x-request-id'

/** A request id from outside is kept only when it is short and plain, since it is written to every log line. */
const acceptable = /^[\w-]{8,64}$/

/** The id that came with a request, when it is acceptable, else a new one. */
export const requestIdFrom = (given: unknown): string =>
  typeof given === 'string' && acceptable.test(given) ? given : randomUUID()

/** Runs `work` so that every log line it causes, however deep or late, carries this request id. */
export const withRequestId = <Result>(requestId: string, work: () => Result): Result => current.run(requestId, work)

/** The id of the request being served, to be handed on to a queue, a job or another program. */
export const currentRequestId = (): string | undefined => current.getStore()
