import type { EventSetup } from '@gavel/api'

type Item = EventSetup['checklist'][number]

/** The one thing to do next. */
export type NextMove =
  | { is: 'mend'; item: Item }
  | { is: 'publish' }
  | { is: 'rehearse' }
  | { is: 'start' }
  | { is: 'console' }
  | { is: 'results' }
  | { is: 'nothing' }

/**
 * What an organiser does next: see to what must be there, publish, rehearse once, start, and then the console or the results. What only
 * should be there never stands in the way.
 */
export function nextMove({ event, phase, checklist }: Pick<EventSetup, 'event' | 'phase' | 'checklist'>): NextMove {
  if (event.status === 'cancelled') return { is: 'nothing' }
  if (phase === 'ended') return { is: 'results' }
  if (event.status === 'finished') return { is: 'nothing' }
  if (phase === 'running' || phase === 'paused') return { is: 'console' }
  const item = checklist.find(({ id, need, done }) => need === 'must' && !done && id !== 'published')
  if (item) return { is: 'mend', item }
  if (event.status === 'draft') return { is: 'publish' }
  if (checklist.some(({ id, done }) => id === 'rehearsed' && !done)) return { is: 'rehearse' }
  return { is: 'start' }
}

/** Where the event stands, as one sentence for the head of its desk. */
export function standing({ event, phase, checklist }: Pick<EventSetup, 'event' | 'phase' | 'checklist'>): string {
  const open = checklist.filter(({ need, done }) => need === 'must' && !done).length
  const left = `${open} ${open === 1 ? 'thing' : 'things'} to do before the auction can start`
  if (event.status === 'cancelled') return 'This event is cancelled'
  if (phase === 'ended') return 'The auction is over'
  if (event.status === 'finished') return 'This event is finished'
  if (phase === 'paused') return 'The auction is paused'
  if (phase === 'running') return 'The auction is on'
  if (open > 0) return left
  return 'Ready to start'
}
