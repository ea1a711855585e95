import { can } from '@gavel/auth'
import { type Event, eventBySlug, type Match, matchesOf } from '@gavel/db'
import ical, { ICalEventStatus } from 'ical-generator'
import type { Context } from '../context.ts'
import { AppError } from '../errors.ts'
import { knownSides } from '../match/known-sides.ts'
import { matchSeenUntil } from '../match/state.ts'
import type { ExportedFile } from '../results/export.ts'
import { maySee, subjectIn } from '../trpc.ts'

const HOUR_MS = 3_600_000
/** What a calendar is told where nobody has said when it ends. */
const EVENT_MS = 4 * HOUR_MS
const MATCH_MS = 3 * HOUR_MS

/**
 * An event and its fixtures as a calendar file, for whoever sees the event; ids stay, so that taking the file again moves what has moved (CALENDAR-1).
 * @throws AppError EVENT.NOT_FOUND
 */
export const calendarOf = async (ctx: Context, slug: string): Promise<ExportedFile> => {
  const event = await eventBySlug(ctx.services.mongo, slug)
  const subject = event && (await subjectIn(ctx, event))
  if (!event || !subject || !maySee(ctx.actor, event, subject)) throw new AppError('EVENT.NOT_FOUND')
  const matches = can(ctx.actor, 'match.watch', subject) ? await fixtures({ ...ctx, event, subject }) : []
  const url = `${ctx.services.site}/events/${event.slug}`
  const calendar = ical({ name: event.name, prodId: { company: 'Gavel', product: 'League nights', language: 'EN' } })
  const cancelled = event.status === 'cancelled'
  calendar.createEvent({
    ...common(event.id, cancelled),
    start: new Date(event.startsAtMs),
    end: new Date(event.endsAtMs ?? event.startsAtMs + EVENT_MS),
    summary: event.name,
    location: event.venue || null,
    description: event.description || null,
    url,
  })
  for (const { id, startsAtMs, sides, venue, status } of matches) {
    if (startsAtMs === null) continue
    calendar.createEvent({
      ...common(id, cancelled || status === 'cancelled'),
      start: new Date(startsAtMs),
      end: new Date(startsAtMs + MATCH_MS),
      summary: `${sides.home.name} v ${sides.away.name}`,
      location: venue || event.venue || null,
      description: event.name,
      url: `${ctx.services.site}/matches/${id}`,
    })
  }
  return { name: `${event.slug}.ics`, type: 'text/calendar; charset=utf-8', body: calendar.toString() }
}

const common = (id: string, cancelled: boolean) => ({
  id: `${id}@gavel`,
  status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
})

const fixtures = async (ctx: Parameters<typeof matchSeenUntil>[0] & { event: Event }): Promise<readonly Match[]> => {
  const matches = await matchesOf(ctx.services.mongo, ctx.event.id)
  return knownSides(ctx.services, matches, matches, await matchSeenUntil(ctx))
}
