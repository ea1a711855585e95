import type { AuctionState, TeamId } from '@gavel/auction'
import { purseLeft } from '@gavel/auction'
import { Money, TeamChip, teamStyle } from '@gavel/ui'
import type { Directory } from '../directory.ts'

type SquadsProps = { auction: AuctionState; directory: Directory; only?: TeamId }

/** Each team's squad as a printed list. */
export function Squads({ auction, directory, only }: SquadsProps) {
  const teams = Object.values(auction.teams).filter((team) => !only || team.id === only)
  const { currency, squad, overseasMax } = auction.rules
  return (
    <div className="grid gap-x-8 gap-y-8 sm:grid-cols-2 xl:grid-cols-3">
      {teams.map((team) => {
        const card = directory.team(team.id)
        return (
          <section
            key={team.id}
            aria-label={card.name}
            style={teamStyle(card.colour)}
            className="team-border border-t-4"
          >
            <div className="flex items-center justify-between gap-3 py-2.5">
              <h3 className="flex min-w-0 items-center gap-2 text-base">
                <TeamChip size="sm" shortName={card.short} name={card.name} colour={card.colour} />
                <span className="min-w-0 leading-tight">{card.name}</span>
              </h3>
              <span className="shrink-0 text-sm text-muted tabular-nums">
                {team.squad.length} of {squad.max}
              </span>
            </div>
            {team.squad.length === 0 ? (
              <p className="border-t py-3 text-sm text-muted">
                {auction.phase.is === 'ended' ? 'Nobody was bought.' : 'Nobody yet.'}
              </p>
            ) : (
              <ol className="text-sm">
                {team.squad.map((id) => {
                  const status = auction.players[id]?.status
                  const amount = status?.is === 'sold' || status?.is === 'retained' ? status.amount : null
                  const player = directory.player(id)
                  return (
                    <li key={id} className="flex min-h-8 items-center justify-between gap-3 border-t py-1">
                      <span className="min-w-0">
                        {player.name}
                        {auction.players[id]?.overseas || status?.is === 'retained' ? (
                          <span className="block text-xs text-muted">
                            {[
                              auction.players[id]?.overseas ? 'overseas' : '',
                              status?.is === 'retained' ? 'retained' : '',
                            ]
                              .filter(Boolean)
                              .join(' · ')}
                          </span>
                        ) : null}
                      </span>
                      {amount === null ? null : (
                        <Money amount={amount} currency={currency} style="short" className="font-semibold" />
                      )}
                    </li>
                  )
                })}
              </ol>
            )}
            <p className="border-t py-2 text-sm text-muted tabular-nums">
              <Money amount={purseLeft(team)} currency={currency} /> left
              {overseasMax === null ? '' : ` · ${team.overseas} of ${overseasMax} overseas`}
              {team.squad.length < squad.min ? ` · ${squad.min - team.squad.length} short of ${squad.min}` : ''}
            </p>
          </section>
        )
      })}
    </div>
  )
}
