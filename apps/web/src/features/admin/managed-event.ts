import type { RouterOutputs } from '@gavel/api'

/** An event of the desk, with whether the viewer may change it or only conducts its auction. */
export type ManagedEvent = RouterOutputs['admin']['events']['events'][number]
