'use client'

import { type BadmintonCall, badmintonCalls, type Names } from '@gavel/scoring'
import { Clock } from '@gavel/ui'
import type { Moment } from '../fan/moments.ts'

/** What the umpire calls after the last play, in words. */
export function callWords(last: Moment<'badminton'> | undefined, names: Names): readonly string[] {
  if (!last) return []
  return badmintonCalls(last.before, last.after).map((call) => wordsOf(call, names))
}

function wordsOf(call: BadmintonCall, names: Names): string {
  switch (call.kind) {
    case 'interval':
      return `Interval of ${call.seconds} seconds`
    case 'between-games':
      return `Pause of ${call.seconds / 60} minutes`
    case 'change-ends':
      return 'Change ends'
    case 'service-over':
      return 'Service over'
    case 'game-point':
      return `Game point ${names.team(call.side)}`
    case 'match-point':
      return `Match point ${names.team(call.side)}`
    case 'game':
      return `Game ${names.team(call.side)}`
    case 'match':
      return `Match ${names.team(call.side)}`
    default:
      return call satisfies never
  }
}

/** How long the pause still is that the last play began; nothing once the next rally is played. */
export function Pause({ last }: { last: Moment<'badminton'> | undefined }) {
  const pause = last && badmintonCalls(last.before, last.after).find((call) => 'seconds' in call)
  if (!last || !pause || !('seconds' in pause)) return null
  return (
    <p className="flex items-center gap-3 text-sm">
      <Clock deadlineMs={last.written.atMs + pause.seconds * 1_000} className="px-2 text-lg tabular-nums" />
      <span className="text-muted">{pause.kind === 'interval' ? 'of the interval left' : 'until the next game'}</span>
    </p>
  )
}
