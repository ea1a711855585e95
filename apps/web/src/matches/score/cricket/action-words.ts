/** What the actions of cricket are about: how they stand together. */
export const BATTERS = 'Batters'
export const OVER = 'Over and bowler'
export const UMPIRE = 'Umpires'
export const INNINGS = 'Innings'
export const MATCH = 'Match'

export const capital = (words: string) => `${words.charAt(0).toUpperCase()}${words.slice(1)}`

/** What was said, where it has to be something. */
export const said = (value: string | null | undefined): string | undefined => value ?? undefined
