import { router } from '../trpc.ts'
import { byId } from './by-id.ts'
import { create } from './create.ts'
import { deductPoints, undoDeduction } from './deductions.ts'
import { entries } from './entries.ts'
import { exportCricsheet } from './export.ts'
import { makeFixtures, previewFixtures } from './fixtures.ts'
import { importMatches } from './import.ts'
import { list } from './list.ts'
import { live } from './live.ts'
import { playerSeason } from './player-season.ts'
import { remove } from './remove.ts'
import { reopen } from './reopen.ts'
import { seasonFigures } from './season-figures.ts'
import { start } from './start.ts'
import { tables } from './tables.ts'
import { update } from './update.ts'
import { verify } from './verify.ts'
import { view } from './view.ts'

export const matchRouter = router({
  create,
  update,
  remove,
  list,
  live,
  tables,
  deductPoints,
  undoDeduction,
  seasonFigures,
  playerSeason,
  byId,
  view,
  entries,
  start,
  reopen,
  previewFixtures,
  makeFixtures,
  import: importMatches,
  exportCricsheet,
  verify,
})
