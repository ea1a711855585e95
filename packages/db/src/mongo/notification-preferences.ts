import { type Collection, defineCollection, type Mongo } from './connection.ts'
import type { NotificationKind } from './notifications.ts'

/** What a person does not want letters about. Who has none stored wants them all; the inbox itself always tells. */
export type NotificationPreferences = { userId: string; noLetters: readonly NotificationKind[] }

type PreferencesRow = { _id: string; noLetters: readonly NotificationKind[] }

export const notificationPreferencesCollection: Collection<PreferencesRow> = defineCollection<PreferencesRow>(
  'notificationPreferences',
  { _id: { type: String, required: true }, noLetters: [String] },
  [],
)

/** The preferences of several people; those who chose nothing are left out. */
export const preferencesOf = async (mongo: Mongo, userIds: readonly string[]): Promise<NotificationPreferences[]> => {
  const rows = await notificationPreferencesCollection
    .on(mongo)
    .find({ _id: { $in: [...userIds] } })
    .lean<PreferencesRow[]>()
  return rows.map(({ _id, noLetters }) => ({ userId: _id, noLetters }))
}

/** Stores what a person chose, in place of what was chosen before. */
export const savePreferences = async (mongo: Mongo, { userId, noLetters }: NotificationPreferences): Promise<void> => {
  await notificationPreferencesCollection
    .on(mongo)
    .updateOne({ _id: userId }, { $set: { noLetters: [...noLetters] } }, { upsert: true })
}
