import { openApiDocument } from '@gavel/api'
import { loadEnvPart } from '@gavel/config'

export const dynamic = 'force-dynamic'

/** The REST API as OpenAPI 3.1, for programs that make clients of it; for people it is at /api/docs. */
export const GET = (): Response =>
  Response.json(openApiDocument(loadEnvPart(['webUrl']).webUrl), {
    headers: { 'cache-control': 'public, max-age=300' },
  })
