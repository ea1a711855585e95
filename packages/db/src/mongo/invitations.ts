import { INVITATION_CODE_LENGTH, newCode } from '../code.ts'
import { newId } from '../id.ts'
import { type Collection, defineCollection, isDuplicateKey, type Mongo } from './connection.ts'

export const INVITATION_ROLES = ['organiser', 'auctioneer', 'scorer', 'owner', 'bidder'] as const
/** What an invitation makes of a person. A bidder is a further paddle of a team. */
export type InvitationRole = (typeof INVITATION_ROLES)[number]

/** A link that gives one person one role in one event, once. */
export type Invitation = {
  id: string
  /** Eight characters that are easy to read aloud; unique. */
  code: string
  eventId: string
  role: InvitationRole
  /** The team that an owner or bidder joins; null for an owner who brings a new one. */
  teamId: string | null
  /** Whom it is meant for, folded; then no other account may use it. */
  email: string | null
  /** A user id, or `operator`. */
  invitedBy: string
  createdAtMs: number
  expiresAtMs: number
  usedBy: string | null
  usedAtMs: number | null
  revokedAtMs: number | null
}

type InvitationRow = Omit<Invitation, 'id'> & { _id: string }

export const invitationsCollection: Collection<InvitationRow> = defineCollection<InvitationRow>(
  'invitations',
  {
    _id: { type: String, required: true },
    code: { type: String, required: true },
    eventId: { type: String, required: true },
    role: { type: String, required: true },
    teamId: String,
    email: String,
    invitedBy: { type: String, required: true },
    createdAtMs: { type: Number, required: true },
    expiresAtMs: { type: Number, required: true },
    usedBy: String,
    usedAtMs: Number,
    revokedAtMs: Number,
  },
  [{ fields: { code: 1 }, unique: true }, { fields: { eventId: 1, createdAtMs: -1 } }],
)

const plain = ({ _id, ...rest }: InvitationRow): Invitation => ({ id: _id, ...rest })

/** Codes are many and invitations few: a second draw is already rare. */
const MAX_DRAWS = 5

/** Stores a new invitation under a code that no other one has. */
export const insertInvitation = async (
  mongo: Mongo,
  invitation: Pick<Invitation, 'eventId' | 'role' | 'teamId' | 'email' | 'invitedBy' | 'createdAtMs' | 'expiresAtMs'>,
): Promise<Invitation> => {
  for (let draw = 1; ; draw += 1) {
    const row: InvitationRow = {
      ...invitation,
      _id: newId(),
      code: newCode(INVITATION_CODE_LENGTH),
      usedBy: null,
      usedAtMs: null,
      revokedAtMs: null,
    }
    try {
      await invitationsCollection.on(mongo).insertMany([row])
      return plain(row)
    } catch (error) {
      if (!isDuplicateKey(error) || draw === MAX_DRAWS) throw error
    }
  }
}

/** The invitation with this code, which must be folded already ({@link foldCode}). */
export const invitationByCode = async (mongo: Mongo, code: string): Promise<Invitation | null> => {
  const row = await invitationsCollection.on(mongo).findOne({ code }).lean<InvitationRow>()
  return row && plain(row)
}

/** The invitations of an event, the newest first. */
export const invitationsOf = async (mongo: Mongo, eventId: string): Promise<Invitation[]> => {
  const rows = await invitationsCollection
    .on(mongo)
    .find({ eventId })
    .sort({ createdAtMs: -1, _id: 1 })
    .lean<InvitationRow[]>()
  return rows.map(plain)
}

/**
 * Uses an open invitation, by one conditional update: of two people at once one has it (INVITE-2). Whoever has used it already is
 * answered the same again.
 * @returns null where it is used by another, revoked, past its time, or not there.
 */
export const useInvitation = async (
  mongo: Mongo,
  id: string,
  userId: string,
  nowMs: number,
): Promise<Invitation | null> => {
  const model = invitationsCollection.on(mongo)
  await model.updateOne(
    { _id: id, usedBy: null, revokedAtMs: null, expiresAtMs: { $gt: nowMs } },
    { $set: { usedBy: userId, usedAtMs: nowMs } },
  )
  const row = await model.findOne({ _id: id, usedBy: userId }).lean<InvitationRow>()
  return row && plain(row)
}

/** Opens an invitation again that could not be honoured. */
export const reopenInvitation = async (mongo: Mongo, id: string, userId: string): Promise<void> => {
  await invitationsCollection
    .on(mongo)
    .updateOne({ _id: id, usedBy: userId }, { $set: { usedBy: null, usedAtMs: null } })
}

/** Takes an open invitation back. False where it is used, or not there; taking it back again is harmless. */
export const revokeInvitation = async (
  mongo: Mongo,
  { id, eventId }: Pick<Invitation, 'id' | 'eventId'>,
  nowMs: number,
): Promise<boolean> => {
  const model = invitationsCollection.on(mongo)
  const result = await model.updateOne(
    { _id: id, eventId, usedBy: null, revokedAtMs: null },
    { $set: { revokedAtMs: nowMs } },
  )
  return result.modifiedCount === 1 || (await model.exists({ _id: id, eventId, revokedAtMs: { $ne: null } })) !== null
}

/** The invitations that a person made, used, or was sent; the newest first. */
export const invitationsAbout = async (
  mongo: Mongo,
  { userId, email }: { userId: string; email: string },
): Promise<Invitation[]> => {
  const rows = await invitationsCollection
    .on(mongo)
    .find({ $or: [{ invitedBy: userId }, { usedBy: userId }, { email }] })
    .sort({ createdAtMs: -1, _id: 1 })
    .lean<InvitationRow[]>()
  return rows.map(plain)
}
