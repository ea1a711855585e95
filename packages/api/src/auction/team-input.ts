import { MAX_AMOUNT } from '@gavel/auction'
import { z } from 'zod'

/** How a team looks, as it is checked wherever it comes in. */
export const teamFields = {
  name: z.string().trim().min(2).max(60),
  short: z
    .string()
    .trim()
    .regex(/^[A-Za-z0-9]{2,4}$/, 'Two to four letters or digits')
    .transform((short) => short.toUpperCase()),
  colour: z.string().regex(/^#[0-9a-fA-F]{6}$/),
}

/** In the currency's smallest unit. */
export const purse = z.number().int().positive().lt(MAX_AMOUNT)
