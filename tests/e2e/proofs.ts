import { loadEnvPart } from '@gavel/config'
import { connectPostgres } from '@gavel/db'

/** Lets the ten minutes go by for which a person's sessions count as shown to be theirs: what is guarded asks again who is there. */
export async function provedLongAgo(email: string): Promise<void> {
  const postgres = await connectPostgres(loadEnvPart(['databaseUrl']).databaseUrl)
  try {
    await postgres.prisma.session.updateMany({
      where: { user: { email } },
      data: { provedAt: new Date(Date.now() - 11 * 60_000) },
    })
  } finally {
    await postgres.close()
  }
}
