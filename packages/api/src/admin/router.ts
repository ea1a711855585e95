import { router } from '../trpc.ts'
import { ban, unban } from './ban.ts'
import { events } from './events.ts'
import { factors, removeFactors } from './factors.ts'
import { grant } from './grant.ts'
import { people } from './people.ts'
import { promote } from './promote.ts'
import { ruleSets } from './rule-sets.ts'
import { setPassword } from './set-password.ts'

export const adminRouter = router({
  events,
  ruleSets,
  promote,
  people,
  grant,
  ban,
  unban,
  setPassword,
  factors,
  removeFactors,
})
