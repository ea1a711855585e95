import 'server-only'
import { loadEnvPart } from '@gavel/config'
import { services } from './services.ts'

/** Whether Gavel writes letters, and where they are read if they stay on this machine. */
export const letterPlace = async (): Promise<{ letters: boolean; inboxUrl: string | null }> => ({
  letters: (await services()).writesLetters,
  inboxUrl: loadEnvPart(['inboxUrl']).inboxUrl ?? null,
})
