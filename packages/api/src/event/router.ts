import { router } from '../trpc.ts'
import { bySlug } from './by-slug.ts'
import { create } from './create.ts'
import { list } from './list.ts'
import { myRegistrations } from './my-registrations.ts'
import { overview } from './overview.ts'
import { publish } from './publish.ts'
import { register } from './register.ts'

export const eventRouter = router({ list, bySlug, create, publish, register, myRegistrations, overview })
