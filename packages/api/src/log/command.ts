import { type Command, type Refusal, refusalWords } from '@gavel/auction'
import { isAnswered, type LiveLog } from '@gavel/livelog'
import { AppError } from '../errors.ts'
import { patiently } from './patience.ts'

/** The distributive form keeps the command's union. */
type WithoutBy<C> = C extends unknown ? Omit<C, 'by'> : never
export type Asked = WithoutBy<Command>

/**
 * Gives a command to an auction's live log, patiently.
 * @param by the user who asks, or `system`.
 * @param commandId the same for every repeat of the same intention.
 * @param settled refusals that mean that it has been done already.
 * @throws AppError AUCTION.REFUSED with the refusal's words, AUCTION.UNAVAILABLE where the log cannot be asked
 */
export const command = async (
  log: LiveLog,
  auction: { id: string; rules: { currency: string } },
  by: string,
  commandId: string,
  asked: Asked,
  settled: readonly Refusal['code'][] = [],
): Promise<void> => {
  const reply = await patiently(() => log.execute(auction.id, { ...asked, by } as Command, { commandId }))
  if (!isAnswered(reply)) throw new AppError('AUCTION.UNAVAILABLE')
  if (reply.ok) return
  const { refusal } = reply
  if (settled.includes(refusal.code)) return
  throw new AppError('AUCTION.REFUSED', {
    code: refusal.code,
    words: refusalWords(refusal, auction.rules.currency),
  })
}
