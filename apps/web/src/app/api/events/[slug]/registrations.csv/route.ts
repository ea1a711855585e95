import { registrationsCsv } from '@gavel/api'
import { answer } from '../../../../../server/answer.ts'
import { contextFrom } from '../../../../../server/context.ts'
import { fileResponse } from '../../../../../server/file-response.ts'

type RouteContext = { params: Promise<{ slug: string }> }

/** Every entry of an event as a table, for its organisers. */
export const GET = (request: Request, { params }: RouteContext): Promise<Response> =>
  answer('/api/events/:slug/registrations.csv', request, async () =>
    fileResponse(await registrationsCsv(await contextFrom(request.headers), (await params).slug)),
  )
