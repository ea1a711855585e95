import {
  invitationsAbout,
  listEvents,
  listNotifications,
  listPayments,
  type Mongo,
  type Notification,
  ownData,
  poolsWith,
  preferencesOf,
  squadsWith,
  teamsOwnedBy,
} from '@gavel/db'
import type { Context } from '../context.ts'
import { AppError } from '../errors.ts'
import { pictureUrl } from '../media/pictures.ts'
import { provedSession } from '../trpc.ts'
import { actsOf } from './my-acts.ts'
import { ownEntries } from './own-entries.ts'

/** What somebody owns at most in a list that is not paged. */
const MOST = 10_000
const PAGE = 200

/**
 * Everything that Gavel keeps about the caller, as the text of one JSON object, piece by piece: what is long is never held whole. Times
 * are ISO 8601 or epoch milliseconds as `Ms` says, money the currency's smallest unit, pictures links.
 * @throws AppError AUTH.SIGN_IN_FIRST, AUTH.PROVE_FIRST, LIMIT.TOO_MANY, before the first piece
 */
export const exportMine = async ({ services, actor, session }: Context): Promise<AsyncGenerator<string>> => {
  const { userId } = actor
  if (userId === null) throw new AppError('AUTH.SIGN_IN_FIRST')
  if (actor.operator || actor.bot) throw new AppError('AUTH.FORBIDDEN')
  provedSession({ session })
  await services.limits.take('exportByUser', userId)
  const kept = await ownData(services.postgres, userId)
  if (!kept) throw new AppError('AUTH.SIGN_IN_FIRST')
  const { account, profile, ...rest } = kept
  const { mongo } = services
  return jsonOf({
    exportedAt: new Date().toISOString(),
    account,
    profile: profile && { ...profile, avatar: profile.avatar && pictureUrl(profile.avatar) },
    ...rest,
    registrations: () => ownEntries(mongo, userId, MOST),
    payments: () => listPayments(mongo, { payer: userId }, MOST),
    inPools: () => poolsWith(mongo, userId),
    soldInto: () => squadsWith(mongo, userId).then((squads) => squads.map((squad) => mine(squad, userId))),
    teams: () => teamsOwnedBy(mongo, userId),
    appointments: () =>
      listEvents(mongo, { staffId: userId, limit: MOST }).then((all) =>
        all.map(({ id, slug, name }) => ({ id, slug, name })),
      ),
    invitations: () => invitationsAbout(mongo, { userId, email: account.email }),
    letterPreferences: () => preferencesOf(mongo, [userId]),
    notifications: () => notificationsOf(mongo, userId),
    acts: () => actsOf(mongo, userId),
  })
}

/** A squad is a team's; of its players the export names the caller alone. */
const mine = <Player extends { userId: string | null }>(
  { players, ...squad }: { players: readonly Player[] },
  userId: string,
) => ({ ...squad, players: players.filter((player) => player.userId === userId) })

async function* notificationsOf(mongo: Mongo, userId: string): AsyncGenerator<Notification> {
  for (let after: Notification | null = null; ; ) {
    const page: Notification[] = await listNotifications(mongo, userId, { after, limit: PAGE })
    yield* page
    after = page.at(-1) ?? null
    if (page.length < PAGE) return
  }
}

type Rows = Promise<readonly unknown[]> | AsyncIterable<unknown>
/** A value, or a list that is asked for when its turn comes. */
type Part = string | object | null | (() => Rows)

/** The text of an object, field by field; lists that are asked for come row by row. */
async function* jsonOf(parts: Readonly<Record<string, Part>>): AsyncGenerator<string> {
  let lead = '{\n'
  for (const [name, part] of Object.entries(parts)) {
    yield `${lead}${JSON.stringify(name)}: `
    lead = ',\n'
    if (typeof part === 'function') yield* listOf(await part())
    else yield JSON.stringify(part)
  }
  yield '\n}\n'
}

async function* listOf(rows: readonly unknown[] | AsyncIterable<unknown>): AsyncGenerator<string> {
  let lead = '[\n'
  for await (const row of rows) {
    yield lead + JSON.stringify(row)
    lead = ',\n'
  }
  yield lead === '[\n' ? '[]' : '\n]'
}
