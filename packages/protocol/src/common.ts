import { z } from 'zod'

/** Whether every object answers to this name (`constructor`, `__proto__`), so that a table by ids finds there what nobody put in (GUARD-8). */
export const isInherited = (name: string): boolean => name in {}

/** Any id: of an auction, a match, a team, a person, a device. */
export const id = z
  .string()
  .regex(/^[A-Za-z0-9_-]{1,40}$/)
  .refine((text) => !isInherited(text))
/** Made by the client, new for every intention and kept for its repeats. */
export const commandId = z.string().regex(/^[A-Za-z0-9_-]{8,40}$/)
export const seq = z.number().int().nonnegative().lt(1e12)
export const epoch = z.number().int().positive().lt(1e9)
export const link = z.string().regex(/^[0-9a-f]{40}$/)
