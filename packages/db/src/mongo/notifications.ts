import { newId } from '../id.ts'
import { type Collection, defineCollection, isDuplicateKey, type Mongo } from './connection.ts'

/** The kinds that people choose letters about. */
export const NOTIFICATION_KINDS = ['sold', 'squad', 'registration', 'payment', 'staff', 'event', 'request'] as const
export type ChosenKind = (typeof NOTIFICATION_KINDS)[number]
/**
 * What a notification is about: a sale, a squad, a registration, a payment, an appointment, an event, something that somebody asks for, or what was done
 * to the account itself, whose letters are errands of their own (MAIL-10).
 */
export type NotificationKind = ChosenKind | 'account'

/**
 * Where a notification's letter stands. `none`: none is wanted. `due`: not in the queue yet. `queued`: in it. `sent`: the mail server
 * has it. `failed`: given up. The document is the letter's outbox: the queue holds its id alone.
 */
export type LetterStatus = 'none' | 'due' | 'queued' | 'sent' | 'failed'

/** Something that one person is told, once. */
export type Notification = {
  id: string
  userId: string
  kind: NotificationKind
  /** Names what happened: a person is told once of each key. */
  key: string
  title: string
  words: string
  /** A path of the web app. */
  href: string
  createdAtMs: number
  /** Null while unread. */
  readAtMs: number | null
  letter: LetterStatus
  /** When `letter` last changed. */
  letterAtMs: number
}

type NotificationRow = Omit<Notification, 'id'> & { _id: string }

export const notificationsCollection: Collection<NotificationRow> = defineCollection<NotificationRow>(
  'notifications',
  {
    _id: { type: String, required: true },
    userId: { type: String, required: true },
    kind: { type: String, required: true },
    key: { type: String, required: true },
    title: { type: String, required: true },
    words: String,
    href: { type: String, required: true },
    createdAtMs: { type: Number, required: true },
    readAtMs: Number,
    letter: { type: String, required: true },
    letterAtMs: { type: Number, required: true },
  },
  [
    { fields: { userId: 1, key: 1 }, unique: true },
    { fields: { userId: 1, createdAtMs: -1 } },
    { fields: { letter: 1, letterAtMs: 1 } },
  ],
)

const plain = ({ _id, ...rest }: NotificationRow): Notification => ({ id: _id, ...rest })

/** What a new notification needs. `letter` says whether the person is written to as well. */
export type NewNotification = Pick<Notification, 'userId' | 'kind' | 'key' | 'title' | 'words' | 'href'> & {
  letter: 'none' | 'due'
}

/** Stores notifications that are new by person and key; those that are there stay as they are. @returns how many were new. */
export const insertNotifications = async (
  mongo: Mongo,
  notifications: readonly NewNotification[],
  nowMs: number,
): Promise<number> => {
  if (notifications.length === 0) return 0
  const operations = notifications.map(({ userId, key, ...fields }) => ({
    updateOne: {
      filter: { userId, key },
      update: { $setOnInsert: { _id: newId(), ...fields, createdAtMs: nowMs, readAtMs: null, letterAtMs: nowMs } },
      upsert: true,
    },
  }))
  try {
    const result = await notificationsCollection.on(mongo).bulkWrite(operations, {
      ordered: false,
      // Otherwise what does not fit the schema is left out without a word.
      throwOnValidationError: true,
    })
    return result.upsertedCount
  } catch (error) {
    // Told twice at once: the other one was first. The rest of an unordered bulk is stored.
    if (!isDuplicateKey(error)) throw error
    return insertNotifications(mongo, notifications, nowMs)
  }
}

export const notificationById = async (mongo: Mongo, id: string): Promise<Notification | null> => {
  const row = await notificationsCollection.on(mongo).findOne({ _id: id }).lean<NotificationRow>()
  return row && plain(row)
}

/** The place of a notification in a person's list. */
export type NotificationPlace = Pick<Notification, 'createdAtMs' | 'id'>

/** A person's notifications, the newest first: those after a place in that order, the first ones where it is null. */
export const listNotifications = async (
  mongo: Mongo,
  userId: string,
  { after, limit }: { after: NotificationPlace | null; limit: number },
): Promise<Notification[]> => {
  const rows = await notificationsCollection
    .on(mongo)
    .find({
      userId,
      ...(after && {
        $or: [{ createdAtMs: { $lt: after.createdAtMs } }, { createdAtMs: after.createdAtMs, _id: { $gt: after.id } }],
      }),
    })
    .sort({ createdAtMs: -1, _id: 1 })
    .limit(limit)
    .lean<NotificationRow[]>()
  return rows.map(plain)
}

export const countUnread = (mongo: Mongo, userId: string): Promise<number> =>
  notificationsCollection.on(mongo).countDocuments({ userId, readAtMs: null }).exec()

/** Marks a person's own notifications as read: those named, or all up to a time. What is read stays read since then. */
export const markRead = async (
  mongo: Mongo,
  userId: string,
  which: { ids: readonly string[] } | { upToMs: number },
  nowMs: number,
): Promise<void> => {
  const chosen = 'ids' in which ? { _id: { $in: [...which.ids] } } : { createdAtMs: { $lte: which.upToMs } }
  await notificationsCollection
    .on(mongo)
    .updateMany({ userId, readAtMs: null, ...chosen }, { $set: { readAtMs: nowMs } })
}

/**
 * Letters for the queue, the oldest first: those that are due, and those that it was given before `queuedBeforeMs` and has lost since,
 * for a queue's store may die with what it held.
 */
export const lettersToQueue = async (
  mongo: Mongo,
  { queuedBeforeMs, limit }: { queuedBeforeMs: number; limit: number },
): Promise<string[]> => {
  const rows = await notificationsCollection
    .on(mongo)
    .find({ $or: [{ letter: 'due' }, { letter: 'queued', letterAtMs: { $lt: queuedBeforeMs } }] }, { _id: 1 })
    .sort({ createdAtMs: 1, _id: 1 })
    .limit(limit)
    .lean<Pick<NotificationRow, '_id'>[]>()
  return rows.map(({ _id }) => _id)
}

/** Moves letters from one of the statuses `from`; those that stand elsewhere, a sent one above all, stay. */
export const moveLetters = async (
  mongo: Mongo,
  ids: readonly string[],
  from: readonly LetterStatus[],
  to: LetterStatus,
  nowMs: number,
): Promise<void> => {
  await notificationsCollection
    .on(mongo)
    .updateMany({ _id: { $in: [...ids] }, letter: { $in: [...from] } }, { $set: { letter: to, letterAtMs: nowMs } })
}
