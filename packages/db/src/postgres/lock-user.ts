import type { Prisma } from '../generated/client.ts'

/** Holds an account's row until the end of the transaction: others who ask for it wait, and then read what this one left. */
export const lockUser = async (tx: Prisma.TransactionClient, userId: string): Promise<void> => {
  await tx.$executeRaw`SELECT 1 FROM auth.users WHERE id = ${userId} FOR UPDATE`
}
