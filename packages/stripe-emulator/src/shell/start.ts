import { createEmulator } from 'emulate'
import { stripeHere } from './emulator.ts'
import { fileJournal, noJournal } from './journal.ts'
import type { ServiceOptions } from './service.ts'

/** Several tries within twenty minutes, the first of them soon. */
const RETRY_DELAYS_MS = [1_000, 2_000, 5_000, 10_000, 30_000, 60_000, 120_000, 300_000, 600_000]
const SETTLE_MS = 20_000

export type StripeOptions = {
  /** 0 takes any that is free. */
  port: number
  /** Where programs and browsers find it; `http://localhost:PORT` where not said otherwise. */
  baseUrl?: string
  /** Where its state is kept over restarts; nowhere where there is none. */
  file?: string
} & Pick<ServiceOptions, 'secretKey' | 'publishableKey'> &
  Partial<Pick<ServiceOptions, 'webhooks' | 'settleMs' | 'retryDelaysMs'>>

/** Starts a Stripe that stands in, on this machine alone, until it is closed. It throws where the port is taken. */
export const startStripe = async (options: StripeOptions): Promise<{ baseUrl: string; close: () => Promise<void> }> => {
  const { port, baseUrl, file, secretKey, publishableKey } = options
  const service = stripeHere({
    openJournal: () => (file === undefined ? noJournal : fileJournal(file)),
    secretKey,
    publishableKey,
    webhooks: options.webhooks ?? [],
    settleMs: options.settleMs ?? SETTLE_MS,
    retryDelaysMs: options.retryDelaysMs ?? RETRY_DELAYS_MS,
  })
  const emulator = await createEmulator({ service, port, ...(baseUrl !== undefined && { baseUrl }) })
  return { baseUrl: emulator.baseUrl, close: () => emulator.close() }
}
