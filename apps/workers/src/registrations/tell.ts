import { type Notice, notify, type Stores } from '@gavel/api'
import type { Event, Registration } from '@gavel/db'

const DAY_MS = 86_400_000

type Said = Pick<Notice, 'title' | 'words'>

/**
 * Tells a person what became of their entry, and the organisers, once a day, that somebody waits for them. The entry stands without it, so a
 * failure is noted and no more.
 */
export const tellSettled = async (stores: Stores, event: Event, registration: Registration): Promise<void> => {
  try {
    const said = saidTo(event, registration)
    if (said)
      await notify(stores, {
        ...said,
        userIds: [registration.userId],
        kind: 'registration',
        key: `registration:${registration.id}:${registration.version}`,
        href: `/events/${event.slug}`,
      })
    if (registration.status === 'awaiting')
      await notify(stores, {
        userIds: event.organiserIds,
        kind: 'registration',
        key: `awaiting:${event.id}:${Math.floor(Date.now() / DAY_MS)}`,
        title: `People wait to be let into ${event.name}`,
        words: 'Look at their entries, and let them in or turn them away.',
        href: `/admin/events/${event.slug}/people`,
      })
  } catch (error) {
    stores.logger.warn({ err: error, registrationId: registration.id }, 'Nobody was told of a settled registration')
  }
}

const saidTo = (event: Event, { status, reason, details }: Registration): Said | null => {
  switch (status) {
    case 'confirmed':
      return {
        title: `You are in: ${event.name}`,
        words:
          details.kind === 'player'
            ? 'You are in the pool of players.'
            : `${details.team} takes part, and you hold its paddle.`,
      }
    case 'rejected':
      return { title: `Your entry for ${event.name} was not accepted`, words: reason ?? 'Ask the organiser why.' }
    case 'pending':
    case 'awaiting':
    case 'waitlisted':
    case 'withdrawn':
      return null
    default:
      return status satisfies never
  }
}
