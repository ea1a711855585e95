import { router } from '../trpc.ts'
import { current } from './current.ts'
import { forget } from './forget.ts'
import { start } from './start.ts'

export const sandboxRouter = router({ start, current, forget })
