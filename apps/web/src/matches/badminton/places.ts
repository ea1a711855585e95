import { type BadmintonScore, type BySide, otherSide, type PlayerId, type Side, serviceOf } from '@gavel/scoring'

/** A service court of one side: who stands there, and what they do in the next rally. */
export type Place = { readonly player: PlayerId | null; readonly does: 'serves' | 'receives' | null }

/** Both sides as they stand before the next rally. `left`: who has the left end as it is drawn. */
type Places = { readonly left: Side; readonly courts: BySide<{ readonly right: Place; readonly left: Place }> }

const NOBODY: Place = { player: null, does: null }

/** Who stands where: a pair in its courts, a single player in the court of the service. Null where nobody can say. */
export function placesOf(score: BadmintonScore): Places | null {
  const service = serviceOf(score)
  if (!service || score.ended || (score.setup.discipline === 'doubles' && !score.courts)) return null
  const of = (side: Side) => {
    const does = side === service.side ? 'serves' : 'receives'
    const place = (court: 'right' | 'left'): Place => {
      const isHere = court === service.court
      if (score.courts) return { player: score.courts[side][court], does: isHere ? does : null }
      return isHere ? { player: side === service.side ? service.server : service.receiver, does } : NOBODY
    }
    return { right: place('right'), left: place('left') }
  }
  return { left: score.endsChanged ? 'away' : 'home', courts: { home: of('home'), away: of('away') } }
}

/** The sides from left to right as they are drawn. */
export const endsOf = ({ left }: Places): readonly [Side, Side] => [left, otherSide(left)]
