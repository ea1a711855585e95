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

/** Somebody whose places keep changing under them is told to ask again. */
const TRIES = 10

/**
 * Takes every one of these places that is not held yet, or none, with one conditional update. Repeating it is harmless.
 * @throws where they keep changing
 */
export const takePlaces = async (
  mongo: Mongo,
  eventId: string,
  kind: RegistrationKind,
  ids: readonly string[],
): Promise<'held' | 'full' | 'no-event'> => {
  const place = placeOf(kind)
  for (let attempt = 1; attempt <= TRIES; attempt += 1) {
    const event = await eventById(mongo, eventId)
    if (!event) return 'no-event'
    const missing = ids.filter((id) => !event.holders.includes(id))
    if (missing.length === 0) return 'held'
    const capacity = event.capacity[place]
    if (event.taken[place] + missing.length > capacity) return 'full'
    const result = await eventsCollection.on(mongo).updateOne(
      {
        _id: eventId,
        holders: { $nin: missing },
        [`capacity.${place}`]: capacity,
        [`taken.${place}`]: { $lte: capacity - missing.length },
      },
      { $inc: { [`taken.${place}`]: missing.length }, $push: { holders: { $each: missing } } },
    )
    if (result.modifiedCount === 1) return 'held'
  }
  throw new Error(`the places of event ${eventId} kept changing`)
}
