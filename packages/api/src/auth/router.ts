import { router } from '../trpc.ts'
import { accessToken } from './access-token.ts'
import { me } from './me.ts'
import { register } from './register.ts'

export const authRouter = router({ register, accessToken, me })
