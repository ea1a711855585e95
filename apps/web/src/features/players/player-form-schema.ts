import { z } from 'zod'
import type { PlayerRow } from './player-row.ts'

export const ROLES = ['Batter', 'Bowler', 'All-rounder', 'Wicket-keeper'] as const

/** A field that may stay empty, or holds a whole number. */
const wholeOrNothing = (min: number, max: number) =>
  z
    .string()
    .trim()
    .refine(
      (text) => text === '' || (/^\d{1,4}$/.test(text) && Number(text) >= min && Number(text) <= max),
      `A whole number from ${min} to ${max}, or nothing.`,
    )
    .transform((text) => (text === '' ? null : Number(text)))

/** What the form of one player asks. The nationality is one of three, because a list that does not say is no answer. */
export const playerFormSchema = z.object({
  name: z.string().trim().min(1, 'Type the name that is called out.').max(80, 'At most 80 characters.'),
  country: z.string().trim().max(60, 'At most 60 characters.'),
  role: z.string().trim().min(1, 'Choose what the player does.').max(60, 'At most 60 characters.'),
  set: z.string().trim().max(60, 'At most 60 characters.'),
  base: z.coerce
    .number<string>('Choose the price that bidding starts at.')
    .int()
    .positive('Choose the price that bidding starts at.'),
  overseas: z
    .enum(['no', 'yes', 'unknown'], 'Choose one.')
    .transform((answer) => (answer === 'unknown' ? null : answer === 'yes')),
  age: wholeOrNothing(5, 99),
  caps: wholeOrNothing(0, 2_000),
  categories: z.array(z.string()),
  formerTeam: z.string().transform((id) => id || null),
})

export type PlayerFormInput = z.input<typeof playerFormSchema>
export type PlayerFormOutput = z.output<typeof playerFormSchema>

/** The form's values for a player; for nobody, those of a new one. */
export function formOf(player: PlayerRow | null): PlayerFormInput {
  if (!player) {
    return {
      name: '',
      country: '',
      role: '',
      set: '',
      base: '',
      overseas: 'unknown',
      age: '',
      caps: '',
      categories: [],
      formerTeam: '',
    }
  }
  return {
    name: player.name,
    country: player.country,
    role: player.role,
    set: player.set,
    base: String(player.base),
    overseas: player.overseas === null ? 'unknown' : player.overseas ? 'yes' : 'no',
    age: player.age === null ? '' : String(player.age),
    caps: player.caps === null ? '' : String(player.caps),
    categories: [...player.categories],
    formerTeam: player.formerTeam ?? '',
  }
}

/** Only what differs from what the player has: a saved form then never takes back what somebody else changed meanwhile. */
export function changesOf(player: PlayerRow, given: PlayerFormOutput): Partial<PlayerFormOutput> {
  return Object.fromEntries(
    Object.entries(given).filter(([field, value]) => !same(player[field as keyof PlayerFormOutput], value)),
  )
}

/** Whether two values of a field say the same; lists in any order. */
const same = (one: unknown, other: unknown): boolean =>
  Array.isArray(one) && Array.isArray(other)
    ? one.length === other.length && one.every((value) => other.includes(value))
    : one === other
