import type { MatchSetup, Names } from '@gavel/scoring'
import { Section } from '@gavel/ui'
import type { ReactNode } from 'react'
import { EventTime } from '../../features/events/event-time.tsx'
import { useNow } from '../use-now.ts'
import type { MatchInfo } from './match-info.ts'

type BeforeMatchProps = {
  info: MatchInfo
  setup: MatchSetup & { readonly toss?: { winner: 'home' | 'away'; chose: string } | null }
  names: Names
  /** How it is played, in a few words. */
  format: string | null
}

/** What is known of a match before its first play: when, where, how it is played, who leads it, and whether both sheets are in (MATCHPAGE-9). */
export function BeforeMatch({ info, setup, names, format }: BeforeMatchProps) {
  const { startsAtMs, timeZone, venue, stage, status, sides } = info
  const { officials = [], toss } = setup
  const nowMs = useNow(startsAtMs !== null)
  const missing = (['home', 'away'] as const).filter((side) => setup.sides[side].players.length === 0)
  return (
    <Section title="Before the match" aria-label="Before the match">
      <dl className="grid text-sm">
        <Fact name="When">
          {startsAtMs === null ? (
            'To be announced'
          ) : (
            <>
              <EventTime atMs={startsAtMs} timeZone={timeZone} />
              {nowMs === null || status !== 'scheduled' ? null : (
                <span className="block text-muted">{untilWords(startsAtMs - nowMs)}</span>
              )}
            </>
          )}
        </Fact>
        <Fact name="Where">{venue || 'To be announced'}</Fact>
        <Fact name="Stage">{stage}</Fact>
        {format ? <Fact name="Format">{format}</Fact> : null}
        {toss ? (
          <Fact name="Toss">
            {names.team(toss.winner)} won it and chose to {toss.chose}
          </Fact>
        ) : null}
        <Fact name="Line-ups">
          {missing.length === 0
            ? 'Both are named'
            : missing.length === 2
              ? 'Not named yet'
              : `${missing.map((side) => sides[side].name).join('')} has not named theirs yet`}
        </Fact>
        {officials.map(({ role, person }) => (
          <Fact key={`${role} ${person}`} name={role}>
            {names.player(person)}
          </Fact>
        ))}
      </dl>
    </Section>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="flex flex-wrap gap-x-3 border-b py-2 last:border-b-0">
      <dt className="w-24 text-muted">{name}</dt>
      <dd className="min-w-0 flex-1 basis-40 break-words tabular-nums">{children}</dd>
    </div>
  )
}

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS

/** How long it still is, in words that a glance takes in. */
export function untilWords(leftMs: number): string {
  if (leftMs <= 0) return 'It should begin any moment'
  const of = (count: number, unit: string) => `in ${count} ${unit}${count === 1 ? '' : 's'}`
  if (leftMs >= 2 * DAY_MS) return of(Math.floor(leftMs / DAY_MS), 'day')
  if (leftMs >= 2 * HOUR_MS) return of(Math.floor(leftMs / HOUR_MS), 'hour')
  return of(Math.max(1, Math.ceil(leftMs / MINUTE_MS)), 'minute')
}
