import { type ChosenKind, NOTIFICATION_KINDS, preferencesOf, savePreferences, userById } from '@gavel/db'
import { z } from 'zod'
import { signedInProcedure } from '../trpc.ts'

/** What the caller is written to about. The inbox itself tells of everything. */
export type InboxPreferences = {
  /** Whether this installation sends e-mail at all. */
  writesLetters: boolean
  /** Where letters go. */
  email: string | null
  kinds: { kind: ChosenKind; email: boolean }[]
}

export const preferences = signedInProcedure.query(async ({ ctx: { services, userId } }): Promise<InboxPreferences> => {
  const [account, [chosen]] = await Promise.all([
    userById(services.postgres, userId),
    preferencesOf(services.mongo, [userId]),
  ])
  return {
    writesLetters: services.writesLetters,
    email: account?.email ?? null,
    kinds: NOTIFICATION_KINDS.map((kind) => ({ kind, email: !chosen?.noLetters.includes(kind) })),
  }
})

/** Says for every kind whether the caller wants letters about it. */
export const setPreferences = signedInProcedure
  .input(z.strictObject({ email: z.record(z.enum(NOTIFICATION_KINDS), z.boolean()) }))
  .mutation(async ({ ctx: { services, userId }, input: { email } }): Promise<void> => {
    await savePreferences(services.mongo, { userId, noLetters: NOTIFICATION_KINDS.filter((kind) => !email[kind]) })
  })
