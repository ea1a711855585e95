import { type FootballScore, footballResult, type Names, type Side } from '@gavel/scoring'
import { cn, TeamChip } from '@gavel/ui'
import { Check, X } from 'lucide-react'
import type { MatchInfo } from '../fan/match-info.ts'

type KicksProps = { score: FootballScore; info: Pick<MatchInfo, 'sides'>; names: Names }

/** A shoot-out kick by kick, with places for those that are still to come of the first five. */
export function Kicks({ score, info, names }: KicksProps) {
  const { toldKicks, rules } = score
  const total = footballResult(score).kicks ?? { home: 0, away: 0 }
  const each = Math.max(rules.shootOutKicks ?? 0, ...(['home', 'away'] as const).map((side) => of(score, side).length))
  return (
    <table aria-label="Shoot-out" className="w-full text-sm">
      <tbody>
        {(['home', 'away'] as const).map((side) => {
          const own = of(score, side)
          return (
            <tr key={side} className="border-b last:border-b-0">
              <th scope="row" className="w-0 py-1.5 pr-3 text-left">
                <TeamChip
                  size="sm"
                  shortName={info.sides[side].short}
                  name={names.team(side)}
                  colour={info.sides[side].colour}
                />
              </th>
              <td className="py-1.5">
                <ol className="flex flex-wrap gap-1">
                  {Array.from({ length: toldKicks ? 0 : each }, (_, at) => {
                    const kick = own[at]
                    return (
                      <li
                        // biome-ignore lint/suspicious/noArrayIndexKey: a kick is its number
                        key={at}
                        className={cn(
                          'grid size-6 place-items-center rounded-full border',
                          kick?.scored && 'border-transparent bg-good text-on-accent',
                          kick && !kick.scored && 'border-transparent bg-bad text-on-accent',
                        )}
                      >
                        {kick ? (
                          <>
                            <span className="sr-only">
                              {kick.taker === null ? '' : `${names.player(kick.taker)} `}
                              {kick.scored ? 'scored' : 'missed'}
                            </span>
                            {kick.scored ? (
                              <Check aria-hidden className="size-4" />
                            ) : (
                              <X aria-hidden className="size-4" />
                            )}
                          </>
                        ) : (
                          <span className="sr-only">to come</span>
                        )}
                      </li>
                    )
                  })}
                </ol>
              </td>
              <td className="w-8 text-right text-lg font-bold tabular-nums">{total[side]}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

const of = ({ kicks }: FootballScore, side: Side) => kicks.filter((kick) => kick.side === side)
