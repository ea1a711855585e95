import { router } from '../trpc.ts'
import { approve, reject } from './decide.ts'
import { accept, giveUpSeats, group, leaveSeat, takeSeat } from './groups.ts'
import { list } from './list.ts'
import { withdraw } from './withdraw.ts'

export const registrationRouter = router({
  list,
  approve,
  reject,
  withdraw,
  accept,
  group,
  takeSeat,
  leaveSeat,
  giveUpSeats,
})
