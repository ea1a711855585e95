import { answer } from '../../../../server/answer.ts'
import { boundedBytes } from '../../../../server/bounded-body.ts'
import { services } from '../../../../server/services.ts'
import { answerStripe, WEBHOOK_BYTES } from '../../../../server/stripe-webhook.ts'

/** Where Stripe tells what happened to payments. */
export const POST = (request: Request): Promise<Response> =>
  answer('/api/stripe/webhook', request, async () =>
    answerStripe(await boundedBytes(request, WEBHOOK_BYTES), request.headers, services, Date.now()),
  )
