import 'server-only'
import { loadEnvPart, realtimeUrlFor } from '@gavel/config'
import { headers } from 'next/headers'
import { hostOf } from './host.ts'

/** Where the page that is being drawn finds the sockets: by the name of the host that it was opened by (LAN-3). */
export const realtimeUrl = async (): Promise<string> =>
  realtimeUrlFor(hostOf(await headers()), loadEnvPart(['webUrl', 'realtimeUrl']))
