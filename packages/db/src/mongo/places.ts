import type { Mongo } from './connection.ts'
import { eventById, eventsCollection, type Places, type RegistrationKind } from './events.ts'

const placeOf = (kind: RegistrationKind): keyof Places => (kind === 'player' ? 'players' : 'teams')

/**
 * Takes a place for a registration or a team with one conditional update, so that places are never oversold, whoever asks at once.
 * Repeating it is harmless.
 * @param holderId the registration's id, or the team's where nobody registered it.
 */
export const takePlace = async (
  mongo: Mongo,
  eventId: string,
  kind: RegistrationKind,
  holderId: string,
): Promise<'taken' | 'held-already' | 'full' | 'no-event'> => {
  const place = placeOf(kind)
  const result = await eventsCollection.on(mongo).updateOne(
    {
      _id: eventId,
      holders: { $ne: holderId },
      $expr: { $lt: [`$taken.${place}`, `$capacity.${place}`] },
    },
    { $inc: { [`taken.${place}`]: 1 }, $push: { holders: holderId } },
  )
  if (result.modifiedCount === 1) return 'taken'
  const event = await eventById(mongo, eventId)
  if (!event) return 'no-event'
  return event.holders.includes(holderId) ? 'held-already' : 'full'
}

/** Gives the place of a registration or team back. False where it held none. */
export const releasePlace = async (
  mongo: Mongo,
  eventId: string,
  kind: RegistrationKind,
  holderId: string,
): Promise<boolean> => {
  const result = await eventsCollection
    .on(mongo)
    .updateOne(
      { _id: eventId, holders: holderId },
      { $inc: { [`taken.${placeOf(kind)}`]: -1 }, $pull: { holders: holderId } },
    )
  return result.modifiedCount === 1
}
