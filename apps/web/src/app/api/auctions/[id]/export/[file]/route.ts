import { exportFile, isExport } from '@gavel/api'
import { answer } from '../../../../../../server/answer.ts'
import { contextFrom } from '../../../../../../server/context.ts'
import { fileResponse } from '../../../../../../server/file-response.ts'

type RouteContext = { params: Promise<{ id: string; file: string }> }

/** An auction as a file to keep: `squads.csv`, `players.csv`, `log.csv` or `auction.json`. */
export const GET = (request: Request, { params }: RouteContext): Promise<Response> =>
  answer('/api/auctions/:id/export/:file', request, async () => {
    const { id, file } = await params
    if (!isExport(file))
      return Response.json({ error: { code: 'NOT_FOUND', message: 'There is no such file.' } }, { status: 404 })
    return fileResponse(await exportFile(await contextFrom(request.headers), id, file))
  })
