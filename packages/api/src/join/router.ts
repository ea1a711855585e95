import { router } from '../trpc.ts'
import { resolve } from './resolve.ts'

export const joinRouter = router({ resolve })
