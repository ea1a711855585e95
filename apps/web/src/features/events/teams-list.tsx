import type { Roster } from '@gavel/api'
import { type AuctionState, purseLeft } from '@gavel/auction'
import { EmptyState, formatMoney, PurseBar, Section, TeamChip } from '@gavel/ui'

type TeamsListProps = { teams: Roster['teams']; state: AuctionState | null; currency: string }

/** The teams, each with what is left of its purse and how far its squad is. */
export function TeamsList({ teams, state, currency }: TeamsListProps) {
  return (
    <Section title="Teams" aside={teams.length > 0 ? teams.length : null}>
      {teams.length === 0 ? (
        <EmptyState
          className="mt-2"
          title="No teams yet"
          words="Teams stand here once their owners register, or the organiser adds them, each with its purse and its squad."
        />
      ) : (
        <ul className="grid sm:grid-cols-2 sm:gap-x-10">
          {teams.map(({ teamId: id, name, short, colour, logoUrl }) => {
            const team = state?.teams[id]
            return (
              <li key={id} className="grid grid-cols-[auto_1fr] items-center gap-x-3 gap-y-1.5 border-b py-3">
                <TeamChip shortName={short} name={name} colour={colour} />
                <p className="flex min-w-0 items-center gap-3 font-semibold break-words">
                  {logoUrl ? (
                    // biome-ignore lint/performance/noImgElement: the server has made it small already
                    <img src={logoUrl} alt="" className="size-7 shrink-0 rounded-card object-contain" />
                  ) : null}
                  <span className="min-w-0 [overflow-wrap:anywhere]">{name}</span>
                </p>
                {team && state ? (
                  <>
                    <PurseBar
                      left={purseLeft(team)}
                      total={team.purse}
                      currency={currency}
                      colour={colour}
                      className="col-span-2"
                    />
                    <p className="col-span-2 flex justify-between gap-3 text-sm text-muted tabular-nums">
                      <span>{formatMoney(purseLeft(team), currency)} left</span>
                      <span>
                        {team.squad.length} of {state.rules.squad.max} players
                      </span>
                    </p>
                  </>
                ) : null}
              </li>
            )
          })}
        </ul>
      )}
    </Section>
  )
}
