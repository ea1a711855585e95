import type { MyProfile } from '@gavel/api'
import { ROLES } from '../players/player-form-schema.ts'

/** What a form that registers a player begins with. `role`: empty where the form knows none. */
export type FirstEntry = { name: string; country: string; role: (typeof ROLES)[number] | '' }

/** What the viewer's profile says, as far as the form asks for it. */
export const firstEntryOf = ({ name, playing }: Pick<MyProfile, 'name' | 'playing'>): FirstEntry => ({
  name,
  country: playing.country,
  role: ROLES.find((role) => lettersOf(role) === lettersOf(playing.role)) ?? '',
})

/** People write `wicketkeeper`, `Wicket Keeper` and `All rounder`. */
const lettersOf = (text: string): string => text.toLowerCase().replace(/[^a-z]/g, '')
