import { router } from '../trpc.ts'
import { contests } from './contests.ts'
import { of } from './of.ts'
import { proof } from './proof.ts'

export const resultsRouter = router({ of, proof, contests })
