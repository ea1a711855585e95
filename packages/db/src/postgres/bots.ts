import type { Postgres } from './connection.ts'

/** Deletes the bots whose addresses begin with this tag, with their profiles; nobody else. Repeating it is harmless. */
export const deleteBots = async ({ prisma }: Postgres, tag: string): Promise<void> => {
  const bots = { bot: true, email: { startsWith: `bot-${tag}-` } }
  const ids = (await prisma.user.findMany({ where: bots, select: { id: true } })).map(({ id }) => id)
  // Messages first: one that is left would make the profile again.
  for (const id of ids) await prisma.outbox.deleteMany({ where: { payload: { path: ['userId'], equals: id } } })
  await prisma.userProfile.deleteMany({ where: { userId: { in: ids } } })
  await prisma.user.deleteMany({ where: { id: { in: ids } } })
}
