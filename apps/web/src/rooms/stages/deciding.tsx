import { type AuctionState, openLots } from '@gavel/auction'
import { Clock, cn, TeamChip } from '@gavel/ui'
import type { Directory } from '../directory.ts'
import { DramaPanel } from './drama-panel.tsx'
import { namesOf, turnOf } from './order-of-play.ts'

type DecidingProps = { auction: AuctionState; directory: Directory; offsetMs: number; className?: string }

/** Whether something is being decided that is not a bid. */
function isDeciding(auction: AuctionState): boolean {
  if (openLots(auction).some(({ stage }) => stage.is !== 'bidding')) return true
  return turnOf(auction) !== null || namesOf(auction) !== null
}

/** What the room waits for where it is not a bid: a match, sealed amounts, a team's turn, names. Nothing where it waits for nothing. */
export function Deciding({ auction, directory, offsetMs, className }: DecidingProps) {
  if (!isDeciding(auction)) return null
  const turn = turnOf(auction)
  const names = namesOf(auction)
  return (
    <div className={cn('grid content-start gap-4', className)}>
      {openLots(auction).map((lot) =>
        lot.stage.is === 'bidding' ? null : (
          <DramaPanel key={lot.lot} auction={auction} directory={directory} lot={lot} />
        ),
      )}
      {turn ? (
        <section aria-label="The next player" className="ruled flex min-h-14 items-center gap-3 py-2">
          <Team team={turn.team} directory={directory} />
          <p className="min-w-0 flex-1 text-lg font-semibold break-words">
            {directory.team(turn.team).name} name the next player
          </p>
          <Clock
            deadlineMs={turn.deadlineMs}
            offsetMs={offsetMs}
            frozen={auction.phase.is === 'paused'}
            className="h-9 shrink-0 text-lg"
          />
        </section>
      ) : null}
      {names ? (
        <section aria-label="Call for names" className="ruled grid gap-2 py-3">
          <h2 className="text-lg">
            Names are called for: {names.perTeam} from each team
            <span className="ml-3 text-base font-normal text-muted">
              {names.answered} of {names.teams.length} have named
            </span>
          </h2>
          <ul className="flex flex-wrap gap-x-4 gap-y-2 text-sm">
            {names.teams.map(({ team, named }) => (
              <li key={team} className={cn('flex items-center gap-2', named === null && 'text-muted')}>
                <Team team={team} directory={directory} />
                {named === null ? 'not yet' : `${named.length} named`}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </div>
  )
}

function Team({ team, directory }: { team: string; directory: Directory }) {
  const { short, name, colour } = directory.team(team)
  return <TeamChip size="sm" shortName={short} name={name} colour={colour} />
}
