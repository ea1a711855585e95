import { router } from '../trpc.ts'
import { begin } from './begin.ts'
import { handBack, markPaid, refund, retry, returnDeposits } from './desk.ts'
import { list } from './list.ts'
import { byId, mine, refresh } from './mine.ts'

export const paymentRouter = router({
  begin,
  mine,
  byId,
  refresh,
  list,
  markPaid,
  refund,
  handBack,
  retry,
  returnDeposits,
})
