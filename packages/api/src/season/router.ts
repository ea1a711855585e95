import { router } from '../trpc.ts'
import { mySales } from './my-sales.ts'
import { squads } from './squads.ts'

export const seasonRouter = router({ mySales, squads })
