import { answer } from '../../../server/answer.ts'
import { pictureResponse } from '../../../server/picture-response.ts'
import { services } from '../../../server/services.ts'

type RouteContext = { params: Promise<{ key: string }> }

/** A photo or logo. Whoever knows its key may see it, as on the pages that show it. */
export const GET = (request: Request, { params }: RouteContext): Promise<Response> =>
  answer('/media/:key', request, async () => pictureResponse(await (await services()).media.get((await params).key)))
