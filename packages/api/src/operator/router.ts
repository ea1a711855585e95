import { router } from '../trpc.ts'
import { discardJob, failedJobs, retryJob } from './jobs.ts'
import { parked } from './parked.ts'
import { discardParked, replayParked } from './settle-parked.ts'

export const operatorRouter = router({ parked, replayParked, discardParked, failedJobs, retryJob, discardJob })
