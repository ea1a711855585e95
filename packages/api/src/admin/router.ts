import { router } from '../trpc.ts'
import { events } from './events.ts'
import { promote } from './promote.ts'
import { ruleSets } from './rule-sets.ts'

export const adminRouter = router({ events, ruleSets, promote })
