import { type BadmintonScore, type Names, type Side, serviceOf } from '@gavel/scoring'
import { cn, TeamChip, TeamEdge, teamStyle } from '@gavel/ui'
import type { MatchInfo } from '../fan/match-info.ts'
import { endsOf, type Place, placesOf } from './places.ts'

type CourtProps = {
  score: BadmintonScore
  info: Pick<MatchInfo, 'sides'>
  names: Names
  /** A name where there is little room. */
  short: (player: string) => string
}

/** The court from above, the net in the middle: who stands where, who serves to whom across it. Nothing before it is known who serves. */
export function Court({ score, info, names, short }: CourtProps) {
  const places = placesOf(score)
  const service = serviceOf(score)
  if (!places || !service) return null
  const who = (player: string | null, side: Side) => (player === null ? names.team(side) : names.player(player))
  const [left, right] = endsOf(places)
  return (
    <section aria-label="Court" className="grid gap-1.5">
      <div aria-hidden className="grid grid-cols-2 overflow-hidden rounded-card border bg-sunken">
        {[left, right].map((side, at) => {
          const own = places.courts[side]
          // Facing the net, the right court of the left end is the lower one as it is drawn.
          const cells = at === 0 ? [own.left, own.right] : [own.right, own.left]
          const { name, short: chip, colour } = info.sides[side]
          return (
            <div
              key={side}
              style={teamStyle(colour)}
              className={cn('grid min-w-0', at === 0 && 'border-r-2 border-ink')}
            >
              <p className={cn('flex items-center gap-2 px-1.5 pt-1.5', at === 1 && 'flex-row-reverse')}>
                <TeamChip size="sm" shortName={chip} name={name} colour={colour} />
              </p>
              {cells.map((place, row) => (
                <Cell key={row === 0 ? 'upper' : 'lower'} place={place} short={short} right={at === 1} />
              ))}
            </div>
          )
        })}
      </div>
      <p className="text-sm">
        <span className="font-semibold">{who(service.server, service.side)}</span> serves from the {service.court} court
        {service.receiver === null ? '' : ` to ${names.player(service.receiver)}`}
      </p>
    </section>
  )
}

/** One service court. */
function Cell({
  place: { player, does },
  short,
  right,
}: {
  place: Place
  short: (player: string) => string
  right: boolean
}) {
  return (
    <div
      className={cn(
        'relative m-1 flex min-h-11 min-w-0 items-center gap-2 rounded-card border border-dashed px-2 py-1 text-sm leading-tight',
        right && 'flex-row-reverse text-right',
        does === 'serves' && 'border-solid border-accent bg-raised font-semibold',
        does === 'receives' && 'border-solid border-edge bg-raised',
      )}
    >
      {does === 'serves' ? <span className="size-2.5 shrink-0 rounded-full bg-accent" /> : null}
      {does === 'receives' ? <TeamEdge className="h-5 self-center" /> : null}
      <span className={cn('min-w-0 [overflow-wrap:anywhere]', player === null && 'text-muted')}>
        {player === null ? (does === 'serves' ? 'serves' : '') : short(player)}
      </span>
    </div>
  )
}
