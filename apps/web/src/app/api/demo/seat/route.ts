import { keepDemoSeat, leaveDemoSeat, takeDemoSeat } from '@gavel/api'
import { z } from 'zod'
import { paths } from '../../../../paths.ts'
import { answer } from '../../../../server/answer.ts'
import { boundedBody } from '../../../../server/bounded-body.ts'
import { contextFrom } from '../../../../server/context.ts'
import { NO_SEAT, seatCookie } from '../../../../server/seat.ts'
import { addressOf } from '../../../../server/visitor.ts'

const MAX_BODY_BYTES = 200
const asked = z.object({ teamId: z.string().max(40).nullable() })

const parsed = (text: string) => {
  try {
    return asked.safeParse(JSON.parse(text))
  } catch {
    return { success: false as const }
  }
}

/** Takes a bot's place: `{teamId}`, null for the console. Answers the path of the page to go to. */
export const POST = (request: Request): Promise<Response> =>
  answer('/api/demo/seat', request, async () => {
    const given = parsed((await boundedBody(request, MAX_BODY_BYTES)) ?? '')
    const bad = { error: { code: 'BAD_REQUEST', message: 'Send JSON: {"teamId": "..."}, or null for the console.' } }
    if (!given.success) return Response.json(bad, { status: 400 })
    const { services, actor } = await contextFrom(request.headers)
    const visit = { actor, address: addressOf(request.headers) }
    const seat = await takeDemoSeat(services, visit, given.data.teamId)
    const path = seat.teamId === null ? paths.console(seat.auctionId) : paths.paddle(seat.auctionId)
    return Response.json({ path }, { headers: cookieHeader(await seatCookie(services, seat)) })
  })

/** Says that the visitor is still there. 404 where the bot has the place again. */
export const PUT = (request: Request): Promise<Response> =>
  answer('/api/demo/seat', request, async () => {
    const { services, actor } = await contextFrom(request.headers)
    const seat = await keepDemoSeat(services, actor)
    if (!seat) return new Response(null, { status: 404 })
    return new Response(null, { status: 204, headers: cookieHeader(await seatCookie(services, seat)) })
  })

/** Gives the place back. */
export const DELETE = (request: Request): Promise<Response> =>
  answer('/api/demo/seat', request, async () => {
    const { services, actor } = await contextFrom(request.headers)
    await leaveDemoSeat(services, actor)
    return new Response(null, { status: 204, headers: cookieHeader(NO_SEAT) })
  })

const cookieHeader = (cookie: string | null): HeadersInit => (cookie ? { 'set-cookie': cookie } : {})
