import { router } from '../trpc.ts'
import { add } from './add.ts'
import { arrange } from './arrange.ts'
import { importPlayers, imports, undoImport } from './import.ts'
import { list } from './list.ts'
import { move, moveSet, renameSet } from './move.ts'
import { order } from './order.ts'
import { preview } from './preview.ts'
import { remove } from './remove.ts'
import { setOrder } from './set-order.ts'
import { update } from './update.ts'

export const playersRouter = router({
  list,
  order,
  preview,
  import: importPlayers,
  imports,
  undoImport,
  add,
  update,
  remove,
  move,
  moveSet,
  renameSet,
  arrange,
  setOrder,
})
