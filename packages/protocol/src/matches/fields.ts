import { z } from 'zod'

export const side = z.enum(['home', 'away'])
/** A short text of a person: a note, a reason, a name of a method. One line. */
export const words = z
  .string()
  .max(200)
  .regex(/^\P{Cc}*$/u)
/** A whole number from 0 to `most`. */
export const upTo = (most: number) => z.number().int().min(0).max(most)

/** Sends a play to the schema of its type. @param schemas one strict object for each type, by its name */
export const oneOf = <Schemas extends Record<string, z.ZodObject>>(schemas: Schemas) =>
  z.discriminatedUnion(
    'type',
    // Every schema is of its own type, so each can be told apart.
    Object.values(schemas) as [z.ZodObject, ...z.ZodObject[]],
  ) as unknown as z.ZodType<z.infer<Schemas[keyof Schemas]>>
