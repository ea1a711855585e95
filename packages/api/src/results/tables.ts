import type { AuctionState, PlayerStatus, VisibleEntry } from '@gavel/auction'
import type { AuctionPlayer, AuctionTeam } from '@gavel/db'
import { type Cell, csvOf, plainMoney } from './csv.ts'
import type { AuctionResults } from './results.ts'

const ORIGIN = (overseas: boolean | null): string => (overseas === null ? '' : overseas ? 'Overseas' : 'Indian')

/** Every bought and retained player, by team, in the order they came; the four amounts where they differ (RESULT-6). */
export const squadsCsv = ({ teams, currency }: AuctionResults): string => {
  const apart = teams.some(({ squad }) =>
    squad.some(({ price, debit, fee, levy }) => debit !== price || fee !== price || levy !== 0),
  )
  const amounts = apart ? [`Purse paid (${currency})`, `Player gets (${currency})`, `League gets (${currency})`] : []
  return csvOf(
    [
      'Team',
      'Short',
      'Player',
      'Role',
      'Country',
      'Nationality',
      'Set',
      `Base price (${currency})`,
      `Price (${currency})`,
      'How',
      'Lot',
      ...amounts,
    ],
    teams.flatMap((team) =>
      team.squad.map((player) => [
        team.name,
        team.short,
        player.name,
        player.role,
        player.country,
        ORIGIN(player.overseas),
        player.set,
        plainMoney(player.base, currency),
        plainMoney(player.price, currency),
        player.how === 'sold' ? 'Sold' : 'Retained',
        player.lot,
        ...(apart ? [player.debit, player.fee, player.levy].map((amount) => plainMoney(amount, currency)) : []),
      ]),
    ),
  )
}

const STATUS_WORDS = {
  waiting: 'Not called',
  on_block: 'Not called',
  sold: 'Sold',
  retained: 'Retained',
  unsold: 'Unsold',
  withdrawn: 'Withdrawn',
} as const satisfies Record<PlayerStatus['is'], string>

/** The whole pool in its running order, with what became of each; a list that can be imported again (EXPORT-3). */
export const playersCsv = (
  state: AuctionState,
  players: readonly AuctionPlayer[],
  teams: readonly AuctionTeam[],
  sets: ReadonlyMap<string, string>,
): string => {
  const { currency } = state.rules
  const who = new Map(players.map((player) => [player.playerId, player]))
  const teamNames = new Map(teams.map(({ teamId, name }) => [teamId, name]))
  const rows = state.sets.flatMap((set) =>
    set.players.flatMap((id): Cell[][] => {
      const [player, names] = [state.players[id], who.get(id)]
      if (!player || !names) return []
      const { status } = player
      const held = status.is === 'sold' || status.is === 'retained' ? status : null
      return [
        [
          names.name,
          names.country,
          ORIGIN(player.overseas),
          names.role,
          sets.get(set.id) ?? set.id,
          names.age,
          names.caps,
          plainMoney(player.base, currency),
          STATUS_WORDS[status.is],
          held ? (teamNames.get(held.team) ?? held.team) : '',
          held ? plainMoney(held.amount, currency) : '',
        ],
      ]
    }),
  )
  return csvOf(
    [
      'Name',
      'Country',
      'Nationality',
      'Role',
      'Set',
      'Age',
      'Caps',
      `Base price (${currency})`,
      'Status',
      'Team',
      `Sold price (${currency})`,
    ],
    rows,
  )
}

/** The log line by line, with the names behind its ids. Whatever a kind of entry says besides stands in the last column. */
export const logCsv = (
  entries: readonly VisibleEntry[],
  players: readonly AuctionPlayer[],
  teams: readonly AuctionTeam[],
  currency: string,
): string => {
  const playerNames = new Map(players.map(({ playerId, name }) => [playerId, name]))
  const teamNames = new Map(teams.map(({ teamId, name }) => [teamId, name]))
  const named = (names: ReadonlyMap<string, string>, id: unknown) =>
    typeof id === 'string' ? (names.get(id) ?? id) : ''
  const rows = entries.map(({ seq, atMs, type, ...said }): Cell[] => {
    const { by, cmd: _, sum: __, lot, player, team, amount, base, ...rest } = said as Record<string, unknown>
    const money = amount ?? base
    return [
      seq,
      new Date(atMs).toISOString(),
      type,
      typeof lot === 'number' ? lot : null,
      named(playerNames, player),
      named(teamNames, team),
      typeof money === 'number' ? plainMoney(money, currency) : '',
      typeof by === 'string' ? by : '',
      Object.keys(rest).length === 0 ? '' : JSON.stringify(rest),
    ]
  })
  return csvOf(['Seq', 'Time (UTC)', 'Entry', 'Lot', 'Player', 'Team', `Amount (${currency})`, 'By', 'Details'], rows)
}
