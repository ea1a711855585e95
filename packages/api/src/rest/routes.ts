import type { RestRoute } from './route.ts'
import { auctionRoutes } from './routes/auctions.ts'
import { eventRoutes } from './routes/events.ts'
import { matchRoutes } from './routes/matches.ts'
import { paymentRoutes } from './routes/payments.ts'
import { peopleRoutes } from './routes/people.ts'
import { registrationRoutes } from './routes/registrations.ts'

/** Every operation of the REST API, in the order of its page. */
export const REST_ROUTES: readonly RestRoute[] = [
  ...eventRoutes,
  ...registrationRoutes,
  ...paymentRoutes,
  ...auctionRoutes,
  ...matchRoutes,
  ...peopleRoutes,
]
