import { createHash } from 'node:crypto'
import type { AuctionPlayer, SetName } from '@gavel/db'

const MAX_ID = 40

/** The id of a set in the log, made from the name that people read: `Marquee set 1` gives `marquee-set-1`. */
export const setIdOf = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, MAX_ID)
    .replace(/^-+|-+$/g, '') ||
  `set-${createHash('sha256').update(name.trim().toLowerCase()).digest('hex').slice(0, 8)}`

const BY_ROLE: Readonly<Record<string, string>> = {
  Batter: 'Batters',
  Bowler: 'Bowlers',
  'All-rounder': 'All-rounders',
  'Wicket-keeper': 'Wicket-keepers',
}

/** The set of a player whom no list puts into one. */
export const setForRole = (role: string): string => BY_ROLE[role] ?? 'Others'

const fold = (name: string) => name.trim().toLocaleLowerCase('en')

/** The set that people call so: one that was named so by hand, else the one that is listed so. */
export const setNamed = (setNames: readonly SetName[], name: string): string =>
  setNames.find((set) => fold(set.name) === fold(name))?.id ?? setIdOf(name)

/** How each set is called: as somebody named it, else as its players were listed. */
export const namesOfSets = (
  players: readonly Pick<AuctionPlayer, 'set'>[],
  setNames: readonly SetName[],
): ReadonlyMap<string, string> =>
  new Map([
    ...players.map(({ set }) => [setIdOf(set), set] as const),
    ...setNames.map(({ id, name }) => [id, name] as const),
  ])
