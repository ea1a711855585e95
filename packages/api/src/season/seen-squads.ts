import { auctionById, type Squad, squadsOf } from '@gavel/db'
import { seenUntil } from '../auction/sight.ts'
import { PRESENT } from '../pool/state-of.ts'

type Asked = Omit<Parameters<typeof seenUntil>[0], 'auction'>

/** The squads that an event's auction handed over; none before the asker may know how it ended (LATE-2). */
export const seenSquads = async (asked: Asked): Promise<Squad[]> => {
  const { services, event } = asked
  const auction = event.auctionId === null ? null : await auctionById(services.mongo, event.auctionId)
  if (!auction || (await seenUntil({ ...asked, auction })) !== PRESENT) return []
  return squadsOf(services.mongo, auction.id)
}
