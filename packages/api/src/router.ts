import type { inferRouterInputs, inferRouterOutputs } from '@trpc/server'
import { accountRouter } from './account/router.ts'
import { adminRouter } from './admin/router.ts'
import { auctionRouter } from './auction/router.ts'
import { authRouter } from './auth/router.ts'
import { demoRouter } from './demo/router.ts'
import { eventRouter } from './event/router.ts'
import { financeRouter } from './finance/router.ts'
import { inboxRouter } from './inbox/router.ts'
import { invitationRouter } from './invitation/router.ts'
import { joinRouter } from './join/router.ts'
import { matchRouter } from './match/router.ts'
import { operatorRouter } from './operator/router.ts'
import { paymentRouter } from './payment/router.ts'
import { playersRouter } from './players/router.ts'
import { profileRouter } from './profile/router.ts'
import { registrationRouter } from './registration/router.ts'
import { rehearsalRouter } from './rehearsal/router.ts'
import { resultsRouter } from './results/router.ts'
import { sandboxRouter } from './sandbox/router.ts'
import { seasonRouter } from './season/router.ts'
import { securityRouter } from './security/router.ts'
import { createCallerFactory, router } from './trpc.ts'

/** Everything that Gavel can be asked, by subject. */
export const appRouter = router({
  auth: authRouter,
  account: accountRouter,
  event: eventRouter,
  auction: auctionRouter,
  players: playersRouter,
  results: resultsRouter,
  admin: adminRouter,
  inbox: inboxRouter,
  demo: demoRouter,
  operator: operatorRouter,
  invitation: invitationRouter,
  join: joinRouter,
  match: matchRouter,
  profile: profileRouter,
  registration: registrationRouter,
  rehearsal: rehearsalRouter,
  sandbox: sandboxRouter,
  payment: paymentRouter,
  finance: financeRouter,
  season: seasonRouter,
  security: securityRouter,
})

export type AppRouter = typeof appRouter
export type RouterInputs = inferRouterInputs<AppRouter>
export type RouterOutputs = inferRouterOutputs<AppRouter>

/** Calls the procedures directly, without HTTP: for server components and tests. */
export const createCaller = createCallerFactory(appRouter)
export type Caller = ReturnType<typeof createCaller>
