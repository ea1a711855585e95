import type { RestRequest } from './serve.ts'

/** A request of the REST API for a test; `path` beneath `/api/v1`, with its query. */
export const aRequest = (
  method: string,
  path: string,
  { body, ...headers }: { body?: unknown; 'idempotency-key'?: string; 'content-type'?: string } = {},
): RestRequest => {
  const { pathname, searchParams } = new URL(path, 'http://gavel.test')
  return {
    method,
    path: pathname,
    query: searchParams,
    headers: new Headers({ 'content-type': 'application/json', ...headers }),
    body: async () => (typeof body === 'string' ? body : body === undefined ? '' : JSON.stringify(body)),
  }
}
