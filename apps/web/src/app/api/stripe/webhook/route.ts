import { answer } from '../../../../server/answer.ts'
import { services } from '../../../../server/services.ts'
import { answerStripe } from '../../../../server/stripe-webhook.ts'

/** Where Stripe tells what happened to payments. */
export const POST = (request: Request): Promise<Response> =>
  answer('/api/stripe/webhook', request, () => answerStripe(request, services, Date.now()))
