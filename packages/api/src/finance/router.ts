import { router } from '../trpc.ts'
import { event, overview } from './overview.ts'
import { accept, mismatches, reconcile, statement } from './statement.ts'

export const financeRouter = router({ overview, event, statement, mismatches, accept, reconcile })
