import { router } from '../trpc.ts'
import { create } from './create.ts'
import { createMatch } from './create-match.ts'

export const rehearsalRouter = router({ create, createMatch })
