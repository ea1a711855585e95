import { router } from '../trpc.ts'
import { removeAvatar } from './avatar.ts'
import { byId, ofPlayer } from './by-id.ts'
import { deleteAccount, hindrances } from './delete-account.ts'
import { mine } from './mine.ts'
import { save } from './save.ts'

/** People as they show themselves. */
export const profileRouter = router({ mine, save, removeAvatar, byId, ofPlayer, hindrances, deleteAccount })
