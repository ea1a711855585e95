import type { inferRouterInputs, inferRouterOutputs } from '@trpc/server'
import { adminRouter } from './admin/router.ts'
import { auctionRouter } from './auction/router.ts'
import { authRouter } from './auth/router.ts'
import { eventRouter } from './event/router.ts'
import { rehearsalRouter } from './rehearsal/router.ts'
import { createCallerFactory, router } from './trpc.ts'

/** Everything that Gavel can be asked, by subject. */
export const appRouter = router({
  auth: authRouter,
  event: eventRouter,
  auction: auctionRouter,
  admin: adminRouter,
  rehearsal: rehearsalRouter,
})

export type AppRouter = typeof appRouter
export type RouterInputs = inferRouterInputs<AppRouter>
export type RouterOutputs = inferRouterOutputs<AppRouter>

/** Calls the procedures directly, without HTTP: for server components and tests. */
export const createCaller = createCallerFactory(appRouter)
