import type { AuctionState, PlayerId, TeamId } from '@gavel/auction'

/** Somebody whom a team has: bought or retained. Money in the smallest unit. */
export type Bought = {
  player: PlayerId
  team: TeamId
  role: string
  base: number
  /** The hammer price, or what a retained player is paid. */
  price: number
  debit: number
  fee: number
  levy: number
  /** Null: retained. */
  lot: number | null
}

/** Everybody whom a team has, retained ones first, then lot by lot. `roleOf`: the words for a player's role; '' where none is known. */
export function boughtIn(auction: AuctionState, roleOf: (player: PlayerId) => string): Bought[] {
  return Object.values(auction.players)
    .flatMap(({ id: player, base, status }): Bought[] => {
      if (status.is !== 'sold' && status.is !== 'retained') return []
      const { team, amount: price, debit } = status
      const one = { player, team, role: roleOf(player) || 'No role', base, price, debit }
      return [
        status.is === 'sold'
          ? { ...one, fee: status.fee, levy: status.levy, lot: status.lot }
          : { ...one, fee: price, levy: 0, lot: null },
      ]
    })
    .sort((a, b) => (a.lot ?? 0) - (b.lot ?? 0))
}

type RoleSpend = { role: string; players: number; spent: number; byTeam: Readonly<Record<TeamId, number>> }

/** Roles that are told apart; whatever is spent on others stands together. */
const MOST_ROLES = 6
export const OTHER_ROLES = 'Other roles'

/** What was spent on each role, by team, the dearest role first (RESULT-4). */
export function spendByRole(bought: readonly Bought[]): RoleSpend[] {
  const roles = [...groups(bought, ({ role }) => role)]
    .map(([role, players]) => roleSpend(role, players))
    .sort((a, b) => b.spent - a.spent)
  if (roles.length <= MOST_ROLES) return roles
  const shown = roles.slice(0, MOST_ROLES - 1)
  const names = new Set(shown.map(({ role }) => role))
  return [
    ...shown,
    roleSpend(
      OTHER_ROLES,
      bought.filter(({ role }) => !names.has(role)),
    ),
  ]
}

function roleSpend(role: string, players: readonly Bought[]): RoleSpend {
  const byTeam: Record<TeamId, number> = {}
  for (const { team, debit } of players) byTeam[team] = (byTeam[team] ?? 0) + debit
  return { role, players: players.length, spent: sum(players, ({ debit }) => debit), byTeam }
}

/** A price against the middle price of its base: 0.5 is half of it. */
export type Deal = Bought & { middle: number; against: number }

/** Fewer sales at a base tell nothing of what it usually fetched. */
const FEWEST_PEERS = 4

/** The furthest below and above what their base usually fetched, the furthest first (RESULT-5). */
export function dealsIn(bought: readonly Bought[], most: number): { steals: Deal[]; overpaid: Deal[] } {
  const sold = bought.filter(({ lot }) => lot !== null)
  const deals = [...groups(sold, ({ base }) => base)].flatMap(([, peers]): Deal[] => {
    if (peers.length < FEWEST_PEERS) return []
    const middle = median(peers.map(({ price }) => price))
    return peers.map((one) => ({ ...one, middle, against: one.price / middle }))
  })
  const byWorth = deals.toSorted((a, b) => a.against - b.against || b.middle - a.middle)
  return {
    steals: byWorth.filter(({ against }) => against < 1).slice(0, most),
    overpaid: byWorth
      .filter(({ against }) => against > 1)
      .slice(-most)
      .toReversed(),
  }
}

type Amounts = { price: number; debit: number; fee: number; levy: number }

/** The sums of the four amounts; null where they are one and the same for everybody (RESULT-6). */
export function amountsApart(bought: readonly Bought[]): { rows: Bought[]; sums: Amounts } | null {
  const rows = bought.filter(({ price, debit, fee, levy }) => debit !== price || fee !== price || levy !== 0)
  if (rows.length === 0) return null
  return {
    rows,
    sums: {
      price: sum(bought, ({ price }) => price),
      debit: sum(bought, ({ debit }) => debit),
      fee: sum(bought, ({ fee }) => fee),
      levy: sum(bought, ({ levy }) => levy),
    },
  }
}

function median(prices: readonly number[]): number {
  const sorted = prices.toSorted((a, b) => a - b)
  const half = Math.floor(sorted.length / 2)
  const [low = 0, high = 0] = sorted.length % 2 === 1 ? [sorted[half], sorted[half]] : [sorted[half - 1], sorted[half]]
  return (low + high) / 2
}

function groups<T, K>(items: readonly T[], keyOf: (item: T) => K): Map<K, T[]> {
  const found = new Map<K, T[]>()
  for (const item of items) {
    const key = keyOf(item)
    const group = found.get(key)
    if (group) group.push(item)
    else found.set(key, [item])
  }
  return found
}

const sum = <T>(items: readonly T[], amountOf: (item: T) => number): number =>
  items.reduce((total, item) => total + amountOf(item), 0)
