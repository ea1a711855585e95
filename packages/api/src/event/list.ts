import { listEvents } from '@gavel/db'
import { openProcedure } from '../trpc.ts'
import { cardsOf, type EventCard } from './card.ts'

/**
 * What the home page shows, of the events that are listed: live now first, then what is next (the soonest first), then what is over (the
 * latest first).
 */
export const list = openProcedure.query(
  async ({ ctx }): Promise<{ live: EventCard[]; next: EventCard[]; past: EventCard[] }> => {
    // Rehearsals are nobody's season, and one that was broken off would be "live" for ever (SANDBOX-3).
    const shown = { statuses: ['published', 'live', 'finished'], rehearsal: false, listed: true } as const
    const cards = await cardsOf(ctx, await listEvents(ctx.services.mongo, shown))
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
