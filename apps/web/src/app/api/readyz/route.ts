import { readiness } from '@gavel/config'
import { services } from '../../../server/services.ts'

export const dynamic = 'force-dynamic'

/** What pages need works. RabbitMQ may be away: registrations wait in their outbox. */
export const GET = async (): Promise<Response> => {
  const state = await readiness({
    mongodb: async () => (await services()).mongo.ping(),
    postgres: async () => (await services()).postgres.ping(),
    redisLive: async () => (await services()).log.ping(),
    media: async () => (await services()).media.ping(),
  })
  return Response.json(state, { status: state.ready ? 200 : 503, headers: { 'cache-control': 'no-store' } })
}
