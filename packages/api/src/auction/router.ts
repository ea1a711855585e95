import { router } from '../trpc.ts'
import { addTeam } from './add-team.ts'
import { approveCorrection } from './approve-correction.ts'
import { byId } from './by-id.ts'
import { corrections } from './corrections.ts'
import { dropCorrection } from './drop-correction.ts'
import { liveEntries } from './live-entries.ts'
import { myMaxima } from './my-maxima.ts'
import { grantPaddle, revokePaddle } from './paddles.ts'
import { previewCorrection } from './preview-correction.ts'
import { proposeCorrection } from './propose-correction.ts'
import { removeTeam } from './remove-team.ts'
import { roster } from './roster.ts'
import { start } from './start.ts'
import { storedStates } from './stored-states.ts'
import { updateTeam } from './update-team.ts'
import { view } from './view.ts'

export const auctionRouter = router({
  byId,
  roster,
  view,
  start,
  addTeam,
  updateTeam,
  removeTeam,
  grantPaddle,
  revokePaddle,
  liveEntries,
  storedStates,
  myMaxima,
  corrections,
  previewCorrection,
  proposeCorrection,
  approveCorrection,
  dropCorrection,
})
