import { BaseChart } from './base-chart.tsx'
import { ChartFrame } from './chart-frame.tsx'
import { EveningChart } from './evening-chart.tsx'
import { type Bought, spendByRole } from './insights.ts'
import { Chip, PlainTable, PlayerLink, type ResultsProps, shortMoney } from './sale-tables.tsx'
import { SpendChart } from './spend-chart.tsx'

/** Fewer sales make no picture. */
const FEWEST = 3

/** Where the money went: by role and team, against the base, and lot by lot. */
export function Charts({ auctionId, auction, directory, bought }: ResultsProps & { bought: readonly Bought[] }) {
  if (bought.length < FEWEST) return null
  const { currency } = auction.rules
  const roles = spendByRole(bought)
  const teams = Object.values(auction.teams)
    .map(({ id, spent }) => ({ id, spent, ...directory.team(id) }))
    .sort((a, b) => b.spent - a.spent)
  const sold = bought.filter(({ lot }) => lot !== null)
  const named = sold.map(({ player, team, base, price, lot }) => ({
    ...{ base, price, lot: lot ?? 0 },
    name: directory.player(player).name,
    team: directory.team(team).name,
  }))
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-8">
      <ChartFrame
        title="Spending by role"
        words="What each team paid for which role, players it kept included."
        height={Math.max(16, teams.length * 2.4 + 5)}
        table={
          <PlainTable
            label="Spending by role and team"
            rows={teams}
            keyOf={({ id }) => id}
            columns={[
              { name: 'Team', cell: ({ id }) => <Chip directory={directory} team={id} /> },
              ...roles.map(({ role, byTeam }) => ({
                name: role,
                numeric: true,
                cell: ({ id }: { id: string }) => shortMoney(byTeam[id] ?? 0, currency),
              })),
              { name: 'All', numeric: true, cell: ({ spent }) => shortMoney(spent, currency) },
            ]}
          />
        }
      >
        <SpendChart
          currency={currency}
          roles={roles.map(({ role }) => role)}
          rows={teams.map(({ id, short, name }) => ({
            team: short,
            name,
            spent: Object.fromEntries(roles.map(({ role, byTeam }) => [role, byTeam[id] ?? 0])),
          }))}
        />
      </ChartFrame>
      {sold.length < FEWEST ? null : (
        <>
          <ChartFrame
            title="Price against base"
            words="Each point is a sale: its base from left to right, its price upwards. Both grow by factors, so a price twice as high is as far up everywhere."
            height={22}
            table={
              <PlainTable
                label="Price against base"
                rows={sold.toSorted((a, b) => b.price / b.base - a.price / a.base)}
                keyOf={({ player }) => player}
                columns={[
                  {
                    name: 'Player',
                    cell: ({ player }) => <PlayerLink auctionId={auctionId} directory={directory} player={player} />,
                  },
                  { name: 'Team', cell: ({ team }) => <Chip directory={directory} team={team} /> },
                  { name: 'Base', numeric: true, muted: true, cell: ({ base }) => shortMoney(base, currency) },
                  { name: 'Price', numeric: true, cell: ({ price }) => shortMoney(price, currency) },
                  { name: 'Times', numeric: true, cell: ({ base, price }) => (price / base).toFixed(1) },
                ]}
              />
            }
          >
            <BaseChart points={named} currency={currency} />
          </ChartFrame>
          <ChartFrame
            title="Lot by lot"
            words="The prices in the order of the evening."
            height={18}
            table={
              <PlainTable
                label="Prices lot by lot"
                rows={named}
                keyOf={({ lot }) => lot}
                columns={[
                  { name: 'Lot', numeric: true, muted: true, cell: ({ lot }) => lot },
                  { name: 'Player', cell: ({ name }) => name },
                  { name: 'Team', cell: ({ team }) => team },
                  { name: 'Price', numeric: true, cell: ({ price }) => shortMoney(price, currency) },
                ]}
              />
            }
          >
            <EveningChart lots={named} currency={currency} />
          </ChartFrame>
        </>
      )}
    </div>
  )
}
