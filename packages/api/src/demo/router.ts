import { router } from '../trpc.ts'
import { current } from './current.ts'

export const demoRouter = router({ current })
