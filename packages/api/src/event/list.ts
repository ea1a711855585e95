import { listEvents } from '@gavel/db'
import { openProcedure } from '../trpc.ts'
import { cardsOf, type EventCard } from './card.ts'

/** What the home page shows: live now first, then what is next (the soonest first), then what is over (the latest first). */
export const list = openProcedure.query(
  async ({ ctx: { services } }): Promise<{ live: EventCard[]; next: EventCard[]; past: EventCard[] }> => {
    const [rehearsals, events] = await Promise.all([
      // A rehearsal is worth watching while it runs; afterwards it is not part of anybody's season.
      listEvents(services.mongo, { statuses: ['live'], rehearsal: true }),
      listEvents(services.mongo, { statuses: ['published', 'live', 'finished'], rehearsal: false }),
    ])
    const cards = await cardsOf(services.mongo, [...events, ...rehearsals])
    const phaseOf = ({ status, auction }: EventCard) =>
      status === 'finished' || auction?.phase === 'ended'
        ? 'past'
        : status === 'live' || auction?.phase === 'running' || auction?.phase === 'paused'
          ? 'live'
          : 'next'
    return {
      live: cards.filter((card) => phaseOf(card) === 'live'),
      next: cards.filter((card) => phaseOf(card) === 'next').toReversed(),
      past: cards.filter((card) => phaseOf(card) === 'past'),
    }
  },
)
