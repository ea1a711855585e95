import type { BySide } from '@gavel/scoring'
import { Section, teamStyle } from '@gavel/ui'
import type { MatchInfo } from './match-info.ts'

const percent = (share: number): number => Math.min(99, Math.max(1, Math.round(share * 100)))

/** Who is likelier to win, and how that was worked out. */
export function Chances({ info, chances }: { info: MatchInfo; chances: BySide<number> & { how: string } }) {
  const home = percent(chances.home)
  const of = { home, away: 100 - home }
  return (
    <Section title="Chance of winning" level={2}>
      <div aria-hidden className="flex h-3 gap-0.5 overflow-hidden rounded-card">
        {(['home', 'away'] as const).map((side) => (
          <span
            key={side}
            style={{ ...teamStyle(info.sides[side].colour), width: `${of[side]}%` }}
            className="team-mark"
          />
        ))}
      </div>
      <p className="flex flex-wrap justify-between gap-x-4 gap-y-1 pt-2 text-sm">
        {(['home', 'away'] as const).map((side) => (
          <span key={side}>
            <span className="font-semibold tabular-nums">{of[side]} %</span> {info.sides[side].name}
          </span>
        ))}
      </p>
      <details className="text-sm text-muted">
        <summary className="min-h-9 cursor-pointer py-2 font-semibold text-ink">How this is worked out</summary>
        <p className="max-w-prose pb-1">{chances.how}</p>
      </details>
    </Section>
  )
}
