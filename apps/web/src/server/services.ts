import 'server-only'
import { openServices, type Services } from '@gavel/api'
import { createLogger, loadEnv } from '@gavel/config'

/** Kept on the process: development reloads this module, and each route's bundle may hold its own copy of it. */
const kept = globalThis as { gavelServices?: Promise<Services> }

/** The stores and connections of this process, opened by the first request that needs them; a failed opening is tried again. */
export const services = (): Promise<Services> => {
  kept.gavelServices ??= openServices(loadEnv(), createLogger('web')).catch((error: unknown) => {
    delete kept.gavelServices
    throw error
  })
  return kept.gavelServices
}
