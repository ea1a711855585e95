import { type Notice, notify, type Stores } from '@gavel/api'
import type { Event, Registration } from '@gavel/db'
import { type Registration as Entry, timeWords } from '@gavel/registration'

const DAY_MS = 86_400_000

type Said = Pick<Notice, 'title' | 'words'>

/**
 * Tells everybody in an entry what became of it, once for each stage, and the organisers, once a day, that somebody waits for them. The entry stands without
 * it, so a failure is noted and no more.
 */
export const tellSettled = async (
  stores: Stores,
  event: Event,
  registration: Registration,
  entry: Entry,
): Promise<void> => {
  try {
    const said = saidTo(event, registration, entry)
    if (said)
      await notify(stores, {
        ...said,
        userIds: entry.seats.flatMap(({ entrant }) => entrant?.person ?? []),
        kind: 'registration',
        key: `registration:${entry.id}:${entry.entry}:${entry.stage.is}${entry.stage.is === 'offered' ? entry.stage.untilMs : ''}`,
        href: `/events/${event.slug}`,
      })
    if (entry.stage.is === 'awaiting')
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

const saidTo = (event: Event, { details }: Registration, { stage }: Entry): Said | null => {
  const said = (atMs: number) => timeWords(atMs, event.timeZone)
  switch (stage.is) {
    case 'confirmed':
      return {
        title: `You are in: ${event.name}`,
        words:
          details.kind === 'player'
            ? 'You are in the pool of players.'
            : `${details.team} takes part, and you hold its paddle.`,
      }
    case 'refused':
      return { title: `Your entry for ${event.name} was not accepted`, words: stage.why }
    case 'waiting':
      return {
        title: `You are on the waiting list of ${event.name}`,
        words: 'All places are taken. You are told as soon as one is free.',
      }
    case 'offered':
      return {
        title: `A place in ${event.name} is free for you`,
        words: `Take it before ${said(stage.untilMs)}, or it goes to the next in line.`,
      }
    case 'owing':
      return {
        title: `Your place in ${event.name} is held`,
        words: `Pay before ${said(stage.untilMs)} to be in.`,
      }
    case 'lapsed':
      return {
        title: `Your place in ${event.name} went to somebody else`,
        words:
          stage.what === 'offer'
            ? 'It was not taken in time. You may enter again.'
            : 'It was not paid for in time. You may enter again.',
      }
    case 'submitted':
    case 'awaiting':
    case 'withdrawn':
      return null
    default:
      return stage satisfies never
  }
}
