import { type Command, type Refusal, refusalWords } from '@gavel/auction'
import type { LiveLog, LogReply } from '@gavel/livelog'
import { AppError } from '../errors.ts'

/** The distributive form keeps the command's union. */
type WithoutBy<C> = C extends unknown ? Omit<C, 'by'> : never
export type Asked = WithoutBy<Command>

type Refused = Extract<LogReply, { ok: false }>['refusal']

/** Whether the log itself said no; otherwise it could not be asked, or its answer got lost, and the command may be repeated. */
const isRefusal = (refusal: Refused): refusal is Refusal =>
  refusal.code !== 'UNAVAILABLE' && refusal.code !== 'UNCERTAIN'

/**
 * Gives a command to an auction's live log.
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
  const reply = await log.execute(auction.id, { ...asked, by } as Command, { commandId })
  if (reply.ok) return
  const { refusal } = reply
  if (!isRefusal(refusal)) throw new AppError('AUCTION.UNAVAILABLE')
  if (settled.includes(refusal.code)) return
  throw new AppError('AUCTION.REFUSED', {
    code: refusal.code,
    words: refusalWords(refusal, auction.rules.currency),
  })
}
