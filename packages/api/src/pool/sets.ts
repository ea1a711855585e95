const MAX_ID = 40

/** The id of a set in the log, made from the name that people read: `Marquee set 1` gives `marquee-set-1`. */
export const setIdOf = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, MAX_ID)
    .replace(/^-+|-+$/g, '') || 'set'

const BY_ROLE: Readonly<Record<string, string>> = {
  Batter: 'Batters',
  Bowler: 'Bowlers',
  'All-rounder': 'All-rounders',
  'Wicket-keeper': 'Wicket-keepers',
}

/** The set of a player whom no list puts into one. */
export const setForRole = (role: string): string => BY_ROLE[role] ?? 'Others'
