import {
  auctionById,
  changePlayer,
  clearDeletion,
  DELETED_NAME,
  type Deletion,
  forgetPersonIn,
  listDeletions,
  setAvatar,
} from '@gavel/db'
import { dropPicture, pictureUrl } from '../media/pictures.ts'
import { noteNames } from '../pool/note-names.ts'
import type { Services } from '../services.ts'

type Needs = Pick<Services, 'mongo' | 'postgres' | 'log' | 'media' | 'logger'>

/**
 * Takes out of every other store what is of a person whose account was deleted: names, photos, the picture of the profile, notices,
 * appointments. The message that asks for it goes last, so that whatever stops this half-way is gone on with from there (DATA-4).
 * @throws where a store is away; repeating it goes on
 */
const forgetPerson = async (services: Needs, deletion: Deletion): Promise<void> => {
  const { mongo, postgres } = services
  const { userId } = deletion
  const avatar = await setAvatar(postgres, userId, null)
  if (avatar?.before) await dropPicture(services, pictureUrl(avatar.before))
  const traces = await forgetPersonIn(mongo, deletion, DELETED_NAME)
  for (const { photoUrl, ...player } of traces) {
    if (photoUrl === null) continue
    await changePlayer(mongo, player, { photoUrl: null })
    await dropPicture(services, photoUrl)
  }
  for (const auctionId of new Set(traces.map((trace) => trace.auctionId))) {
    const auction = await auctionById(mongo, auctionId)
    if (auction) await noteNames(services, auction, 'system')
  }
  await clearDeletion(postgres, deletion)
}

/** Forgets everybody who waits for it; one that fails holds no other back. @throws AggregateError where some could not be */
export const forgetDeleted = async (services: Needs): Promise<void> => {
  const deletions = await listDeletions(services.postgres)
  const turns = await Promise.allSettled(deletions.map((deletion) => forgetPerson(services, deletion)))
  const failures = turns.flatMap((turn) => (turn.status === 'rejected' ? [turn.reason] : []))
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} people could not be forgotten yet`)
}
