import type { CricketScore, Names, Side } from '@gavel/scoring'
import type { MatchInfo } from '../match-info.ts'

/** An innings as a picture shows it. `title`: `Herons`, or, where a side bats twice, `Herons 2`. */
export type DrawnInnings = {
  readonly n: number
  readonly side: Side
  readonly superOver: number
  readonly title: string
  /** `#rrggbb`. */
  readonly colour: string
}

export function drawnInnings(score: CricketScore, info: MatchInfo, names: Names): readonly DrawnInnings[] {
  return score.innings.map(({ n, batting: side, superOver }) => {
    const own = score.innings.filter((one) => one.batting === side && one.superOver === 0)
    const nth = own.length > 1 ? ` ${own.findIndex((one) => one.n === n) + 1}` : ''
    return {
      ...{ n, side, superOver },
      title: superOver > 0 ? `${names.team(side)}, super over ${superOver}` : `${names.team(side)}${nth}`,
      colour: info.sides[side].colour,
    }
  })
}
