import { router } from '../trpc.ts'
import { list, unread } from './list.ts'
import { markRead } from './mark-read.ts'
import { preferences, setPreferences } from './preferences.ts'

export const inboxRouter = router({ list, unread, markRead, preferences, setPreferences })
