import { type KabaddiScore, onMat, playersOnMat, type Side } from '@gavel/scoring'
import { cn, Section, TeamChip, teamStyle } from '@gavel/ui'
import type { SportViewProps } from '../sport-page.ts'

/** Who is on the mat, and who waits to come back, in which order. */
export function OnMat({ score, info, names }: SportViewProps<'kabaddi'>) {
  if (score.phase !== 'half' && score.phase !== 'tie-break') return null
  return (
    <Section title="On the mat">
      <div className="grid grid-cols-2 gap-x-4 py-2">
        {(['home', 'away'] as const).map((side) => {
          const { name, short, colour } = info.sides[side]
          return (
            <section key={side} aria-label={`${name} on the mat`} className="grid min-w-0 content-start gap-2">
              <p className="flex items-center gap-2 text-sm tabular-nums">
                <TeamChip size="sm" shortName={short} name={name} colour={colour} />
                {onMat(score, side)} of {score.rules.players}
              </p>
              <Pips standing={onMat(score, side)} of={score.rules.players} colour={colour} />
              <ul className="grid text-sm">
                {stand(score, side).map(({ player, words }) => (
                  <li key={player} className={cn('py-0.5 break-words', words !== null && 'text-muted')}>
                    {names.player(player)}
                    {words === null ? null : <span className="text-xs"> · {words}</span>}
                  </li>
                ))}
              </ul>
            </section>
          )
        })}
      </div>
    </Section>
  )
}

/** One mark for each who stands, an empty one for each who is out. */
function Pips({ standing, of, colour }: { standing: number; of: number; colour: string }) {
  return (
    <p aria-hidden style={teamStyle(colour)} className="flex gap-1">
      {Array.from({ length: of }, (_, n) => (
        <span
          // biome-ignore lint/suspicious/noArrayIndexKey: a place is its number
          key={n}
          className={cn('h-3 flex-1 rounded-full', n < standing ? 'team-mark' : 'border border-dashed')}
        />
      ))}
    </p>
  )
}

/** Those on the mat by their sheet, then who is out in the order of coming back, then who is suspended. */
function stand(score: KabaddiScore, side: Side): { player: string; words: string | null }[] {
  const { out, suspended } = score.sides[side]
  const waits = score.phase === 'tie-break' ? [] : out.flatMap((player) => player ?? [])
  return [
    ...playersOnMat(score, side).map((player) => ({ player, words: null })),
    ...waits.map((player, n) => ({ player, words: n === 0 ? 'back next' : 'out' })),
    ...suspended.flatMap((player) => (player === null ? [] : [{ player, words: 'suspended' }])),
  ]
}
