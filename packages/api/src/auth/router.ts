import { router } from '../trpc.ts'
import { accessToken } from './access-token.ts'
import { askToCreate } from './ask-to-create.ts'
import { me } from './me.ts'
import { prove } from './prove.ts'
import { register } from './register.ts'
import { endOthers, endSession, sessions } from './sessions.ts'

export const authRouter = router({ register, accessToken, me, askToCreate, prove, sessions, endSession, endOthers })
