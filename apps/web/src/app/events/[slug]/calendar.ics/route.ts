import { calendarOf } from '@gavel/api'
import { answer } from '../../../../server/answer.ts'
import { contextFrom } from '../../../../server/context.ts'
import { fileResponse } from '../../../../server/file-response.ts'

type RouteContext = { params: Promise<{ slug: string }> }

/** An event and its fixtures, for a calendar. */
export const GET = (request: Request, { params }: RouteContext): Promise<Response> =>
  answer('/events/:slug/calendar.ics', request, async () =>
    fileResponse(await calendarOf(await contextFrom(request.headers), (await params).slug)),
  )
