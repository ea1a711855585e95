import { setLogo } from '@gavel/api'
import { answer } from '../../../../../server/answer.ts'
import { contextFrom } from '../../../../../server/context.ts'
import { badRequest, notAnUpload, uploadIn } from '../../../../../server/upload.ts'

type RouteContext = { params: Promise<{ id: string }> }

/** The logo of the team `?team=`; the body is the picture. Answers `{teamId, logoUrl}`. */
export const POST = (request: Request, { params }: RouteContext): Promise<Response> =>
  answer('/api/auctions/:id/logos', request, async () => {
    const refused = notAnUpload(request)
    if (refused) return refused
    const team = new URL(request.url).searchParams.get('team')
    if (team === null) return badRequest('Say with ?team= whose logo it is.')
    return Response.json(await setLogo(await contextFrom(request.headers), (await params).id, team, uploadIn(request)))
  })
