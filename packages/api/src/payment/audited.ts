import type { Actor } from '@gavel/auth'
import { currentRequestId } from '@gavel/config'
import { recordAudit } from '@gavel/db'
import type { Services } from '../services.ts'

/** Writes what somebody is about to do with money, before it is done: none moves unnoted. @throws where it cannot be written */
export const noteMoneyDeed = async (
  { services: { postgres }, actor }: { services: Pick<Services, 'postgres'>; actor: Actor },
  action: string,
  subject: string,
  detail: Record<string, string | number | null>,
): Promise<void> => {
  const requestId = currentRequestId()
  await recordAudit(postgres, {
    actorId: actor.userId,
    action,
    subject,
    allowed: true,
    detail,
    ...(requestId && { requestId }),
  })
}
