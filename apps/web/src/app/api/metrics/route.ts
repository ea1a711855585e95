import { metricsPage } from '@gavel/config'

export const dynamic = 'force-dynamic'

/** This process's metrics for Prometheus. */
export const GET = async (): Promise<Response> => {
  const { contentType, body } = await metricsPage()
  return new Response(body, { headers: { 'content-type': contentType } })
}
