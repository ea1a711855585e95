import type { PlayerId, TeamSheet } from '@gavel/scoring'

/** How well somebody bats and bowls: 0 not at all, 1 as well as anybody. */
export type Skill = { readonly bat: number; readonly bowl: number }

/** Who bats before whom and who bowls, of each player. */
export type Skills = Readonly<Record<PlayerId, Skill>>

/** By the place in the batting order, where nothing else is known: the last five bowl, the two before them a little. */
const BY_PLACE: readonly Skill[] = [
  { bat: 0.8, bowl: 0 },
  { bat: 0.85, bowl: 0 },
  { bat: 0.95, bowl: 0.05 },
  { bat: 0.85, bowl: 0.1 },
  { bat: 0.75, bowl: 0.35 },
  { bat: 0.65, bowl: 0.55 },
  { bat: 0.5, bowl: 0.7 },
  { bat: 0.35, bowl: 0.8 },
  { bat: 0.25, bowl: 0.85 },
  { bat: 0.15, bowl: 0.9 },
  { bat: 0.08, bowl: 0.95 },
]
const LAST: Skill = { bat: 0.05, bowl: 0.3 }

/** What a player of a side may be taken for: by name where it is known, else by the place in the order. */
export function skillOf({ players }: TeamSheet, skills: Skills, player: PlayerId): Skill {
  const place = players.indexOf(player)
  return (
    skills[player] ??
    BY_PLACE[Math.floor((place * BY_PLACE.length) / Math.max(players.length, BY_PLACE.length))] ??
    LAST
  )
}
