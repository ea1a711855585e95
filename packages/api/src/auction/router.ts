import { router } from '../trpc.ts'
import { addTeam } from './add-team.ts'
import { byId } from './by-id.ts'
import { importPlayers } from './import-players.ts'
import { liveEntries } from './live-entries.ts'
import { roster } from './roster.ts'
import { start } from './start.ts'
import { storedStates } from './stored-states.ts'
import { view } from './view.ts'

export const auctionRouter = router({ byId, roster, view, start, addTeam, importPlayers, liveEntries, storedStates })
