import { type Account, type Ban, bansOf, listPeople, userById } from '@gavel/db'
import { z } from 'zod'
import { AppError } from '../errors.ts'
import { pageLimit } from '../page-limit.ts'
import { guardedProcedure } from '../trpc.ts'

const PAGE = 50

/** Somebody with an account, as administrators see them. */
export type AdminPerson = Pick<Account, 'email' | 'name' | 'admin' | 'mayCreateEvents'> & {
  userId: string
  createdAtMs: number
  /** Null where the person may come in. */
  ban: Ban | null
}

/** One page of the people with an account, the newest first. `next` asks for the page after it; null where there is none. */
export type AdminPeople = { people: AdminPerson[]; next: string | null }

/** Everybody with an account; `search` is a part of a name or address. @throws AppError INPUT.BAD_CURSOR */
export const people = guardedProcedure('admin.users')
  .input(
    z
      .strictObject({
        search: z.string().trim().max(120).default(''),
        cursor: z.string().max(40).nullable().default(null),
        limit: pageLimit(PAGE),
      })
      .prefault({}),
  )
  .query(async ({ ctx: { services }, input: { search, cursor, limit } }): Promise<AdminPeople> => {
    const rows = await listPeople(services.postgres, { search, after: cursor, limit: limit + 1 })
    if (rows.length === 0 && cursor !== null && !(await userById(services.postgres, cursor)))
      throw new AppError('INPUT.BAD_CURSOR')
    const page = rows.slice(0, limit)
    const bans = await bansOf(
      services.postgres,
      page.map(({ id }) => id),
    )
    return {
      people: page.map((account) => adminPerson(account, bans.get(account.id) ?? null)),
      next: rows.length > limit ? (page.at(-1)?.id ?? null) : null,
    }
  })

export const adminPerson = (
  { id, email, name, admin, mayCreateEvents, createdAt }: Account,
  ban: Ban | null,
): AdminPerson => ({
  userId: id,
  email,
  name,
  admin,
  mayCreateEvents,
  createdAtMs: createdAt.getTime(),
  ban,
})
