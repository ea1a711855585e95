import { exportFinance, isFinanceFile } from '@gavel/api'
import { answer } from '../../../../server/answer.ts'
import { contextFrom } from '../../../../server/context.ts'

type RouteContext = { params: Promise<{ file: string }> }

/** A time of the address; what is none is as if it were left out. */
const time = (text: string | null, otherwise: number): number => {
  const atMs = Number(text ?? Number.NaN)
  return Number.isSafeInteger(atMs) && atMs >= 0 ? atMs : otherwise
}

/** The books as a file: `ledger.csv` or `payments.csv`, of one event (`?slug=`) or all, from `from` on and before `to`. */
export const GET = (request: Request, { params }: RouteContext): Promise<Response> =>
  answer('/api/finance/:file', request, async () => {
    const { file } = await params
    if (!isFinanceFile(file))
      return Response.json({ error: { code: 'NOT_FOUND', message: 'There is no such file.' } }, { status: 404 })
    const { searchParams } = new URL(request.url)
    const span = {
      slug: searchParams.get('slug'),
      fromMs: time(searchParams.get('from'), 0),
      toMs: time(searchParams.get('to'), Number.MAX_SAFE_INTEGER),
    }
    const { name, type, body } = await exportFinance(await contextFrom(request.headers), file, span)
    return new Response(body, {
      headers: {
        'content-type': type,
        'content-disposition': `attachment; filename="${name}"`,
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
      },
    })
  })
