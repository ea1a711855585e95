import { setPhoto, setPhotos } from '@gavel/api'
import { answer } from '../../../../../server/answer.ts'
import { contextFrom } from '../../../../../server/context.ts'
import { notAnUpload, uploadIn } from '../../../../../server/upload.ts'

type RouteContext = { params: Promise<{ id: string }> }

/**
 * Photos of players; the body is the file. With `?player=` one picture, answered by `{playerId, photoUrl}`; without it a zip of pictures
 * named after their players, answered by a report of what became of each.
 */
export const POST = (request: Request, { params }: RouteContext): Promise<Response> =>
  answer('/api/auctions/:id/photos', request, async () => {
    const refused = notAnUpload(request)
    if (refused) return refused
    const context = await contextFrom(request.headers)
    const { id } = await params
    const player = new URL(request.url).searchParams.get('player')
    const upload = uploadIn(request)
    return Response.json(
      player === null ? await setPhotos(context, id, upload) : await setPhoto(context, id, player, upload),
    )
  })
