import { type Services, takeNews } from '@gavel/api'
import { createLogger } from '@gavel/config'

/** Stripe's events are a few kilobytes; one with a whole list in it is still far below this. */
export const WEBHOOK_BYTES = 256 * 1024

const logger = createLogger('web')

const said = (status: number, message: string): Response =>
  Response.json({ message }, { status, headers: { 'cache-control': 'no-store' } })

type Needs = Pick<Services, 'mongo' | 'logger' | 'gateway' | 'jobs'>

/**
 * Answers what Stripe tells: 200 once it is kept, also where it was told before or is not about us; 400 where it is not Stripe's, or too old; 413
 * where it is too long (null); 503 where it cannot be kept now, so that Stripe sends it again (HOOK-1 to HOOK-3). No cookie counts here.
 */
export const answerStripe = async (
  body: Uint8Array | null,
  given: Headers,
  opened: () => Promise<Needs>,
  nowMs: number,
): Promise<Response> => {
  if (body === null) return said(413, 'That is too long.')
  try {
    const services = await opened()
    const { gateway } = services
    if (!gateway) return said(404, 'Nothing is paid here.')
    const taken = await takeNews({ ...services, gateway }, body, given.get('stripe-signature') ?? '', nowMs)
    switch (taken) {
      case 'kept':
      case 'known':
        return said(200, 'Thank you.')
      case 'OLD':
        return said(400, 'This was signed too long ago.')
      case 'SIGNATURE':
        return said(400, 'This is not signed by Stripe.')
      case 'SHAPE':
        return said(400, 'This is no event.')
      default:
        return taken satisfies never
    }
  } catch (error) {
    logger.error({ err: error }, 'A webhook could not be kept: Stripe sends it again')
    return said(503, 'This could not be kept just now. Send it again.')
  }
}
