import type { Actor } from '@gavel/auth'
import { currentRequestId } from '@gavel/config'
import { recordAudit } from '@gavel/db'
import type { Services } from '../services.ts'
import { guardedProcedure } from '../trpc.ts'

/** Changes queues; what was done to which message or job is written by {@link noteDeed}. */
export const queueProcedure = guardedProcedure('operator.queues').meta({ access: 'operator.queues', ownAudit: true })

/** Writes what is about to be done to one message or job, before it is done: nothing is thrown away unnoted. @throws where it cannot be */
export const noteDeed = async (
  { services: { postgres }, actor }: { services: Services; actor: Actor },
  action: string,
  subject: string,
  detail: Record<string, string | number | null>,
): Promise<void> => {
  const requestId = currentRequestId()
  await recordAudit(postgres, {
    actorId: actor.userId,
    action: `operator.${action}`,
    subject,
    allowed: true,
    detail,
    ...(requestId && { requestId }),
  })
}
