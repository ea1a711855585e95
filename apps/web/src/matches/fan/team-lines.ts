import { teamStyle } from '@gavel/ui'

/** A team's colour as a line or a bar on the page, readable by day and by night. */
export const lineColour = (hex: string): string => teamStyle(hex)['--team-mark']

/** Two sides, or two innings of one, are told apart by more than colour: the second is dashed. */
export const dashOf = (index: number): string => (index % 2 === 0 ? '0' : '7 4')
