import { listRegistrations, type Mongo, type Registration, registrationById } from '@gavel/db'
import type { Change, Entrant } from '@gavel/registration'

/** An entry for its own person to take along. `seat`: in whose group, and what was said there. */
type OwnEntry = Omit<Registration, 'outbox' | 'joinKey'> & { seat: { group: string; said: Entrant } | null }

/** The entries of a person with what they answered; of others in a group there are ids alone (DATA-1). */
export const ownEntries = async (mongo: Mongo, userId: string, most: number): Promise<OwnEntry[]> => {
  const own = await listRegistrations(mongo, { userId }, most)
  return Promise.all(
    own.map(async ({ outbox: _, joinKey: __, ...entry }) => {
      const group = entry.memberOf === null ? null : await registrationById(mongo, entry.memberOf)
      const said = group?.changes.flatMap(entrantsOf).findLast(({ person }) => person === userId)
      return {
        ...entry,
        changes: entry.changes.map((change) => withoutOthers(change, userId)),
        seat: group && said ? { group: group.id, said } : null,
      }
    }),
  )
}

const entrantsOf = (change: Change): Entrant[] => {
  if (change.type === 'Entered') return [change.captain]
  return change.type === 'SeatTaken' ? [change.entrant] : []
}

const withoutOthers = (change: Change, userId: string): Change => {
  if (change.type !== 'SeatTaken' || change.entrant.person === userId) return change
  return { ...change, entrant: { person: change.entrant.person, born: null, category: null, answers: {} } }
}
