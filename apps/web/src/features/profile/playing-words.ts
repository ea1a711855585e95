import type { Playing } from '@gavel/api'

/** How somebody bats and bowls, as people say it. */
export const BATTING_WORDS = {
  right: 'Right-handed',
  left: 'Left-handed',
} as const satisfies Record<NonNullable<Playing['batting']>, string>

export const BOWLING_WORDS = {
  'right-fast': 'Right-arm fast',
  'right-medium': 'Right-arm medium',
  'right-off-spin': 'Off spin',
  'right-leg-spin': 'Leg spin',
  'left-fast': 'Left-arm fast',
  'left-medium': 'Left-arm medium',
  'left-orthodox': 'Left-arm orthodox',
  'left-wrist-spin': 'Left-arm wrist spin',
} as const satisfies Record<NonNullable<Playing['bowling']>, string>

/** What a page says of how somebody plays, in the order of interest; empty where nothing was said. */
export function playingWords({ role, country, batting, bowling }: Playing): { name: string; value: string }[] {
  return [
    { name: 'Role', value: role },
    { name: 'Bats', value: batting ? BATTING_WORDS[batting] : '' },
    { name: 'Bowls', value: bowling ? BOWLING_WORDS[bowling] : '' },
    { name: 'Country', value: country },
  ].filter(({ value }) => value !== '')
}
