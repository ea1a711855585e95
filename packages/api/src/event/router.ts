import { router } from '../trpc.ts'
import { bySlug } from './by-slug.ts'
import { cancel } from './cancel.ts'
import { clone } from './clone.ts'
import { create } from './create.ts'
import { entryTerms } from './entry-terms.ts'
import { finish } from './finish.ts'
import { list } from './list.ts'
import { myRegistrations } from './my-registrations.ts'
import { publish } from './publish.ts'
import { register } from './register.ts'
import { setup } from './setup.ts'
import { addStaff, removeStaff } from './staff.ts'
import { update } from './update.ts'

export const eventRouter = router({
  list,
  bySlug,
  create,
  setup,
  update,
  publish,
  cancel,
  finish,
  clone,
  addStaff,
  removeStaff,
  entryTerms,
  register,
  myRegistrations,
})
