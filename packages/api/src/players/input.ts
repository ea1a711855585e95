import { MAX_AMOUNT } from '@gavel/auction'
import { LIST_FIELDS } from '@gavel/player-list'
import { z } from 'zod'
import { idInput } from '../log/id-input.ts'

/** As base64, so that the reader sees the file's very bytes: a byte order mark, another alphabet, a workbook. */
const MAX_BASE64 = 46_000_000
/** A player's id, as the log has it. */
export const playerId = idInput.min(1)
const id = z.string().min(1).max(40)

/** A column, by its label. */
const column = z.string().max(200)

/**
 * A file, and what the organiser says about it. `map`: which column holds a field, over what is recognised; null: none does. `edits`: cells
 * of rows as they should be, by the row's number and the column's label.
 */
export const listFile = z.strictObject({
  auctionId: z.string().max(40),
  file: z.strictObject({ name: z.string().trim().min(1).max(200), base64: z.base64().max(MAX_BASE64) }),
  map: z.partialRecord(z.enum(LIST_FIELDS), column.nullable()).default({}),
  edits: z
    .array(z.strictObject({ row: z.number().int().min(1).max(1e7), cells: z.record(column, z.string().max(1_000)) }))
    .max(5_000)
    .default([]),
})

const text = (max: number) => z.string().trim().max(max)
const count = (max: number) => z.number().int().min(0).max(max).nullable()

const fields = {
  name: z.string().trim().min(1, 'A player has a name').max(80),
  country: text(60),
  role: text(60),
  base: z.number().int().positive('A base price is above zero').lt(MAX_AMOUNT),
  age: z.number().int().min(5).max(99).nullable(),
  caps: count(9_999),
  /** null: nationality unknown. */
  overseas: z.boolean().nullable(),
  /** What the rules count the player as. */
  categories: z.array(z.string().regex(/^[a-z0-9-]{1,40}$/)).max(20),
}

/** A player added by hand. `set`: how people call it; empty is the set of the role. */
export const newPlayer = z.strictObject({
  ...fields,
  country: fields.country.default(''),
  role: fields.role.default(''),
  set: text(60).default(''),
  age: fields.age.default(null),
  caps: fields.caps.default(null),
  /** Left out: what follows from role and age. */
  categories: fields.categories.optional(),
})

/** What may be corrected of a player; what is left out stays. `photoUrl`: null takes the photo away. */
export const playerChange = z.strictObject({
  name: fields.name.optional(),
  country: fields.country.optional(),
  role: fields.role.optional(),
  base: fields.base.optional(),
  age: fields.age.optional(),
  caps: fields.caps.optional(),
  overseas: fields.overseas.optional(),
  categories: fields.categories.optional(),
  /** The team of last season, by its id; null: none of these. */
  formerTeam: id.nullable().optional(),
  photoUrl: z.null().optional(),
})

/** A set by its id, or a new one by the name that people will read. */
export const setRef = z.union([z.strictObject({ id }), z.strictObject({ name: text(60).min(1) })])
export const setId = id

/** A rule for the running order. See `arrangePool`. */
export const arrangeRule = z.discriminatedUnion('by', [
  /** Everybody back in the set that the list names, in the order in which they came in. */
  z.strictObject({ by: z.literal('set') }),
  /** A set for each role. */
  z.strictObject({ by: z.literal('role') }),
  /** Sets as they are; in each, the dearest first. */
  z.strictObject({ by: z.literal('base') }),
  /** Sets as they are; in each, by name. */
  z.strictObject({ by: z.literal('name') }),
  /** Drawn by lot: in each set, or the whole pool as one set. `seed` null: a new draw. */
  z.strictObject({
    by: z.literal('shuffle'),
    whole: z.boolean(),
    seed: z
      .string()
      .regex(/^[a-z0-9]{4,40}$/)
      .nullable(),
  }),
])
